import type { ScriptModel } from './language-model.js';
import { addWeights } from './word-features.js';

/** Chance that the next word is in a language of its own: messages mix, words seldom do. */
const SWITCH = 0.01;

/** What the words of one script say about the languages of a text. */
export interface Mixture {
  /** By class of the model: the expected share of the letters that are in that language. Sums to 1. */
  readonly shares: Float64Array;
  /** By class: the expected number of words in that language. */
  readonly words: Float64Array;
}

/**
 * Reads words as a chain of languages (a hidden Markov model whose states are the classes) and gives the expected share
 * of each: close to the plain posterior for a text of one language, both halves for a text of two.
 */
export function mixLanguages(words: readonly string[], model: ScriptModel): Mixture {
  const { classes } = model;
  const chances = chancesOf(words, model);
  const forward = runForward(chances, words.length, model);
  const shares = new Float64Array(classes);
  const expected = new Float64Array(classes);
  const backward = new Float64Array(classes).fill(1);
  let letters = 0;
  for (let word = words.length - 1; word >= 0; word -= 1) {
    const row = word * classes;
    const length = words[word]?.length ?? 0;
    letters += length;
    let total = 0;
    for (let index = 0; index < classes; index += 1) total += (forward[row + index] ?? 0) * (backward[index] ?? 0);
    let leave = 0;
    for (let index = 0; index < classes; index += 1) {
      const back = backward[index] ?? 0;
      const chance = ((forward[row + index] ?? 0) * back) / total;
      shares[index] = (shares[index] ?? 0) + chance * length;
      expected[index] = (expected[index] ?? 0) + chance;
      const emitted = back * (chances[row + index] ?? 0);
      backward[index] = emitted;
      leave += emitted;
    }
    settle(backward, leave);
  }
  for (let index = 0; index < classes; index += 1) shares[index] = (shares[index] ?? 0) / Math.max(1, letters);
  return { shares, words: expected };
}

/** One step of the chain: stay, or go anywhere; scaled so that long texts do not underflow. */
function settle(state: Float64Array, total: number): void {
  const stay = (1 - SWITCH) / total;
  const go = SWITCH / state.length;
  for (let index = 0; index < state.length; index += 1) state[index] = (state[index] ?? 0) * stay + go;
}

/** Chance of each word in each language, up to a factor a word. */
function chancesOf(words: readonly string[], model: ScriptModel): Float64Array {
  const { classes, scale } = model;
  const sums = new Int32Array(words.length * classes);
  const chances = new Float64Array(sums.length);
  for (let word = 0; word < words.length; word += 1) {
    const row = word * classes;
    addWeights(words[word] ?? '', model, sums, row);
    let top = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < classes; index += 1) top = Math.max(top, sums[row + index] ?? 0);
    for (let index = 0; index < classes; index += 1) {
      chances[row + index] = Math.exp(((sums[row + index] ?? 0) - top) * scale);
    }
  }
  return chances;
}

function runForward(chances: Float64Array, count: number, { classes, bias }: ScriptModel): Float64Array {
  const forward = new Float64Array(chances.length);
  const state = Float64Array.from(bias, Math.exp);
  for (let word = 0; word < count; word += 1) {
    const row = word * classes;
    let total = 0;
    for (let index = 0; index < classes; index += 1) {
      const chance = (state[index] ?? 0) * (chances[row + index] ?? 0);
      state[index] = chance;
      total += chance;
    }
    for (let index = 0; index < classes; index += 1) forward[row + index] = (state[index] ?? 0) / total;
    settle(state, total);
  }
  return forward;
}
