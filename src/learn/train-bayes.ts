import type { Language } from '../assess/assessment.js';
import { isCall } from '../assess/bayes/bayes-reader.js';
import type { BayesDocument, BayesState } from '../assess/bayes/bayes-state.js';
import { compileBayes } from '../assess/bayes/bayes-table.js';
import { callOdds } from '../assess/bayes/call-odds.js';
import { type FeatureRule, featureReader, isPair, listFeatures, weakKey } from '../assess/bayes/features.js';
import type { Token } from '../assess/text/token.js';
import type { BayesModel } from '../packs/models/bayes-file.js';
import type { BayesFigures } from '../packs/models/figures-file.js';
import { buildBayes } from './build-bayes.js';
import { foldTwins } from './fold-twins.js';
import { separationOf } from './separation.js';

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
  /** The part of the examples, 0 to 4, that each was held out with. */
  readonly folds: readonly number[];
  readonly figures: BayesFigures;
}

const FOLDS = 5;
const SHORTEST = 3;
const PREFIXES = [4, 5, 6, 8] as const;
/** Never near natural's default of 1: small classes would swallow every word that they have not seen. */
const SMOOTHINGS = [0.05, 0.1, 0.2, 0.3] as const;
/** With which word lengths are compared. */
const USUAL_SMOOTHING = 0.05;

/** The examples as one word length reads them, with what is counted of them when one part is held out. */
interface Learnt {
  readonly rule: FeatureRule;
  readonly documents: readonly BayesDocument[];
  readonly without: readonly BayesState[];
}

/**
 * Trains the classifier of one language. Word length and then smoothing are those that rate unseen examples best: one after the
 * other, which chose the same as all pairs of them at less than half the cost.
 */
export function trainBayes(
  language: Language,
  examples: readonly BayesExample[],
  functionWords: readonly string[],
): TrainedBayes {
  const silent = [...new Set(functionWords.map((word) => weakKey(word, isLatin(word), language)))];
  const folds = foldTwins(
    examples.map(({ tokens }) => tokens.map(({ form }) => form)),
    FOLDS,
  );
  const attempt = (learnt: Learnt, smoothing: number) => {
    const odds = heldOut(learnt, smoothing, folds);
    return { learnt, smoothing, odds, loss: loss(odds, examples) };
  };
  const length = leastLoss(
    PREFIXES.map((prefix) => {
      const rule = { prefix, shortest: SHORTEST };
      const documents = documentsOf(language, examples, silent, rule);
      return attempt({ rule, documents, without: withoutEach(documents, folds) }, USUAL_SMOOTHING);
    }),
  );
  const { learnt, smoothing, odds } = leastLoss(
    SMOOTHINGS.map((other) => (other === USUAL_SMOOTHING ? length : attempt(length.learnt, other))),
  );
  return {
    model: { state: buildBayes(learnt.documents, smoothing), ...learnt.rule, functionWords: silent },
    heldOutOdds: odds,
    folds,
    figures: {
      examples: examples.length,
      smoothing,
      prefix: learnt.rule.prefix,
      ...separationOf(
        odds,
        examples.map(({ label }) => isCall(label)),
      ),
    },
  };
}

function leastLoss<T extends { readonly loss: number }>(tried: readonly T[]): T {
  return tried.reduce((a, b) => (b.loss < a.loss ? b : a));
}

/**
 * A pair that one example alone holds is left out: two of three are such, and say more about that example than about calls. It is
 * counted over all examples, also those that are held out later, which makes held-out odds a little too sure.
 */
function documentsOf(
  language: Language,
  examples: readonly BayesExample[],
  silent: readonly string[],
  rule: FeatureRule,
): readonly BayesDocument[] {
  const read = featureReader({ language, rule, functionWords: new Set(silent) });
  const documents = examples.map(({ tokens, label }) => ({ label, features: listFeatures(read(tokens)) }));
  const met = new Set<string>();
  const metAgain = new Set<string>();
  for (const { features } of documents)
    for (const feature of new Set(features)) if (isPair(feature)) (met.has(feature) ? metAgain : met).add(feature);
  return documents.map(({ label, features }) => ({
    label,
    features: features.filter((feature) => !isPair(feature) || metAgain.has(feature)),
  }));
}

function withoutEach(documents: readonly BayesDocument[], folds: readonly number[]): readonly BayesState[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    buildBayes(
      documents.filter((_document, index) => folds[index] !== fold),
      USUAL_SMOOTHING,
    ),
  );
}

/** What a classifier that has not seen it says of each document. Smoothing only changes how counts are read, so they are not counted again. */
function heldOut({ documents, without }: Learnt, smoothing: number, folds: readonly number[]): readonly number[] {
  const tables = without.map((state) => compileBayes({ ...state, smoothing }, isCall));
  return documents.map(({ features }, index) => {
    const table = tables[folds[index] ?? 0];
    return table === undefined ? 0 : callOdds(table, features).logOdds;
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

function isLatin(word: string): boolean {
  return /[a-z]/i.test(word);
}
