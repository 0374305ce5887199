import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { Polarity } from '../../../src/assess/assessment.js';
import { decide } from '../../../src/assess/decide/decide.js';
import type { DecisionModel } from '../../../src/assess/decide/decision-model.js';
import { weighPattern } from '../../../src/assess/decide/weigh-pattern.js';
import type { WordingModel } from '../../../src/assess/decide/wording-model.js';
import type { CueHit, Evidence, Grammar, PatternHit, TermHit } from '../../../src/assess/keywords/evidence.js';
import { normalise } from '../../../src/assess/text/normalise.js';

/** Free wording never reaches an alert here, nor speaks against one: these tests are about patterns. */
const SILENT: WordingModel = { bias: -100, margin: 100, weights: new Map() };

const MODEL: DecisionModel = {
  coefficients: {
    bias: -3,
    pattern: 1,
    words: 1,
    group: 1,
    asks: 0.5,
    contact: 0.3,
    support: 0.3,
    cues: -1,
    unclear: -1.5,
    bayes: 0.2,
  },
  wording: SILENT,
  thresholds: { review: 0, urgent: 1.5 },
};

const TEXT = normalise('');

const STATED: Grammar = { negated: false, mood: 'indicative', person: 3, tense: 'present' };
const ASKED: Grammar = { negated: false, mood: 'imperative', person: 2, tense: undefined };

function aTerm(role: string, grammar: Grammar = STATED): TermHit {
  return { entry: role, language: 'tajik', role, gloss: role, weight: 1, first: 0, last: 1, grammar };
}

function aPattern(overrides: Partial<PatternHit> = {}): PatternHit {
  return {
    pattern: 'join-imperative',
    language: 'tajik',
    category: 'join',
    polarity: 'for',
    gloss: 'join',
    weight: 4,
    first: 0,
    last: 2,
    hits: [aTerm('act-join', ASKED), aTerm('group')],
    ...overrides,
  };
}

function aCue(kind: string, governs: readonly number[], weight = -3): CueHit {
  return { cue: kind, language: 'tajik', kind, gloss: kind, weight, first: 2, last: 3, governs };
}

function evidenceOf(
  patterns: readonly PatternHit[],
  cues: readonly CueHit[] = [],
  more: readonly TermHit[] = [],
): Evidence {
  return { patterns, cues, hits: [...patterns.flatMap((pattern) => pattern.hits), ...more] };
}

function levelOf(evidence: Evidence, bayes = 0): string {
  return decide({ text: TEXT, spoken: ['tg'], languages: [], evidence }, () => bayes, { tajik: MODEL }).level;
}

