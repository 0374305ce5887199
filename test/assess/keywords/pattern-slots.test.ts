import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

describe('a slot may pass over a case', () => {
  const lexicon = aLexicon(
    'uzbek',
    `
entries:
  - { lemma: урмоқ, role: violence, gloss: strike }
  - { lemma: ИШИД, also: [Ислом давлати], role: group, gloss: IS }
  - { lemma: жангари, role: fighter, gloss: militant }
`,
    `
- { id: strike, category: violence, construction: imperative, weight: 4, gloss: "{1} {2}",
    needs: [{ role: violence, mood: imperative }, { role: group, notCase: [accusative, ablative, dative] }] }
`,
  );
  test.each([
    ['ИШИД учун уринг', 1],
    ['ИШИДни уринг', 0],
    ['IShIDni uring', 0],
    ['Ислом давлатини уринг', 0],
    ['Ислом давлатидан уринг', 0],
    ['Ислом давлатига уринг', 0],
    ['IShIDga uring', 0],
    ['Ислом давлатимиз учун уринг', 1],
    ['ИШИД жангариларини уринг', 0],
    ['ИШИД, жангариларни уринг', 1],
    ['ИШИД жангарилари, уринг', 1],
  ])('%s', (text, patterns) => {
    expect(evidence(text, lexicon, ['uz-Latn', 'uz-Cyrl']).patterns).toHaveLength(patterns);
  });
});

describe('a slot may ask for whose sake it is done', () => {
  const lexicon = aLexicon(
    'russian',
    `
entries:
  - { lemma: взрывать, role: violence, gloss: blow up }
  - { lemma: ИГИЛ, also: [халифат], role: group, gloss: IS }
`,
    `
- { id: sake, category: violence, construction: obligation, weight: 4, gloss: "{1} {2}",
    needs: [{ role: violence, mood: infinitive }, { role: group, case: dative }] }
`,
  );
  test.each([
    ['за ИГИЛ надо взрывать', 1],
    ['взрывать ради нашего халифата', 1],
    ['взрывать во имя халифата', 1],
    ['взрывать во славу ИГИЛ', 1],
    ['ИГИЛ надо взрывать', 0],
    ['взрывать халифат', 0],
    ['за что взрывать, ИГИЛ', 0],
  ])('%s', (text, patterns) => {
    expect(evidence(text, lexicon, ['ru']).patterns).toHaveLength(patterns);
  });
});

describe('a slot may pass over participles', () => {
  const lexicon = aLexicon(
    'uzbek',
    `
entries:
  - { lemma: мақтамоқ, also: [офарин], role: praise, gloss: praise }
  - { lemma: ИШИД, role: group, gloss: IS }
`,
    `
- { id: praise, category: praise, construction: statement, weight: 4, gloss: "{1} {2}",
    needs: [{ role: praise, participle: false }, { role: group }] }
`,
  );
  test.each([
    ['ИШИДга офарин', 1],
    ['ИШИДни мақтанг', 1],
    ['ИШИДни мақтаганлар', 0],
    ['ИШИДни мақтайдиганларга ҳайронман', 0],
  ])('%s', (text, patterns) => {
    expect(evidence(text, lexicon, ['uz-Cyrl']).patterns).toHaveLength(patterns);
  });
});
