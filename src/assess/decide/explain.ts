import type { Reason } from '../assessment.js';
import type { BayesTable } from '../bayes/bayes-table.js';
import { featureWeight } from '../bayes/call-odds.js';
import type { TokenFeatures } from '../bayes/features.js';
import type { CueHit, Evidence, TermHit } from '../keywords/evidence.js';
import type { Token } from '../text/token.js';
import type { Decision, Grounds, TokenSpan } from './decision.js';

/** What Bayes knows of the text whose decision is explained. */
export interface BayesGrounds {
  readonly table: BayesTable;
  /** Of each token. */
  readonly features: readonly TokenFeatures[];
  readonly label: string | undefined;
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

/** Words and pairs of them that moved Bayes the way it went; none where it had no say. */
function bayesReasons(explained: Explained, { logOdds, coefficient }: Grounds['bayes']): readonly Reason[] {
  const { bayes } = explained;
  if (bayes?.label === undefined || logOdds === 0) return [];
  const { table, label } = bayes;
  const side = logOdds > 0 ? 1 : -1;
  const weighed: WeighedSpan[] = [];
  // A word counts once, however often it stands there.
  const seen = new Set<string>();
  const weigh = (feature: string | undefined, first: number, last: number) => {
    if (feature === undefined || seen.has(feature)) return;
    seen.add(feature);
    const weight = featureWeight(table, feature, label);
    if (weight > 0) weighed.push({ first, last, weight: rounded(side * Math.abs(coefficient) * weight) });
  };
  bayes.features.forEach(({ word, pair }, token) => {
    weigh(word, token, token + 1);
    weigh(pair, token, token + 2);
  });
  const gloss = side > 0 ? `frequent in calls (${label})` : `frequent in benign text (${label})`;
  return strongestFirst(weighed)
    .slice(0, MOST_BAYES_REASONS)
    .map(({ first, last, weight }) =>
      toReason({ kind: 'bayes', gloss, role: label, weight }, span(explained, first, last)),
    );
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
