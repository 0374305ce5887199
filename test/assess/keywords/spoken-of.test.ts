import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

const JOIN = `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}",
    needs: [{ role: act-join, mood: imperative }, { role: group }] }
`;
const TAGS = { tajik: 'tg', uzbek: 'uz-Cyrl', russian: 'ru' } as const;

/** A verb of joining and a group. */
const joining = (language: keyof typeof TAGS, verb: string, group: string, verbs = '') =>
  aLexicon(
    language,
    `
${verbs}
entries:
  - { lemma: ${verb}, role: act-join, gloss: join }
  - { lemma: ${group}, role: group, gloss: IS }
`,
    JOIN,
  );
const LEXICONS = {
  tajik: joining('tajik', 'ҳамроҳ шудан', 'ДИИШ', 'verbs: [{ infinitive: шудан, present: шав }]'),
  uzbek: joining('uzbek', 'қўшилмоқ', 'ИШИД'),
  russian: joining('russian', 'вступать', 'ИГИЛ'),
};

describe('a name that is only spoken of', () => {
  test.each([
    ['uzbek', 'ИШИД ҳақида қўшилинг'],
    ['uzbek', 'ИШИДга қарши қўшилинг'],
    ['russian', 'вступайте против ИГИЛ'],
    ['tajik', 'бораи ДИИШ ҳамроҳ шавед'],
  ] as const)('is no side to join (%s: %s)', (language, text) => {
    expect(evidence(text, LEXICONS[language], [TAGS[language]]).patterns).toEqual([]);
  });

  test.each([
    ['uzbek', 'ИШИДга қўшилинг'],
    ['russian', 'вступайте в ИГИЛ'],
    ['tajik', 'ба ДИИШ ҳамроҳ шавед'],
  ] as const)('is one without the word that says so (%s: %s)', (language, text) => {
    expect(evidence(text, LEXICONS[language], [TAGS[language]]).patterns).toHaveLength(1);
  });

  test('may be what is spread or threatened for', () => {
    const lexicon = aLexicon(
      'uzbek',
      `
entries:
  - { lemma: тарқатмоқ, role: publicise, gloss: spread }
  - { lemma: ИШИД, role: group, gloss: IS }
`,
      `
- { id: spread, category: publicise, construction: imperative, weight: 4, gloss: "{1} {2}",
    needs: [{ role: publicise, mood: imperative }, { role: group }] }
`,
    );
    expect(evidence('ИШИД ҳақида тарқатинг', lexicon, ['uz-Cyrl']).patterns).toHaveLength(1);
  });
});
