/**
 * Log-odds of a call by the company that a designated group keeps in a text, fitted by `didbon train`: a logistic regression over
 * the roles and the words of the text. It reads what no pattern joins.
 */
export interface WordingModel {
  readonly bias: number;
  /** By feature; one that training met once, or that says nothing, is left out. */
  readonly weights: ReadonlyMap<string, number>;
}

/** What is weighed of a text: each list without repetitions, and by itself, so that many words do not drown what they are for. */
export interface WordingFeatures {
  /** What words are and what their forms say. */
  readonly roles: readonly string[];
  /** The words themselves. */
  readonly words: readonly string[];
}

/** How much each feature of a list counts: long texts weigh no more than short ones. */
export function countOf(list: readonly string[]): number {
  return list.length === 0 ? 0 : 1 / Math.sqrt(list.length);
}

/** The score of a text: log-odds, on the scale of the language's thresholds. */
export function wordingScore(model: WordingModel, { roles, words }: WordingFeatures): number {
  return model.bias + sumOf(model, roles) + sumOf(model, words);
}

function sumOf({ weights }: WordingModel, list: readonly string[]): number {
  let sum = 0;
  for (const feature of list) sum += weights.get(feature) ?? 0;
  return sum * countOf(list);
}
