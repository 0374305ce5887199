import type { CueHit, Evidence, PatternHit, TermHit } from '../keywords/evidence.js';
import { BAYES_LIMITS, type Factors } from './decision-model.js';

/** Roles that tie an act to a designated group. */
const GROUP_ROLES: ReadonlySet<string> = new Set(['group', 'fighter', 'leader', 'ideology', 'ranks']);

/** Kinds of cue that anybody can paste onto a call. On a call that asks somebody they may lower, not hide. */
const PASTED_KINDS: ReadonlySet<string> = new Set(['law', 'history']);
const MOST_OF_PASTED = 1.5;

/** Turns a pattern that was met, with what stands around it, into the numbers that the decision weighs. */
export function weighPattern(index: number, evidence: Evidence, bayesLogOdds: number): Factors | undefined {
  const pattern = evidence.patterns[index];
  if (pattern === undefined) return undefined;
  const asks = pattern.hits.some(asksSomebody);
  return {
    bias: 1,
    pattern: pattern.weight,
    words: pattern.hits.length === 0 ? 0 : sumOf(pattern.hits.map((hit) => hit.weight - 1)) / pattern.hits.length,
    group: pattern.hits.some((hit) => GROUP_ROLES.has(hit.role)) ? 1 : 0,
    asks: asks ? 1 : 0,
    contact: evidence.hits.some((hit) => hit.role === 'contact' && !hit.grammar.negated) ? 1 : 0,
    support: Math.min(2, supportOf(pattern, evidence.patterns)),
    cues: cueSum(cuesOn(index, evidence), asks),
    unclear: pattern.polarity === 'unclear' ? 1 : 0,
    bayes: Math.max(-BAYES_LIMITS.pattern, Math.min(BAYES_LIMITS.pattern, bayesLogOdds)),
  };
}

/** The cues that govern a pattern. */
export function cuesOn(index: number, evidence: Evidence): readonly CueHit[] {
  return evidence.cues.filter((cue) => cue.governs.includes(index));
}

/** Whether the word is addressed to somebody: join, let us go, you must pay. */
export function asksSomebody(hit: TermHit): boolean {
  const { mood, person, negated, tense } = hit.grammar;
  if (negated) return false;
  return mood === 'imperative' || mood === 'exhortative' || (person === 2 && tense !== 'past');
}

function cueSum(cues: readonly CueHit[], asks: boolean): number {
  const pasted = sumOf(cues.filter((cue) => PASTED_KINDS.has(cue.kind)).map((cue) => -cue.weight));
  const earnest = sumOf(cues.filter((cue) => !PASTED_KINDS.has(cue.kind)).map((cue) => -cue.weight));
  return earnest + (asks ? Math.min(pasted, MOST_OF_PASTED) : pasted);
}

function supportOf(pattern: PatternHit, all: readonly PatternHit[]): number {
  const others = all.filter((other) => other.polarity === 'for' && other.pattern !== pattern.pattern);
  return new Set(others.map((other) => other.pattern)).size;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
