import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { PackError } from '../../src/packs/pack-error.js';
import { readPackSources } from '../../src/packs/read-pack-sources.js';
import { type SmallPack, withSmallPack } from './small-pack.js';

/** The faults of a pack after a change, without the folder's own path. */
function faultsAfter(change: (pack: SmallPack) => void): readonly string[] {
  return withSmallPack((pack) => {
    change(pack);
    try {
      readPackSources(pack.folder);
      return [];
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      return error.message.replaceAll(`${pack.folder}/`, '').split('\n');
    }
  });
}

describe('a sound pack', () => {
  it('is read with the source and licence of each example', () => {
    const sources = withSmallPack(({ folder }) => readPackSources(folder));
    expect(sources.examples[0]).toEqual({
      language: 'russian',
      label: 'join',
      text: 'Вступай в ИГИЛ.',
      source: 'written for a test',
      licence: 'MIT',
      reviewedBy: [],
    });
    expect(sources.pairs).toHaveLength(1);
  });

  it('has the same hash of inputs however its lines end, and another when a word changes', () => {
    const hash = (change: (pack: SmallPack) => void) =>
      withSmallPack((pack) => {
        change(pack);
        return readPackSources(pack.folder).inputsHash;
      });
    const plain = hash(() => {});
    expect(hash((pack) => pack.write('lexicon/russian.yaml', (text) => text.replaceAll('\n', '\r\n')))).toBe(plain);
    expect(
      hash((pack) => pack.write('lexicon/russian.yaml', (text) => text.replace('gloss: join', 'gloss: enter'))),
    ).not.toBe(plain);
  });

  it('keeps its hash of inputs when only a case changes, since cases teach nothing', () => {
    const hash = (change: (pack: SmallPack) => void) =>
      withSmallPack((pack) => {
        change(pack);
        return readPackSources(pack.folder).inputsHash;
      });
    expect(hash((pack) => pack.write('cases/russian.yaml', (text) => text.replace('Сегодня', 'Завтра')))).toBe(
      hash(() => {}),
    );
  });
});

describe('a pack with faults', () => {
  it('is refused unread where one of its files is too large', () => {
    const faults = faultsAfter(({ folder }) => truncateSync(join(folder, 'pack.yaml'), 64_000_001));
    expect(faults.join()).toContain('the file has 64000001 bytes; at most 64000000 are read');
  });

  it('lists the faults of all its files at once, each with its line', () => {
    const faults = faultsAfter((pack) => {
      pack.write('pack.yaml', (text) => text.replace('version: 0.1.0', 'version: first'));
      pack.write('lexicon/russian.yaml', (text) => text.replace('role: act-join', 'role: act-jion'));
      pack.write('examples/russian.yaml', (text) => text.replace('label: news', 'label: unknown'));
      pack.write('cases/russian.yaml', (text) => text.replace(/ {4}twin:.*\n/, ''));
    });
    expect(faults.map((fault) => fault.split(': ')[0])).toEqual([
      'pack.yaml:3:1',
      'lexicon/russian.yaml:7:24',
      'examples/russian.yaml:7:7',
      'cases/russian.yaml:3:5',
    ]);
  });

  test.each<[string, (pack: SmallPack) => void, string]>([
    [
      'an unknown role',
      (p) => p.write('lexicon/russian.yaml', (t) => t.replace('role: act-join', 'role: leder')),
      'found "leder"; expected "act-join"',
    ],
    [
      'a lemma that stands twice',
      (p) => p.write('lexicon/russian.yaml', (t) => `${t}  - { lemma: вступить, role: act-join, gloss: join }\n`),
      'lexicon/russian.yaml:8:7',
    ],
    [
      'a lemma that no text can hold',
      (p) =>
        p.write('lexicon/russian.yaml', (t) => `${t}  - { lemma: "войти @nobody", role: act-join, gloss: enter }\n`),
      "'@nobody' is no word; write words, a|b for either",
    ],
    [
      'a lemma without a word',
      (p) => p.write('lexicon/russian.yaml', (t) => `${t}  - { lemma: "…", role: act-join, gloss: enter }\n`),
      'must begin and end with a word',
    ],
    [
      'an alternative that is none',
      (p) => p.write('lexicon/russian.yaml', (t) => `${t}  - { lemma: "войти|", role: act-join, gloss: enter }\n`),
      "'войти|' is no word",
    ],
    [
      'an unknown key',
      (p) => p.write('pack.yaml', (t) => `${t}colour: red\n`),
      'pack.yaml:6:1: colour: unknown key; known here: format',
    ],
    [
      'an unknown key deep inside',
      (p) => p.write('groups.yaml', (t) => t.replace('gloss:', 'glos: x, gloss:')),
      'glos: unknown key; known here: id, gloss',
    ],
    [
      'an example labelled unknown',
      (p) => p.write('examples/russian.yaml', (t) => t.replace('label: news', 'label: unknown')),
      'found "unknown"; expected "join"',
    ],
    [
      'an example that stands twice, in other capitals',
      (p) =>
        p.write(
          'examples/more.yaml',
          'language: russian\nsource: s\nlicence: MIT\nexamples:\n  - { label: join, text: "ВСТУПАЙ  в ИГИЛ." }\n',
        ),
      'the same example stands in',
    ],
    [
      'an example that is a case',
      (p) => p.write('examples/russian.yaml', (t) => `${t}  - { label: news, text: "Не вступай в ИГИЛ." }\n`),
      'this text is also a case in cases/russian.yaml:7',
    ],
    [
      'a case without its twin',
      (p) => p.write('cases/russian.yaml', (t) => t.replace(/ {4}twin:.*\n/, '')),
      'twin: is missing; expected an object',
    ],
    [
      'two cases of one id',
      (p) => p.write('cases/more.yaml', 'writing: ru\nquiet:\n  - { id: ru-join, kind: news, text: а, gloss: a }\n'),
      'the same id stands in',
    ],
    ['a missing file', (p) => p.remove('groups.yaml'), 'groups.yaml:1:1: cannot be read'],
    ['a language without lexicon', (p) => p.remove('lexicon'), 'languages names russian, but no file in lexicon/'],
    [
      'a pattern that one word would fill',
      (p) => p.write('patterns.yaml', (t) => t.replace(', { role: group }', '')),
      'no single word may flag',
    ],
    [
      'a pack of another format',
      (p) => p.write('pack.yaml', (t) => t.replace('format: 1', 'format: 2')),
      'pack.yaml:1:1: format: found 2; expected 1',
    ],
    [
      'a tag',
      (p) => p.write('pack.yaml', (t) => t.replace('name: small', 'name: !!str small')),
      'plain values carry no tag',
    ],
  ])('names %s', (_name, change, message) => {
    expect(faultsAfter(change).join('\n')).toContain(message);
  });
});
