import { expect, test } from '@jest/globals';
import { compileLexicon } from '../../../src/assess/keywords/compile-lexicon.js';
import { findEvidence } from '../../../src/assess/keywords/find-evidence.js';
import { normalise } from '../../../src/assess/text/normalise.js';

const lexicon = compileLexicon({
  lexicons: [
    {
      language: 'uzbek',
      verbs: [],
      entries: [
        {
          lemma: 'мужоҳид',
          also: [],
          role: 'fighter',
          gloss: 'mujahid',
          weight: 1,
          strict: false,
          order: 'written',
          notWhen: { name: true },
        },
      ],
      patterns: [],
      cues: [],
    },
    {
      language: 'russian',
      verbs: [],
      entries: [
        {
          lemma: 'ИДУ',
          also: [],
          role: 'group',
          gloss: 'IMU',
          weight: 1,
          is: 'fixed',
          strict: true,
          order: 'written',
          onlyWhen: { capitals: true },
        },
      ],
      patterns: [],
      cues: [],
    },
  ],
  groups: [],
  patterns: [],
});

test.each([
  ['Мужоҳид Каримов бугун келди', 0],
  ['Мужоҳид бугун келди', 1],
  ['МУЖОҲИД БУГУН КЕЛДИ', 1],
  ['MUJOHIDLAR VIDEOSINI KOʻRING', 1],
])('«%s» names a fighter %i time(s): capitals throughout say nothing about names', (text, times) => {
  expect(findEvidence(normalise(text), ['uz-Latn'], lexicon).hits).toHaveLength(times);
});

test.each([
  ['Доберись до ИДУ, встретим.', 1],
  ['Доберись, я иду домой.', 0],
  ['Иду домой.', 0],
  ['Я УЖЕ ИДУ ДОМОЙ', 0],
])('«%s» names a group by an abbreviation %i time(s)', (text, times) => {
  const { hits } = findEvidence(normalise(text), ['ru'], lexicon);
  expect(hits.filter(({ role }) => role === 'group')).toHaveLength(times);
});
