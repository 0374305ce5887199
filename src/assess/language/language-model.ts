import { rememberWords } from '../text/remember-words.js';
import { packWeights } from './packed-weights.js';
import { chancesBehind, type Standing, standingIn } from './word-chances.js';

/** What training leaves behind for words of one script. */
export interface ScriptWeights {
  /** Language tags by class: ours, other ISO 639 codes, and `und` for any further language. */
  readonly tags: readonly string[];
  /** What one unit of a weight is worth in log-odds. */
  readonly scale: number;
  /** Log-odds of each class before a letter is read. */
  readonly bias: readonly number[];
  /** Quantised weights, one row of `classes` numbers a bucket. */
  readonly weights: Int8Array;
  readonly classes: number;
  /** Number of buckets less one; buckets are a power of two. */
  readonly mask: number;
}

/** The part of the model for words of one script, ready to read with. */
export interface ScriptModel extends Pick<ScriptWeights, 'tags' | 'classes'> {
  /** Odds of each class before a letter is read. */
  readonly prior: readonly number[];
  readonly standingOf: (word: string) => Standing;
  /** By how far a word is behind: its chance in a class, up to a factor. */
  readonly chances: readonly number[];
}

/** A character-n-gram model for each of the two scripts our languages are written in. */
export interface LanguageModel {
  readonly cyrillic: ScriptModel;
  readonly latin: ScriptModel;
}

/** A model that this version of Didbon cannot read; `didbon train language` builds it anew. */
export class LanguageModelError extends Error {
  override readonly name = 'LanguageModelError';
}

const MAGIC = 'didbon-language-model';
const VERSION = 1;

interface Header {
  readonly magic: string;
  readonly version: number;
  readonly scripts: readonly {
    readonly tags: readonly string[];
    readonly scale: number;
    readonly bias: readonly number[];
    readonly buckets: number;
  }[];
}

/** Lays a model out as bytes: a line of JSON, then the weights of each script. */
export function writeLanguageModel(model: {
  readonly cyrillic: ScriptWeights;
  readonly latin: ScriptWeights;
}): Uint8Array {
  const scripts = [model.cyrillic, model.latin];
  const header: Header = {
    magic: MAGIC,
    version: VERSION,
    scripts: scripts.map(({ tags, scale, bias, mask }) => ({ tags, scale, bias, buckets: mask + 1 })),
  };
  const head = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const bytes = new Uint8Array(head.length + scripts.reduce((sum, script) => sum + script.weights.length, 0));
  bytes.set(head);
  let at = head.length;
  for (const { weights } of scripts) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  return bytes;
}

/**
 * Reads what {@link writeLanguageModel} wrote.
 *
 * @throws LanguageModelError when the bytes are no model, of another version, or cut short.
 */
export function readLanguageModel(bytes: Uint8Array): LanguageModel {
  const lineEnd = bytes.indexOf(0x0a);
  const header = parseHeader(new TextDecoder().decode(bytes.subarray(0, Math.max(lineEnd, 0))));
  let at = lineEnd + 1;
  const [cyrillic, latin] = header.scripts.map(({ tags, scale, bias, buckets }): ScriptModel => {
    const size = buckets * tags.length;
    if (at + size > bytes.length) throw new LanguageModelError('the language model is cut short');
    const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, size);
    at += size;
    return compileScript({ tags, scale, bias, weights, classes: tags.length, mask: buckets - 1 });
  });
  if (cyrillic === undefined || latin === undefined) throw new LanguageModelError('the language model lacks a script');
  return { cyrillic, latin };
}

/** Lays the weights of a script out for reading. */
export function compileScript({ tags, scale, bias, weights, classes, mask }: ScriptWeights): ScriptModel {
  const standingOf = standingIn({ ...packWeights(weights, classes), classes, scale, mask });
  const chances = chancesBehind(scale);
  return { tags, classes, prior: bias.map(Math.exp), standingOf: rememberWords(standingOf), chances };
}

function parseHeader(line: string): Header {
  let header: Partial<Header>;
  try {
    header = JSON.parse(line);
  } catch (cause) {
    throw new LanguageModelError('this is no language model', { cause });
  }
  if (header.magic !== MAGIC || header.scripts === undefined) throw new LanguageModelError('this is no language model');
  if (header.version !== VERSION) {
    throw new LanguageModelError(`the language model is of version ${header.version}, this program reads ${VERSION}`);
  }
  return { magic: header.magic, version: header.version, scripts: header.scripts };
}
