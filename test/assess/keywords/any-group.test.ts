import { describe, expect, test } from '@jest/globals';
import { compileLexicon, expandLexicon } from '../../../src/assess/keywords/compile-lexicon.js';
import { groupsFileSchema } from '../../../src/packs/format/groups.js';
import { lexiconFileSchema } from '../../../src/packs/format/lexicon.js';
import { evidence } from './a-lexicon.js';

const { groups } = groupsFileSchema.parse({
  source: 'test',
  reviewedOn: '2026-01-01',
  groups: [
    { id: 'isil', gloss: 'IS', reference: 'QDe.115', names: { russian: ['ИГИЛ', 'Исламское государство'] } },
    { id: 'qaida', gloss: 'AQ', reference: 'QDe.004', names: { russian: ['Аль-Каида'] } },
  ],
});
const lexicon = compileLexicon({
  lexicons: [
    lexiconFileSchema.parse({
      source: 'test',
      licence: 'MIT',
      language: 'russian',
      entries: [
        { lemma: 'солдат', role: 'fighter', gloss: 'its soldier', onlyWhen: { after: ['@group'] } },
        { lemma: '=за =победу @group', role: 'praise', gloss: 'for its victory' },
      ],
    }),
  ],
  groups,
  patterns: [],
});
const roles = (text: string): readonly string[] => evidence(text, lexicon, ['ru']).hits.map(({ role }) => role);

describe('@group stands for every name of a designated group', () => {
  test.each(['солдаты ИГИЛ', 'солдату Исламского государства', 'солдаты Аль-Каиды'])('beside a word: «%s»', (text) => {
    expect(roles(text)).toContain('fighter');
  });

  test('inside a phrase', () => {
    expect(roles('за победу Исламского государства')).toContain('praise');
  });

  test('with one phrase for all names of one word, since a lexicon holds it hundreds of times', () => {
    const named = (names: readonly string[]): number => {
      const { phrases } = expandLexicon({
        lexicons: [
          lexiconFileSchema.parse({
            source: 'test',
            licence: 'MIT',
            language: 'russian',
            entries: [{ lemma: '=за =победу @group', role: 'praise', gloss: 'for its victory' }],
          }),
        ],
        groups: groupsFileSchema.parse({
          source: 'test',
          reviewedOn: '2026-01-01',
          groups: [{ id: 'isil', gloss: 'IS', reference: 'QDe.115', names: { russian: names } }],
        }).groups,
        patterns: [],
      });
      return [...phrases].length - names.length;
    };

    expect(named(['ИГИЛ', 'ДАИШ', 'халифат'])).toBe(named(['ИГИЛ']));
    // The name of two words is one phrase more, the name by itself two more: with a slip in either word.
    expect(named(['ИГИЛ', 'Исламское государство'])).toBe(named(['ИГИЛ']) + 3);
  });

  test.each(['солдаты армии', 'за победу команды'])('and for nothing else: «%s»', (text) => {
    expect(roles(text)).toEqual([]);
  });
});

describe('a cue that holds the name of the group', () => {
  const weak = compileLexicon({
    lexicons: [
      lexiconFileSchema.parse({
        source: 'test',
        licence: 'MIT',
        language: 'russian',
        verbs: [{ infinitive: 'давать', present: ['даю', 'дают'], imperative: ['давай'] }],
        entries: [
          { lemma: '=вас', also: ['=брат'], role: 'audience', gloss: 'you' },
          { lemma: 'давать байат', role: 'pledge', gloss: 'pledge' },
        ],
        patterns: [
          {
            id: 'spoken',
            category: 'join',
            construction: 'statement',
            needs: [{ role: 'group' }, { role: 'audience' }],
            weight: 4,
            gloss: '{1}',
          },
        ],
        cues: [
          { words: '=борьба =с @group', kind: 'refutation', weight: -4, side: 'either', gloss: 'the fight against it' },
        ],
      }),
    ],
    groups,
    patterns: [],
  });

  test('speaks of that group', () => {
    expect(evidence('Борьба с ИГИЛ: долг вас всех', weak, ['ru']).cues).toMatchObject([{ weight: -4 }]);
  });

  test('is not needed where the group stands in a clause that denies an act', () => {
    expect(evidence('ИГИЛ ждёт вас', weak, ['ru']).patterns).toHaveLength(1);
    expect(evidence('Не давай байат ИГИЛ, брат', weak, ['ru']).patterns).toEqual([]);
  });
});
