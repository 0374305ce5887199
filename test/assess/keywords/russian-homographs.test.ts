import { describe, expect, test } from '@jest/globals';
import { aLexicon, evidence } from './a-lexicon.js';

test('ё is not written for е', () => {
  const go = aLexicon(
    'russian',
    `
verbs:
  - { infinitive: ехать, present: [еду, едут], imperative: [едь] }
entries:
  - { lemma: ехать, role: act-travel, gloss: go }
`,
  );
  expect(evidence('едь туда', go, ['ru']).hits).toHaveLength(1);
  expect(evidence('ёд туда', go, ['ru']).hits).toHaveLength(0);
});

describe('words of Tajik and Uzbek text that only look Russian', () => {
  const borrowed = aLexicon(
    'russian',
    `
verbs:
  - { infinitive: бить, present: [бью, бьют], imperative: [бей] }
  - { infinitive: ехать, present: [еду, едут], imperative: [едь] }
  - { infinitive: кинуть, present: [кину, кинут], imperative: [кинь] }
entries:
  - { lemma: бить, role: violence, gloss: hit }
  - { lemma: ехать, role: act-travel, gloss: go }
  - { lemma: кинуть, role: pay, gloss: send }
  - { lemma: =месть, role: threat, gloss: revenge }
`,
  );

  test.each(['бьёшь', 'бьешь', 'бъешь', 'едем', 'кинь', 'месть'])('«%s» is found', (text) => {
    expect(evidence(text, borrowed, ['ru']).hits).toHaveLength(1);
  });

  test.each([
    ['беш', 'five, for бьёшь'],
    ['эдим', 'I was, for едем'],
    ['қийин', 'hard, for кинь'],
    ['мест', 'Russian, of places, for месть'],
  ])('«%s» is not (%s)', (text) => {
    expect(evidence(text, borrowed, ['ru']).hits).toEqual([]);
  });
});
