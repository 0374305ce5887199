/**
 * Log-odds of a call by the company that a designated group keeps in a text, fitted by `didbon train`: a logistic regression over
 * the roles and the words of the text. It reads what no pattern joins.
 */
export interface WordingModel {
  readonly bias: number;
  /** What is taken off the odds, so that a call begins where the threshold was when the model was trained: raised later, it holds for wording, too. */
  readonly margin: number;
  /** By feature; one that training met once, or that says nothing, is left out. */
  readonly weights: ReadonlyMap<string, number>;
}

/** Features of one kind, each with the index of the token that it speaks of first, or {@link WHOLE_TEXT}. */
export type FeatureList = ReadonlyMap<string, number>;

/** Stands for a token where a feature speaks of none. */
export const WHOLE_TEXT = -1;

/** What is weighed of a text: each list by itself, so that many words do not drown what they are for. */
export interface WordingFeatures {
  /** What words are, what their forms say, and how the text is marked. */
  readonly roles: FeatureList;
  /** The words themselves. */
  readonly words: FeatureList;
  /** Words beside one whose role is known. */
  readonly neighbours: FeatureList;
  /** Words before and after the name of the group. */
  readonly sides: FeatureList;
}

/** The lists of a text, always in the same order. */
export function listsOf({ roles, words, neighbours, sides }: WordingFeatures): readonly FeatureList[] {
  return [roles, words, neighbours, sides];
}

/** How much each feature of a list counts: long texts weigh no more than short ones. */
export function countOf({ size }: FeatureList): number {
  return size === 0 ? 0 : 1 / Math.sqrt(size);
}

/** Log-odds of a call. */
export function wordingOdds(model: WordingModel, features: WordingFeatures): number {
  return listsOf(features).reduce((odds, list) => odds + countOf(list) * sumOf(model, list), model.bias);
}

function sumOf({ weights }: WordingModel, list: FeatureList): number {
  let sum = 0;
  for (const feature of list.keys()) sum += weights.get(feature) ?? 0;
  return sum;
}
