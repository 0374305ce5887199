/**
 * Words by the hashes of their letters: finding one costs a step a letter, cuts nothing out of the string, and takes as long
 * among a hundred words as among a hundred thousand. Building it is one pass over the words.
 */
export interface WordIndex {
  readonly words: readonly string[];
  /** By place of a hash: whether a word begins so or is so, perhaps: other letters may lead to the same place. */
  readonly marks: Uint8Array;
  /** In open addressing: which word stands at a place, {@link NO_WORD} where none does. */
  readonly numbers: Int32Array;
}

export const NO_WORD = -1;
/** The hash of no letters. */
export const NO_LETTERS = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** No word begins so. */
export const NO_MARK = 0;
const BEGINS = 1;
/** Set where a word may end. */
export const ENDS = 2;
/** Places a word: its beginnings leave most marks unset, and another word's number seldom stands in the way. */
const MARKS = 8;
const NUMBERS = 2;

/** Makes the index of distinct words. */
export function indexWords(words: readonly string[]): WordIndex {
  const marks = new Uint8Array(powerOfTwo(MARKS * words.length));
  const numbers = new Int32Array(powerOfTwo(NUMBERS * words.length)).fill(NO_WORD);
  words.forEach((word, number) => {
    let hash = NO_LETTERS;
    for (let at = 0; at < word.length; at += 1) {
      hash = hashOn(hash, word.charCodeAt(at));
      mark(marks, hash, BEGINS);
    }
    mark(marks, hash, ENDS);
    let place = placeOf(hash, numbers);
    while (numbers[place] !== NO_WORD) place = (place + 1) & (numbers.length - 1);
    numbers[place] = number;
  });
  return { words, marks, numbers };
}

/** At least two, so that a place is always free and looking ends. */
function powerOfTwo(least: number): number {
  return 2 ** Math.ceil(Math.log2(least + 2));
}

function mark(marks: Uint8Array, hash: number, bit: number): void {
  const place = placeOf(hash, marks);
  marks[place] = (marks[place] ?? 0) | bit;
}

function placeOf(hash: number, places: Uint8Array | Int32Array): number {
  return (hash ^ (hash >>> 15)) & (places.length - 1);
}

/** The hash of letters with one more behind them. */
export function hashOn(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, PRIME);
}

/** Whether a word begins with the letters of a hash, or is them: {@link NO_MARK} or bits such as {@link ENDS}. */
export function markOf({ marks }: WordIndex, hash: number): number {
  return marks[placeOf(hash, marks)] ?? NO_MARK;
}

/** Which of the words the letters between two places of a text are, their hash being known; {@link NO_WORD} when none is. */
export function wordBetween(index: WordIndex, hash: number, text: string, from: number, to: number): number {
  const { words, numbers } = index;
  for (let place = placeOf(hash, numbers); ; place = (place + 1) & (numbers.length - 1)) {
    const number = numbers[place] ?? NO_WORD;
    if (number === NO_WORD) return NO_WORD;
    const word = words[number] ?? '';
    if (word.length === to - from && text.startsWith(word, from)) return number;
  }
}

/** Which of the words is the rest of `text` from `from` on; {@link NO_WORD} when none is. */
export function wordAt(index: WordIndex, text: string, from: number): number {
  let hash = NO_LETTERS;
  for (let at = from; at < text.length; at += 1) {
    hash = hashOn(hash, text.charCodeAt(at));
    if (markOf(index, hash) === NO_MARK) return NO_WORD;
  }
  return wordBetween(index, hash, text, from, text.length);
}
