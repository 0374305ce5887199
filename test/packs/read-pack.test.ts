import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { createAssess } from '../../src/assess/index.js';
import { buildModels } from '../../src/learn/build-models.js';
import { SILENT } from '../../src/learn/progress.js';
import { MODELS_FORMAT } from '../../src/packs/models/model-set.js';
import { PackError } from '../../src/packs/pack-error.js';
import { readPack } from '../../src/packs/read-pack.js';
import { type SmallPack, withSmallPack } from './small-pack.js';

const SHIPPED = join(import.meta.dirname, '..', '..', 'classifiers');

const NOTHING_MORE = { benign: undefined, languageModel: undefined };

function refusal(pack: SmallPack): string {
  try {
    readPack(pack.folder);
    return '';
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.message;
  }
}

describe('a pack with its models', () => {
  it('assesses, and names itself in every assessment', () => {
    withSmallPack((pack) => {
      buildModels(pack.folder, NOTHING_MORE, SILENT);
      const assess = createAssess(readPack(pack.folder).parts);
      expect(assess('Друзья, вступай в ИГИЛ.')).toMatchObject({ level: 'review', category: 'join', polarity: 'for' });
      expect(assess('Завтра на рынок.').pack).toMatch(/^small@0\.1\.0\+[0-9a-f]{8}$/);
    });
  });

  it('has another name when its words change', () => {
    withSmallPack((pack) => {
      buildModels(pack.folder, NOTHING_MORE, SILENT);
      const before = readPack(pack.folder).parts.pack;
      pack.write('lexicon/russian.yaml', (text) => text.replace('gloss: join', 'gloss: enter'));
      buildModels(pack.folder, NOTHING_MORE, SILENT);
      expect(readPack(pack.folder).parts.pack).not.toBe(before);
    });
  });
});

describe('a pack whose models do not fit', () => {
  test.each<[string, (pack: SmallPack) => void, string]>([
    ['has none yet', (pack) => pack.remove('models'), 'the pack has no models yet; run `npx didbon train`'],
    [
      'has other examples than they were built from',
      (pack) => pack.write('examples/russian.yaml', (text) => text.replace('хлебом', 'рыбой')),
      "built from another state of the pack's words and examples; run `npx didbon train`",
    ],
    [
      'has other words than they were built from',
      (pack) => pack.write('lexicon/russian.yaml', (text) => text.replace('gloss: join', 'gloss: enter')),
      'another state of the pack',
    ],
    [
      'has models of another format version',
      (pack) => pack.write('models/manifest.json', '{"format":99}'),
      `found models of format 99, this program reads ${MODELS_FORMAT}; run \`npx didbon train\``,
    ],
    [
      'has a damaged manifest',
      (pack) => pack.write('models/manifest.json', '{"format":'),
      'is no manifest of models; run `npx didbon train`',
    ],
    [
      'has a damaged model',
      (pack) => pack.write('models/bayes.json', '{}'),
      'bayes.json:1:1: is not the file that was built',
    ],
    [
      'lacks a model',
      (pack) => pack.remove('models/decision.json'),
      'decision.json:1:1: is missing; run `npx didbon train`',
    ],
    [
      'has a manifest that does not name every model',
      (pack) =>
        pack.write('models/manifest.json', (text) =>
          text.replace(/ {2}"wording.json".*\n/, '').replace(/,\n }/, '\n }'),
        ),
      'is no manifest of models; run `npx didbon train`',
    ],
    [
      'has a manifest that names a file outside',
      (pack) =>
        pack.write('models/manifest.json', (text) => text.replace('"files": {', '"files": { "../pack.yaml": "0",')),
      'is no manifest of models; run `npx didbon train`',
    ],
    ['lacks a file of its own', (pack) => pack.remove('groups.yaml'), 'groups.yaml:1:1: cannot be read'],
  ])('is refused when it %s', (_name, change, message) => {
    withSmallPack((pack) => {
      buildModels(pack.folder, NOTHING_MORE, SILENT);
      change(pack);
      expect(refusal(pack)).toContain(message);
    });
  });
});

describe('no pack', () => {
  test.each([
    ['a folder that is not there', join(SHIPPED, 'nowhere')],
    ['a file', join(SHIPPED, 'pack.yaml')],
  ])('is %s', (_name, folder) => {
    expect(() => readPack(folder)).toThrow('is no folder; a pack is one with pack.yaml in it');
  });
});

describe('the shipped pack', () => {
  it('loads, models and all, and assesses', () => {
    const assess = createAssess(readPack(SHIPPED).parts);
    expect(assess('Вступайте в ИГИЛ').level).not.toBe('none');
  });
});