describe('what alerts', () => {
  test.each<[string, Evidence, number, string]>([
    ['a call that names a group', evidenceOf([aPattern()]), 0, 'review'],
    ['the same spoken against', evidenceOf([aPattern({ polarity: 'against' })]), 6, 'none'],
    ['a call that is reported', evidenceOf([aPattern()], [aCue('reporting', [0])]), 0, 'watch'],
    [
      'a call beside one that is reported',
      evidenceOf([aPattern(), aPattern({ first: 4, last: 6 })], [aCue('reporting', [0])]),
      0,
      'review',
    ],
    [
      'a call beside one that is spoken against',
      evidenceOf([aPattern({ polarity: 'against' }), aPattern()]),
      0,
      'review',
    ],
    ['a call with a disclaimer pasted onto it', evidenceOf([aPattern()], [aCue('law', [0], -6)]), 0, 'review'],
    [
      'a statement under a law',
      evidenceOf([aPattern({ hits: [aTerm('act-join'), aTerm('group')] })], [aCue('law', [0])]),
      0,
      'watch',
    ],
    ['a call that Bayes thinks a prayer', evidenceOf([aPattern()]), -50, 'review'],
    ['a weak pattern that Bayes thinks a prayer', evidenceOf([aPattern({ weight: 2.5 })]), -50, 'watch'],
    [
      'a group and an act that do not belong together',
      evidenceOf([], [], [aTerm('group'), aTerm('act-join')]),
      6,
      'watch',
    ],
    ['a group alone, whatever Bayes thinks', evidenceOf([], [], [aTerm('group')]), 50, 'none'],
    ['nothing, whatever Bayes thinks', evidenceOf([]), 50, 'none'],
  ])('%s', (_name, evidence, bayes, level) => {
    expect(levelOf(evidence, bayes)).toBe(level);
  });

  it('never alerts without a pattern, whatever words there are', () => {
    const roles = fc.constantFrom('group', 'act-join', 'violence', 'pay', 'praise', 'ideology', 'contact', 'target');
    const terms = fc.array(fc.tuple(roles, fc.boolean()).map(([role, asked]) => aTerm(role, asked ? ASKED : STATED)));
    fc.assert(
      fc.property(terms, fc.double({ min: -100, max: 100, noNaN: true }), (hits, bayes) => {
        expect(['none', 'watch']).toContain(levelOf({ hits, patterns: [], cues: [] }, bayes));
      }),
    );
  });

  it('never alerts by its patterns on what is spoken against', () => {
    const against = fc.record({
      weight: fc.double({ min: 0, max: 10, noNaN: true }),
      polarity: fc.constant<Polarity>('against'),
    });
    fc.assert(
      fc.property(
        fc.array(against, { minLength: 1 }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        (all, bayes) => {
          expect(levelOf(evidenceOf(all.map(aPattern)), bayes)).toBe('none');
        },
      ),
    );
  });

  it('lowers the score with every cue that governs', () => {
    const score = (cues: readonly CueHit[]) =>
      decide({ text: TEXT, spoken: ['tg'], languages: [], evidence: evidenceOf([aPattern()], cues) }, () => 0, {
        tajik: MODEL,
      }).score;
    expect(score([aCue('law', [0])])).toBeLessThan(score([]));
    expect(score([aCue('reporting', [0])])).toBeLessThan(score([aCue('law', [0])]));
    expect(score([aCue('reporting', [])])).toBe(score([]));
  });
});

describe('what is urgent', () => {
  const killForTheGroup = aPattern({ category: 'violence', hits: [aTerm('violence', ASKED), aTerm('group')] });
  const contact = aTerm('contact');

  test.each<[string, Evidence, string]>([
    ['a call to violence for a group', evidenceOf([killForTheGroup]), 'urgent'],
    ['the same with a cue against it', evidenceOf([killForTheGroup], [aCue('law', [0], -0.1)]), 'review'],
    [
      'a statement that the group kills',
      evidenceOf([aPattern({ category: 'violence', hits: [aTerm('violence'), aTerm('group')] })]),
      'review',
    ],
    ['a call to join', evidenceOf([aPattern()]), 'review'],
    ['a call to join with a way to get in touch', evidenceOf([aPattern()], [], [contact]), 'urgent'],
    ['praise with a way to get in touch', evidenceOf([aPattern({ category: 'praise' })], [], [contact]), 'review'],
  ])('%s', (_name, evidence, level) => {
    expect(levelOf(evidence)).toBe(level);
  });
});

describe('what it says of itself', () => {
  it('names category and polarity of the pattern that it rests on', () => {
    const decision = decide(
      { text: TEXT, spoken: ['tg'], languages: [], evidence: evidenceOf([aPattern({ category: 'pay' })]) },
      () => 0,
      {
        tajik: MODEL,
      },
    );
    expect(decision).toMatchObject({ category: 'pay', polarity: 'for' });
    expect(weighPattern(0, evidenceOf([aPattern()]), 0)).toEqual({
      bias: 1,
      pattern: 4,
      words: 0,
      group: 1,
      asks: 1,
      contact: 0,
      support: 0,
      cues: 0,
      unclear: 0,
      bayes: 0,
    });
  });

  it('knows no category and no polarity where no pattern was met', () => {
    expect(
      decide({ text: TEXT, spoken: ['tg'], languages: [], evidence: evidenceOf([]) }, () => 0, { tajik: MODEL }),
    ).toMatchObject({
      category: null,
      polarity: 'unclear',
      score: -3,
    });
  });
});
