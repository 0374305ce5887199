import type { Reason } from '../assessment.js';
import type { BayesTable } from '../bayes/bayes-table.js';
import { type BayesOpinion, rowWeight } from '../bayes/call-odds.js';
import { eachRow, type KnownFeatures } from '../bayes/known-features.js';
import type { CueHit, Evidence, TermHit } from '../keywords/evidence.js';
import type { Token } from '../text/token.js';
import type { Decision, Grounds, TokenSpan } from './decision.js';

/** What Bayes knows of the text whose decision is explained. */
export interface BayesGrounds {
  readonly table: BayesTable;
  readonly reading: {
    readonly known: KnownFeatures;
    readonly opinion: BayesOpinion;
    readonly opinionOf: (part: TokenSpan) => BayesOpinion;
  };
}

export interface Explained {
  readonly original: string;
  readonly tokens: readonly Token[];
  readonly evidence: Evidence;
  readonly decision: Decision;
  readonly bayes: BayesGrounds | undefined;
}

/** Bayes moves a decision by many words a little: the few that moved it most are enough to check it. */
const MOST_BAYES_REASONS = 5;
const MOST_WORD_REASONS = 5;
const MOST_TERM_REASONS = 12;

/** Says why: the pattern and its words, the cues that lowered it, the words that moved the odds; in that order. */
export function explain(explained: Explained): readonly Reason[] {
  const { evidence, decision } = explained;
  const grounds = decision.grounds;
  if (grounds === undefined) return evidence.hits.slice(0, MOST_TERM_REASONS).map((hit) => termReason(hit, explained));

  const { pattern } = grounds;
  const patternReason = toReason(
    {
      kind: 'pattern',
      gloss: pattern.polarity === 'against' ? `against: ${pattern.gloss}` : pattern.gloss,
      role: pattern.category,
      weight: rounded(grounds.weight),
    },
    span(explained, pattern.first, pattern.last),
  );
  const cues = grounds.cues.map(({ cue, weight }) => cueReason(cue, weight, explained));
  const terms = pattern.hits.map((hit) => termReason(hit, explained));
  return [
    patternReason,
    ...terms,
    ...cues,
    ...wordReasons(explained, grounds),
    ...bayesReasons(explained, grounds.bayes),
  ];
}

function termReason(hit: TermHit, explained: Explained): Reason {
  const gloss = hit.grammar.negated ? `do NOT: ${hit.gloss}` : hit.gloss;
  return toReason({ kind: 'term', gloss, role: hit.role, weight: hit.weight }, span(explained, hit.first, hit.last));
}

function cueReason(cue: CueHit, weight: number, explained: Explained): Reason {
  return toReason(
    { kind: 'cue', gloss: cue.gloss, role: cue.kind, weight: rounded(weight) },
    span(explained, cue.first, cue.last),
  );
}

/** The words that moved the odds of the wording most, either way. */
function wordReasons(explained: Explained, { words, pattern }: Grounds): readonly Reason[] {
  const weighed = words.map(({ token, weight }) => ({ first: token, last: token + 1, weight: rounded(weight) }));
  return strongestFirst(weighed.filter(({ weight }) => weight !== 0))
    .slice(0, MOST_WORD_REASONS)
    .map(({ first, last, weight }) =>
      toReason(
        { kind: 'word', gloss: weight > 0 ? 'said in calls' : 'said in benign text', role: pattern.category, weight },
        span(explained, first, last),
      ),
    );
}

interface WeighedSpan extends TokenSpan {
  readonly weight: number;
}

function strongestFirst(weighed: readonly WeighedSpan[]): readonly WeighedSpan[] {
  return [...weighed].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.first - b.first);
}

/**
 * Words and pairs of them that moved Bayes the way it went, in the part of the text that decided; none where it had no say. What they
 * weigh is shrunk as Bayes was, by its limit.
 */
function bayesReasons(explained: Explained, { logOdds, coefficient, part }: Grounds['bayes']): readonly Reason[] {
  const { bayes, tokens } = explained;
  if (bayes === undefined || logOdds === 0) return [];
  const { table, reading } = bayes;
  const opinion = part === undefined ? reading.opinion : reading.opinionOf(part);
  const { label } = opinion;
  // A pattern may have been decided by its own sentences, of which the whole text says another thing.
  if (label === undefined || Math.sign(opinion.logOdds) !== Math.sign(logOdds)) return [];

  const scale = coefficient * Math.min(1, logOdds / opinion.logOdds) * Math.sign(logOdds);
  const whole = { first: 0, last: tokens.length };
  const weighed = weighFeatures(reading.known, part ?? whole, (row) => rowWeight(table, row, label));
  const gloss = logOdds > 0 ? `frequent in calls (${label})` : `frequent in benign text (${label})`;
  return strongestFirst(weighed)
    .slice(0, MOST_BAYES_REASONS)
    .map((one) =>
      toReason(
        { kind: 'bayes', gloss, role: label, weight: rounded(scale * one.weight) },
        span(explained, one.first, one.last),
      ),
    );
}

/** What speaks for a class. A word counts once, however often it stands there. */
function weighFeatures(
  known: KnownFeatures,
  part: TokenSpan,
  weightOf: (row: number) => number,
): readonly WeighedSpan[] {
  const weighed: WeighedSpan[] = [];
  const seen = new Set<number>();
  eachRow(known, part.first, part.last, (row, token, tokens) => {
    if (seen.has(row)) return;
    seen.add(row);
    const weight = weightOf(row);
    if (weight > 0) weighed.push({ first: token, last: token + tokens, weight });
  });
  return weighed;
}

type Span = Pick<Reason, 'text' | 'start' | 'end'>;

/** A reason with its keys in the order of the batch contract (DESIGN §9), which `score --jsonl` prints as they stand. */
function toReason(what: Omit<Reason, keyof Span>, { text, start, end }: Span): Reason {
  const { kind, gloss, role, weight } = what;
  return { kind, text, gloss, role, weight, start, end };
}

/** Original characters between two tokens, the last exclusive. */
function span(explained: Explained, first: number, last: number): Span {
  const start = explained.tokens[first]?.start ?? 0;
  const end = explained.tokens[Math.max(first, last - 1)]?.end ?? start;
  return { text: explained.original.slice(start, end), start, end };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
