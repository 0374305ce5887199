import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OUR_TAGS } from '../../../src/assess/assessment.js';
import { findEvidence, findTellingEvidence } from '../../../src/assess/keywords/find-evidence.js';
import { normalise } from '../../../src/assess/text/normalise.js';
import { aLexicon } from './a-lexicon.js';

const lexicon = aLexicon(
  'russian',
  `
entries:
  - { lemma: вступать, role: act-join, gloss: join }
  - { lemma: бей неверных, role: violence, gloss: strike }
  - { lemma: ИГИЛ, role: group, gloss: IS, notWhen: { near: [кино], name: true } }
cues:
  - { words: =нельзя, kind: negation, side: before, flips: true, gloss: must not }
  - { words: запрещенный, kind: law, side: either, across: true, gloss: banned }
`,
  `- { id: join, category: join, construction: imperative, gloss: "{1} {2}", adjacent: true,
       needs: [{ role: act-join }, { role: group }] }`,
);
const PIECES = [
  'вступайте',
  'не',
  'ИГИЛ',
  'бей',
  'неверных',
  'нельзя',
  'запрещённый',
  'кино',
  'в',
  '.',
  ',',
  '\n',
  '«',
  '»',
  '?',
  '__proto__',
];
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...PIECES, 'constructor', '\ud800', 'и\u0306'), { maxLength: 30 })
    .map((all) => all.join(' ')),
);

test('whatever the text, evidence points into it and repeats itself', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const normalised = normalise(text);
      const count = normalised.tokens.length;
      const found = findEvidence(normalised, OUR_TAGS, lexicon);
      for (const { first, last } of [...found.hits, ...found.patterns, ...found.cues]) {
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeGreaterThan(first);
        expect(last).toBeLessThanOrEqual(count);
      }
      for (const pattern of found.patterns) {
        expect(new Set(pattern.hits.map((hit) => hit.first)).size).toBe(pattern.hits.length);
        expect(pattern.polarity === 'for' ? pattern.weight > 0 : pattern.weight === 0).toBe(true);
      }
      for (const cue of found.cues) {
        expect(cue.weight).toBeLessThanOrEqual(0);
        expect(cue.governs.every((index) => index < found.patterns.length)).toBe(true);
      }
      expect(findEvidence(normalised, OUR_TAGS, lexicon)).toEqual(found);
    }),
    { numRuns: 400 },
  );
});

test('nothing is kept back but what could not be worth watching', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const normalised = normalise(text);
      const found = findEvidence(normalised, OUR_TAGS, lexicon);
      const telling = findTellingEvidence(normalised, OUR_TAGS, lexicon);
      if (telling.hits.length > 0) return expect(telling).toEqual(found);
      const roles = new Set(found.hits.map(({ role }) => role));
      expect(found.patterns).toEqual([]);
      expect(roles.has('group') && (roles.has('act-join') || roles.has('violence'))).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('no single word flags: a pattern is filled by two at least', () => {
  for (const text of ['вступайте', 'ИГИЛ', 'ИГИЛ '.repeat(5), 'вступайте '.repeat(5)])
    expect(findEvidence(normalise(text), OUR_TAGS, lexicon).patterns).toEqual([]);
});
