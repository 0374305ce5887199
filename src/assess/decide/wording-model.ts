/** What is weighed of a text that names a designated side beside an act or an opening, which no pattern joins; each is 0 where it does not apply. */
export const WORDING_FACTORS = [
  /** Always 1. */
  'bias',
  /** Log-odds of Bayes, within `BAYES_LIMIT`. */
  'bayes',
  /** An act that is not negated. */
  'act',
  /** Such an act asks somebody, or the speaker is the one who acts. */
  'asks',
  /** Kinds of words that open a call: invite, must, ready, who, promise, contact …; at most three. */
  'opens',
  /** Speaker or reader show in pronouns or endings. */
  'involves',
  /** How far the weight of the surest name of a group, a fighter or a leader stands above or below the usual 1. */
  'side',
  /** A caliph or an emir is named. */
  'leader',
  /** An act that is negated or forbidden. */
  'denied',
  /** An act that is past. */
  'past',
  /** «why». */
  'why',
  /** A sentence of the text asks something. */
  'question',
  /** Twelves of words, at most three: a long text has room for anything. */
  'length',
  /** A cue of this kind stands anywhere in the text. */
  'reporting',
  'refutation',
  'warning',
  'negation',
  'quotation',
  'homonym',
  'history',
  'law',
] as const;
export type WordingFactor = (typeof WORDING_FACTORS)[number];
export type WordingFactors = Readonly<Record<WordingFactor, number>>;

/** The score of free wording, on the scale of the language's thresholds. */
export function wordingScore(coefficients: WordingFactors, factors: WordingFactors): number {
  let score = 0;
  for (const factor of WORDING_FACTORS) score += coefficients[factor] * factors[factor];
  return score;
}

/** Whether a kind of cue is weighed. */
export function isWordingFactor(name: string): name is WordingFactor {
  return WORDING_FACTORS.some((factor) => factor === name);
}
