import type { ScriptModel } from './language-model.js';
import type { Standing } from './word-chances.js';

/** Chance that the next word is in a language of its own: messages mix, words seldom do. */
const SWITCH = 0.01;

/** What the words of one script say about the languages of a text. */
export interface Mixture {
  /** By class of the model: the expected share of the letters that are in that language. Sums to 1. */
  readonly shares: readonly number[];
  /** By class: the expected number of words in that language. */
  readonly words: readonly number[];
}

/** A number for each class. */
type Row = number[];

/**
 * Reads words as a chain of languages (a hidden Markov model whose states are the classes) and gives the expected share
 * of each: close to the plain posterior for a text of one language, both halves for a text of two.
 */
export function mixLanguages(words: readonly string[], model: ScriptModel): Mixture {
  const standings = words.map((word) => model.standingOf(word));
  runForward(standings, model);
  const shares = rowOf(model).fill(0);
  const expected = rowOf(model).fill(0);
  const backward = rowOf(model).fill(1);
  const sure = rowOf(model);
  let letters = 0;
  for (let word = words.length - 1; word >= 0; word -= 1) {
    const length = words[word]?.length ?? 0;
    letters += length;
    meet(word * sure.length, backward, sure);
    add(sure, 1, expected);
    add(sure, length, shares);
    settle(backward, emit(backward, standings[word] ?? '', model));
  }
  const share = 1 / Math.max(1, letters);
  return { shares: shares.map((sum) => sum * share), words: expected };
}

/**
 * Chance of each language at each word, given the words up to it: a row behind the other. One list serves every text, written
 * from its beginning: a row of its own for each word was a tenth of what assessing leaves to the garbage collector.
 */
const FORWARD: number[] = [];

/** Chance of each language at a word, given the words up to it (in {@link FORWARD} from `from` on) and those behind it. */
function meet(from: number, backward: Row, sure: Row): void {
  let total = 0;
  for (let index = 0; index < sure.length; index += 1) {
    const both = (FORWARD[from + index] ?? 0) * (backward[index] ?? 0);
    sure[index] = both;
    total += both;
  }
  const share = 1 / total;
  for (let index = 0; index < sure.length; index += 1) sure[index] = (sure[index] ?? 0) * share;
}

function add(row: Row, times: number, sums: Row): void {
  for (let index = 0; index < sums.length; index += 1) sums[index] = (sums[index] ?? 0) + (row[index] ?? 0) * times;
}

/** Takes a word into the state of the chain and answers the sum of the state. */
function emit(state: Row, standing: Standing, { chances }: ScriptModel): number {
  let total = 0;
  for (let index = 0; index < state.length; index += 1) {
    const joint = (state[index] ?? 0) * (chances[standing.charCodeAt(index)] ?? 0);
    state[index] = joint;
    total += joint;
  }
  return total;
}

/** A row to write to. A copy, because it is the quickest to make: a typed array of this size costs more than what is reckoned in it. */
function rowOf({ prior }: ScriptModel): Row {
  return prior.slice();
}

/** One step of the chain: stay, or go anywhere; scaled so that long texts do not underflow. */
function settle(state: Row, total: number): void {
  const stay = (1 - SWITCH) / total;
  const go = SWITCH / state.length;
  for (let index = 0; index < state.length; index += 1) state[index] = (state[index] ?? 0) * stay + go;
}

/** Fills {@link FORWARD}. */
function runForward(standings: readonly Standing[], model: ScriptModel): void {
  const state = rowOf(model);
  for (let word = 0; word < standings.length; word += 1) {
    const total = emit(state, standings[word] ?? '', model);
    const share = 1 / total;
    const from = word * state.length;
    for (let index = 0; index < state.length; index += 1) FORWARD[from + index] = (state[index] ?? 0) * share;
    settle(state, total);
  }
}
