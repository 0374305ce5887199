import type { Language } from '../assess/assessment.js';
import { compileReader, isCall } from '../assess/bayes/bayes-reader.js';
import type { BayesState } from '../assess/bayes/bayes-state.js';
import { type FeatureRule, featuresOf, weakKey } from '../assess/bayes/features.js';
import type { Token } from '../assess/text/token.js';
import type { BayesModel } from '../packs/models/bayes-file.js';
import type { BayesFigures } from '../packs/models/figures-file.js';
import { type BayesOptions, buildBayes } from './build-bayes.js';
import { foldTwins } from './fold-twins.js';

/** An example as Bayes reads it. */
export interface BayesExample {
  readonly text: string;
  readonly label: string;
  readonly tokens: readonly Token[];
}

export interface TrainedBayes {
  readonly model: BayesModel;
  /** Log-odds of each example from a classifier that had not seen it, in the order of the examples. */
  readonly heldOutOdds: readonly number[];
  readonly figures: BayesFigures;
}

const FOLDS = 5;
const SHORTEST = 3;
const LEAST_EXAMPLES = 1;
const PREFIXES = [4, 5, 6, 8] as const;
/** Never near natural's default of 1: small classes would swallow every word that they have not seen. */
const SMOOTHINGS = [0.05, 0.1, 0.2, 0.3] as const;

type Choice = FeatureRule & BayesOptions;

/** Trains the classifier of one language; smoothing and word length are those that rate unseen examples best. */
export function trainBayes(
  language: Language,
  examples: readonly BayesExample[],
  functionWords: readonly string[],
): TrainedBayes {
  const silent = [...new Set(functionWords.map((word) => weakKey(word, isLatin(word), language)))];
  const tried = choices().map((choice) => {
    const odds = heldOut(language, examples, silent, choice);
    return { choice, odds, loss: loss(odds, examples) };
  });
  const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
  const state = learn(language, examples, silent, best.choice);
  const { prefix, shortest } = best.choice;
  return {
    model: { state, prefix, shortest, functionWords: silent },
    heldOutOdds: best.odds,
    figures: figuresOf(best.choice, best.odds, examples),
  };
}

function choices(): readonly Choice[] {
  return PREFIXES.flatMap((prefix) =>
    SMOOTHINGS.map((smoothing) => ({ prefix, shortest: SHORTEST, smoothing, leastExamples: LEAST_EXAMPLES })),
  );
}

function learn(
  language: Language,
  examples: readonly BayesExample[],
  silent: readonly string[],
  choice: Choice,
): BayesState {
  const words = new Set(silent);
  const documents = examples.map(({ tokens, label }) => ({
    label,
    features: featuresOf(tokens, language, choice, words).filter((feature) => feature !== undefined),
  }));
  return buildBayes(documents, choice);
}

function heldOut(
  language: Language,
  examples: readonly BayesExample[],
  silent: readonly string[],
  choice: Choice,
): readonly number[] {
  const folds = foldTwins(
    examples.map(({ tokens }) => tokens.map(({ form }) => form)),
    FOLDS,
  );
  const readers = Array.from({ length: FOLDS }, (_, fold) => {
    const others = examples.filter((_example, index) => folds[index] !== fold);
    return compileReader(language, learn(language, others, silent, choice), choice, silent);
  });
  return examples.map(({ tokens }, index) => {
    const reader = readers[folds[index] ?? 0];
    return reader === undefined ? 0 : reader.opinion(reader.features(tokens)).logOdds;
  });
}

/** Log loss with calls and benign texts of equal weight, at a quarter of the odds: Bayes counts words as independent and is far too sure. */
function loss(odds: readonly number[], examples: readonly BayesExample[]): number {
  const calls = examples.filter(({ label }) => isCall(label)).length;
  const benign = examples.length - calls;
  return odds.reduce((sum, value, index) => {
    const call = isCall(examples[index]?.label ?? '');
    const shrunk = Math.max(-3, Math.min(3, value / 4));
    return sum + Math.log1p(Math.exp(call ? -shrunk : shrunk)) / (call ? calls : benign);
  }, 0);
}

function figuresOf(choice: Choice, odds: readonly number[], examples: readonly BayesExample[]): BayesFigures {
  const calls = odds.filter((_, index) => isCall(examples[index]?.label ?? ''));
  const benign = odds.filter((_, index) => !isCall(examples[index]?.label ?? ''));
  const wins = calls.reduce((sum, call) => sum + benign.filter((one) => one < call).length, 0);
  const ties = calls.reduce((sum, call) => sum + benign.filter((one) => one === call).length, 0);
  return {
    examples: examples.length,
    smoothing: choice.smoothing,
    prefix: choice.prefix,
    auc: round((wins + ties / 2) / Math.max(1, calls.length * benign.length)),
    callsRight: round(calls.filter((value) => value > 0).length / Math.max(1, calls.length)),
    benignRight: round(benign.filter((value) => value <= 0).length / Math.max(1, benign.length)),
  };
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

function isLatin(word: string): boolean {
  return /[a-z]/i.test(word);
}
