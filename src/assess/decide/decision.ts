import type { Category, Language, Level, OurTag, Polarity, RankedLanguage } from '../assessment.js';
import type { CueHit, Evidence, PatternHit } from '../keywords/evidence.js';
import type { NormalisedText } from '../text/token.js';
import type { DecisionModel, Factors } from './decision-model.js';

/** Tokens of a text, the last exclusive. */
export interface TokenSpan {
  readonly first: number;
  readonly last: number;
}

/** Log-odds of Bayes for a text or a part of it, in a language; 0 is no opinion. */
export type BayesOdds = (language: Language, span?: TokenSpan) => number;

/** A text and what its words say. */
export interface Read {
  readonly text: NormalisedText;
  readonly evidence: Evidence;
  /** Ours that the text may be in, most probable first. */
  readonly spoken: readonly OurTag[];
  /** All that it may be in, with their probabilities. */
  readonly languages: readonly RankedLanguage[];
}

/** The fitted numbers of each language that the pack has. */
export type Models = Readonly<Partial<Record<Language, DecisionModel>>>;

/** The pattern that a decision rests on. */
export interface PatternGrounds {
  readonly pattern: PatternHit;
  readonly factors: Factors;
  readonly cues: readonly CueHit[];
  readonly score: number;
}

/** What a decision rests on, and what each part of it weighed: for the explanation. */
export interface Grounds {
  readonly pattern: PatternHit;
  readonly score: number;
  /** What the pattern itself adds to the score, with what the wording says of the text and of no word, less what its rest took off. */
  readonly weight: number;
  readonly cues: readonly { readonly cue: CueHit; readonly weight: number }[];
  /** What each word of the wording adds; none where no wording was read. */
  readonly words: readonly { readonly token: number; readonly weight: number }[];
  /** What Bayes said, within its limit; of a part of the text where that decided. */
  readonly bayes: { readonly logOdds: number; readonly coefficient: number; readonly part: TokenSpan | undefined };
}

export interface Decision {
  readonly level: Level;
  readonly score: number;
  readonly category: Category | null;
  readonly polarity: Polarity;
  /** Undefined where nothing was met that could be a call. */
  readonly grounds: Grounds | undefined;
}
