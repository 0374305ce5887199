import { z } from 'zod';
import type { BayesState } from '../../assess/bayes/bayes-state.js';

/** What is kept of one language's classifier: counts, not logarithms, so that the file is exact and the same on every machine. */
export interface BayesModel {
  readonly state: BayesState;
  /** Letters of a word that make its feature. */
  readonly prefix: number;
  /** Shorter words are no features. */
  readonly shortest: number;
  /** Weak keys of words that say nothing. */
  readonly functionWords: readonly string[];
}

/** Taken as they are, as in `keywords.json`: the manifest says that this program wrote them. */
const lines = z.custom<readonly string[]>(Array.isArray);

/** One line a feature: the feature, then `class:documents` for each class that has it. */
export const bayesModelSchema = z
  .strictObject({
    smoothing: z.number().positive(),
    prefix: z.int().positive(),
    shortest: z.int().positive(),
    classes: z.array(z.string()),
    documents: z.array(z.int().nonnegative()),
    functionWords: lines,
    features: lines,
  })
  .transform(({ smoothing, prefix, shortest, classes, documents, functionWords, features }): BayesModel => {
    const readCounts = () => new Map(features.map((line) => readFeature(line, classes.length)));
    return {
      // Read as often as it is asked for, which is once: it must not stay in memory beside the table that is made of it.
      get state() {
        return { smoothing, classes, documents, counts: readCounts() };
      },
      prefix,
      shortest,
      functionWords,
    };
  });

/** The model as {@link bayesModelSchema} reads it. Features are sorted, so that the order of examples does not matter. */
export function bayesModelToJson({
  state,
  prefix,
  shortest,
  functionWords,
}: BayesModel): z.input<typeof bayesModelSchema> {
  const { smoothing, classes, documents } = state;
  const features = [...state.counts].map(([feature, counts]) => writeFeature(feature, counts)).sort();
  return {
    smoothing,
    prefix,
    shortest,
    classes: [...classes],
    documents: [...documents],
    functionWords: [...functionWords].sort(),
    features,
  };
}

function writeFeature(feature: string, counts: readonly number[]): string {
  const known = counts.flatMap((count, index) => (count > 0 ? [`${index}:${count}`] : []));
  return [feature, ...known].join(' ');
}

/** By hand: splitting a line at every sign took most of the time in which a classifier is opened. */
function readFeature(line: string, classes: number): [string, readonly number[]] {
  const counts = new Array<number>(classes).fill(0);
  const end = line.indexOf(' ');
  if (end < 0) return [line, counts];
  let [index, number] = [0, 0];
  for (let at = end + 1; at < line.length; at += 1) {
    const code = line.charCodeAt(at);
    if (code === COLON) [index, number] = [number, 0];
    else if (code === SPACE) {
      counts[index] = number;
      number = 0;
    } else number = 10 * number + code - ZERO;
  }
  counts[index] = number;
  return [line.slice(0, end), counts];
}

const SPACE = 0x20;
const COLON = 0x3a;
const ZERO = 0x30;
