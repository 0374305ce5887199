import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

describe('an Uzbek ablative', () => {
  const ranks = aLexicon(
    'uzbek',
    `
entries:
  - { lemma: =лашкаридан жой олмоқ, role: act-join, gloss: take a place, gap: 0 }
  - { lemma: кетмоқ, role: act-join, gloss: go }
  - { lemma: лашкар, role: fighter, gloss: army }
  - { lemma: ИШИД, role: group, gloss: IS }
`,
    `
- { id: join, category: join, construction: imperative, weight: 5, gloss: "{1} {2}",
    needs: [{ role: act-join, mood: imperative }, { role: group, notCase: ablative }] }
`,
  );
  test('leads away', () => {
    expect(evidence('ИШИД лашкаридан кетинг', ranks, ['uz-Cyrl']).patterns).toHaveLength(0);
  });
  test('that an act holds in its own words does not', () => {
    expect(evidence('ИШИД лашкаридан жой олинг', ranks, ['uz-Cyrl']).patterns).toHaveLength(1);
  });
});

describe('a Tajik accusative', () => {
  const groups = aLexicon(
    'tajik',
    `
entries:
  - { lemma: куштан, role: violence, gloss: kill }
  - { lemma: ДИИШ, role: group, gloss: IS }
verbs: [{ infinitive: куштан, present: куш }]
`,
    `
- { id: for, category: violence, construction: imperative, weight: 5, gloss: "{1} {2}",
    needs: [{ role: violence, mood: imperative }, { role: group, notCase: accusative }] }
`,
  );
  test.each(['ДИИШ-ро кушед', 'ДИИШ-ра кушед', 'DIISh-ro kushed', 'Д И И Ш - р о кушед'])(
    'is heard behind a hyphen: «%s»',
    (text) => {
      expect(evidence(text, groups, ['tg', 'tg-Latn']).patterns).toHaveLength(0);
    },
  );
  test('is missing where the group is not struck', () => {
    expect(evidence('барои ДИИШ кушед', groups, ['tg']).patterns).toHaveLength(1);
  });
});
