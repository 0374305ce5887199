import { isCall } from '../assess/bayes/bayes-reader.js';
import { weighWording } from '../assess/decide/weigh-wording.js';
import { listsOf, type WordingFeatures } from '../assess/decide/wording-model.js';
import type { ExaminedExample } from './examined-example.js';

/** Features of one kind by their numbers, with how much each of them counts. */
export interface NumberedList {
  readonly numbers: Int32Array;
  readonly count: number;
}

/** A text that names a designated group: what is weighed of it, and whether it is a call. */
export interface WordingObservation {
  readonly lists: readonly NumberedList[];
  readonly isCall: boolean;
  /** The part of the examples that it was held out with. */
  readonly fold: number;
}

/**
 * What there is to learn about free wording. Features stand as numbers: a language has millions of them, a text hundreds, and as
 * words they would fill the memory.
 */
export interface ObservedWording {
  /** By number: the feature. */
  readonly names: readonly string[];
  readonly observations: readonly WordingObservation[];
}

/** A text as it is weighed, before its features have numbers. */
export interface WeighedWording {
  readonly features: WordingFeatures;
  readonly isCall: boolean;
  readonly fold: number;
}

export const NOTHING_OBSERVED: ObservedWording = { names: [], observations: [] };

/** What there is to learn of the examples of one language; nothing of those where free wording is not asked. */
export function observeWording(examples: readonly ExaminedExample[]): ObservedWording {
  return numberWording(weighEach(examples));
}

/** Each is forgotten once it is numbered. */
function* weighEach(examples: readonly ExaminedExample[]): Generator<WeighedWording> {
  for (const { examined, language, label, fold } of examples) {
    const wording = weighWording(examined, language);
    if (wording !== undefined) yield { features: wording.features, isCall: isCall(label), fold };
  }
}

/** Numbers the features in the order in which they are met. */
export function numberWording(weighed: Iterable<WeighedWording>): ObservedWording {
  const numbers = new Map<string, number>();
  const observations: WordingObservation[] = [];
  for (const { features, isCall, fold } of weighed) {
    const lists = listsOf(features).map(({ list, count }) => ({
      numbers: Int32Array.from(list.keys(), (feature) => numberOf(numbers, feature)),
      count,
    }));
    observations.push({ lists, isCall, fold });
  }
  return { names: [...numbers.keys()], observations };
}

function numberOf(numbers: Map<string, number>, feature: string): number {
  const known = numbers.get(feature);
  if (known !== undefined) return known;
  numbers.set(feature, numbers.size);
  return numbers.size - 1;
}
