import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { expandLexicon } from '../../src/assess/keywords/compile-lexicon.js';
import { buildModels } from '../../src/learn/build-models.js';
import { SILENT } from '../../src/learn/progress.js';
import { checkPack } from '../../src/packs/check-pack.js';
import { keywordsFileSchema, keywordsToJson } from '../../src/packs/models/keywords-file.js';
import { keywordsOf } from '../../src/packs/pack-sources.js';
import { readModelsAsBuilt } from '../../src/packs/read-models.js';
import { readPackSources } from '../../src/packs/read-pack-sources.js';
import { writeModels } from '../../src/packs/write-models.js';
import { withSmallPack } from './small-pack.js';

const SHIPPED = join(import.meta.dirname, '..', '..', 'classifiers');
const tables = expandLexicon(keywordsOf(readPackSources(SHIPPED)));
const read = keywordsFileSchema.parse(JSON.parse(keywordsToJson(tables)));

it('reads the shipped lexicon as it was worked out, to the last stem, ending and phrase', () => {
  for (const [at, { endings, uses, ...rest }] of tables.languages.entries()) {
    const { endings: readEndings = [], uses: readUses = [], ...readRest } = read.languages[at] ?? {};
    expect(readRest).toEqual(rest);
    expect([...readUses]).toEqual([...uses]);
    expect(readEndings.map((group) => group.endings)).toEqual(endings.map((group) => group.endings));
    const meant = endings.map(({ meanings }) => [...meanings]);
    expect(readEndings.map(({ meanings }, group) => meant[group]?.map((_, table) => meanings[table]))).toEqual(meant);
  }
  expect([...read.phrases]).toEqual([...tables.phrases]);
  expect([...read.begun]).toEqual([...tables.begun]);
  expect(read.roles).toEqual(tables.roles);
  expect(read.patterns).toEqual(tables.patterns);
  expect(read.words).toBe(tables.words);
});

it('reads one line of it when it is asked for, as it reads them all', () => {
  for (const list of [read.phrases, read.begun, ...read.languages.map(({ uses }) => uses)]) {
    const all: readonly unknown[] = [...list];
    const few = all.flatMap((_, index) => (index % 97 === 0 ? [index] : []));
    expect(few.map((index) => list.at(index))).toEqual(few.map((index) => all[index]));
    expect(list.at(all.length)).toBeUndefined();
  }
});

it('is refused by check when another version of the program worked it out', () => {
  withSmallPack((pack) => {
    buildModels(pack.folder, { benign: undefined, languageModel: undefined }, SILENT);
    expect(checkPack(pack.folder).id).toMatch(/^small@/);

    const files = new Map<string, string | Uint8Array>(readModelsAsBuilt(pack.folder).files);
    files.set('keywords.json', String(files.get('keywords.json')).replace('"mood":"nominal"', '"mood":"unknown"'));
    writeModels(pack.folder, readPackSources(pack.folder).inputsHash, files);
    expect(() => checkPack(pack.folder)).toThrow(
      /keywords\.json.*was built by another version of the program; run `npx didbon train`/,
    );
  });
});
