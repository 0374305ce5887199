import { type ScriptWeights, writeLanguageModel } from '../assess/language/language-model.js';
import { listFeatures } from '../assess/language/word-features.js';
import { gatherClasses, type LabelledText, type LanguageClass, type Sentence } from './language-corpus.js';

/** What shapes the model; the defaults are what the committed model was built with. */
export interface LanguageTraining {
  /** Passes over the windows. */
  readonly epochs: number;
  /** Windows of each class in a pass. */
  readonly windows: number;
  readonly rate: number;
  /** Base-2 logarithm of the number of buckets. */
  readonly bucketBits: number;
  /** Windows of «any other language» for each window of a named one: it stands for hundreds. */
  readonly background: number;
  /** Words in a window, taken in turn. */
  readonly lengths: readonly number[];
}

export const LANGUAGE_TRAINING: LanguageTraining = {
  epochs: 3,
  windows: 20_000,
  rate: 0.1,
  bucketBits: 16,
  background: 4,
  lengths: [1, 2, 3, 2, 5, 2, 8, 1, 4],
};

/**
 * Trains the detector's model: for each script a multinomial logistic regression over hashed letter runs, by AdaGrad in a fixed
 * order, so that the same texts give the same bytes.
 */
export function trainLanguageModel(
  texts: readonly LabelledText[],
  training: LanguageTraining = LANGUAGE_TRAINING,
): Uint8Array {
  const classes = gatherClasses(texts);
  const of = (script: 'Cyrl' | 'Latn'): ScriptWeights =>
    trainScript(
      classes.filter((candidate) => candidate.script === script),
      training,
    );
  return writeLanguageModel({ cyrillic: of('Cyrl'), latin: of('Latn') });
}

/** Weights while they are learnt. */
interface Learner {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float64Array;
  readonly classes: number;
  readonly rate: number;
  /** How far off it is in each class on the window at hand. */
  readonly errors: Float64Array;
  /** The classes in which it is off by more than a little; as many as `step` is told count. */
  readonly wrong: Int32Array;
}

function trainScript(classes: readonly LanguageClass[], training: LanguageTraining): ScriptWeights {
  const buckets = 2 ** training.bucketBits;
  const count = classes.length;
  const learner: Learner = {
    weights: new Float32Array(buckets * count),
    squares: new Float32Array(buckets * count),
    bias: new Float64Array(count),
    classes: count,
    rate: training.rate,
    errors: new Float64Array(count),
    wrong: new Int32Array(count),
  };
  const featuresOf = rememberFeatures(buckets - 1);
  const draws = classes.flatMap(({ tag, sentences }, label) => {
    const draw = drawWindows(sentences, training.lengths);
    const one = (): void => learn(learner, draw().map(featuresOf), label);
    return new Array<() => void>(tag === 'und' ? training.background : 1).fill(one);
  });
  for (let round = 0; round < training.epochs * training.windows; round += 1) {
    for (const draw of draws) draw();
  }
  return quantise(learner, classes, buckets);
}

function rememberFeatures(mask: number): (form: string) => Int32Array {
  const known = new Map<string, Int32Array>();
  const buckets: number[] = [];
  return (form) => {
    const features =
      known.get(form) ?? Int32Array.from({ length: listFeatures(form, mask, buckets) }, (_, at) => buckets[at] ?? 0);
    known.set(form, features);
    return features;
  };
}

/**
 * Cuts one class into windows without end: each call takes the next words of the next sentence, with a length from the list.
 * Sentences are visited in a stride that is prime to their number, so that neighbours come from different documents.
 */
function drawWindows(sentences: readonly Sentence[], lengths: readonly number[]): () => Sentence {
  const stride = coprimeStride(sentences.length);
  const cursors = new Int32Array(sentences.length);
  let sentence = 0;
  let turn = 0;
  return () => {
    sentence = (sentence + stride) % sentences.length;
    const words = sentences[sentence] ?? [];
    const length = lengths[turn++ % lengths.length] ?? 1;
    const from = (cursors[sentence] ?? 0) % words.length;
    cursors[sentence] = from + length;
    return words.slice(from, from + length);
  };
}

function coprimeStride(size: number): number {
  let stride = Math.max(1, Math.floor(size * 0.618));
  while (stride > 1 && greatestCommonDivisor(stride, size) !== 1) stride -= 1;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function learn(learner: Learner, words: readonly Int32Array[], label: number): void {
  const { bias, classes, errors, wrong } = learner;
  score(learner, words);
  softmax(errors);
  errors[label] = (errors[label] ?? 0) - 1;
  if ((errors[label] ?? 0) > -SMALLEST_MISTAKE) return;
  let count = 0;
  for (let index = 0; index < classes; index += 1) {
    const error = errors[index] ?? 0;
    bias[index] = (bias[index] ?? 0) - 0.001 * error;
    if (error <= -SMALLEST_ERROR || error >= SMALLEST_ERROR) wrong[count++] = index;
  }
  for (const features of words) {
    for (const bucket of features) step(learner, bucket * classes, count);
  }
}

/** A window that is right by this margin teaches nothing more; most are, after the first pass. */
const SMALLEST_MISTAKE = 0.01;

/** An error too small to teach anything; most classes have no larger one, and are skipped. */
const SMALLEST_ERROR = 1e-3;

function step({ weights, squares, errors, wrong, rate }: Learner, row: number, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const index = wrong[at] ?? 0;
    const error = errors[index] ?? 0;
    const square = (squares[row + index] ?? 0) + error * error;
    squares[row + index] = square;
    weights[row + index] = (weights[row + index] ?? 0) - (rate * error) / Math.sqrt(square + 1);
  }
}

/** Leaves the logit of each class in `errors`. */
function score({ weights, bias, classes, errors }: Learner, words: readonly Int32Array[]): void {
  errors.set(bias);
  for (const features of words) {
    for (const bucket of features) {
      const row = bucket * classes;
      for (let index = 0; index < classes; index += 1) {
        errors[index] = (errors[index] ?? 0) + (weights[row + index] ?? 0);
      }
    }
  }
}

/** Turns logits into probabilities, in place: this runs a million times. */
function softmax(logits: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of logits) top = Math.max(top, logit);
  let total = 0;
  for (let index = 0; index < logits.length; index += 1) {
    const odd = Math.exp((logits[index] ?? 0) - top);
    logits[index] = odd;
    total += odd;
  }
  for (let index = 0; index < logits.length; index += 1) logits[index] = (logits[index] ?? 0) / total;
}

/** Largest weight that is kept; the few beyond it lose nothing that decides. */
const CLIP_QUANTILE = 0.9999;

function quantise(learner: Learner, classes: readonly LanguageClass[], buckets: number): ScriptWeights {
  const sizes = Float32Array.from(learner.weights.filter((weight) => weight !== 0).map(Math.abs)).sort();
  const largest = sizes[Math.floor(sizes.length * CLIP_QUANTILE)] ?? 1;
  const scale = largest / 127;
  const weights = Int8Array.from(learner.weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return {
    tags: classes.map((one) => one.tag),
    scale,
    bias: Array.from(learner.bias, (value) => Math.round(value * 1e6) / 1e6),
    weights,
    classes: classes.length,
    mask: buckets - 1,
  };
}
