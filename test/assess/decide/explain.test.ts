import { describe, expect, it } from '@jest/globals';
import { compileBayes } from '../../../src/assess/bayes/bayes-table.js';
import { oddsOfRows } from '../../../src/assess/bayes/call-odds.js';
import { distinctRows, knownReader } from '../../../src/assess/bayes/known-features.js';
import type { Decision, TokenSpan } from '../../../src/assess/decide/decision.js';
import { explain } from '../../../src/assess/decide/explain.js';
import type { PatternHit } from '../../../src/assess/keywords/evidence.js';
import { stateOf, trainNatural } from '../../../src/assess/natural/bayes-classifier.js';
import { normalise } from '../../../src/assess/text/normalise.js';

const table = compileBayes(
  stateOf(
    trainNatural(
      [
        { features: ['друг', 'ждет', 'друг+ждет', 'ждет+вас'], label: 'join' },
        { features: ['хлеб', 'рыно'], label: 'everyday' },
      ],
      0.1,
    ),
  ),
  (label) => label === 'join',
);
const read = knownReader(table, { language: 'russian', rule: { prefix: 4, shortest: 3 }, functionWords: new Set() });

/** The words of the reasons that Bayes gives for what it said of a part of a text. */
function reasonsOf(original: string, part: TokenSpan): readonly string[] {
  const { tokens } = normalise(original);
  const known = read(tokens);
  const opinionOf = ({ first, last }: TokenSpan) => oddsOfRows(table, distinctRows(known, first, last));
  const pattern: PatternHit = {
    pattern: 'any',
    language: 'russian',
    category: 'join',
    polarity: 'for',
    gloss: 'join',
    weight: 1,
    first: 0,
    last: 1,
    hits: [],
  };
  const decision: Decision = {
    level: 'review',
    score: 1,
    category: 'join',
    polarity: 'for',
    grounds: { pattern, score: 1, weight: 1, cues: [], words: [], bayes: { logOdds: 1, coefficient: 1, part } },
  };
  const reasons = explain({
    original,
    tokens,
    evidence: { hits: [], patterns: [], cues: [] },
    decision,
    bayes: { table, reading: { known, opinion: opinionOf({ first: 0, last: tokens.length }), opinionOf } },
  });
  return reasons.filter(({ kind }) => kind === 'bayes').map(({ text }) => text);
}

describe('the reasons of Bayes', () => {
  it('are the words and pairs of the part that decided, at their places in the whole text', () => {
    expect([...reasonsOf('хлеб друг ждет вас', { first: 1, last: 4 })].sort()).toEqual(
      ['ждет', 'ждет вас', 'друг', 'друг ждет'].sort(),
    );
  });

  it('hold no pair that reaches out of it', () => {
    expect(reasonsOf('хлеб друг ждет вас', { first: 1, last: 2 })).toEqual(['друг']);
  });
});
