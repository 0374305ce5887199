import { describe, expect, test } from '@jest/globals';
import { aLexicon, formOf } from './a-lexicon.js';

const tajik = aLexicon(
  'tajik',
  `
verbs:
  - { infinitive: кардан, present: кун }
  - { infinitive: куштан, present: куш }
  - { infinitive: шудан, present: шав }
  - { infinitive: истодан, present: ист }
entries:
  - { lemma: куштан, role: violence, gloss: kill }
  - { lemma: тарҷума кардан, role: publicise, gloss: translate }
  - { lemma: истодан, role: act-join, gloss: stand }
  - { lemma: шудан, role: act-join, gloss: become }
`,
);

describe('a Tajik participle takes its form from the verb behind it', () => {
  test.each([
    ['кушта шаванд', 'optative 3'],
    ['кушта мешавад', 'indicative 3 present'],
    ['кушта шуд', 'indicative 3 past'],
    ['кушта нашаванд', 'NEG optative 3'],
    ['кушта истодаем', 'indicative 1 present'],
    ['тарҷума карда, паҳн кунем', 'exhortative 1'],
    ['тарҷума карда, паҳн карданд', 'indicative 3 past'],
    ['ҷавони кушта дар ин ҷо истод', 'nominal past'],
    ['кушта', 'nominal past'],
  ])('%s: %s', (text, form) => {
    expect(formOf(text, tajik, ['tg'])).toBe(form);
  });
});
