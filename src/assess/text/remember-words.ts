/** Longer words are rare, and hostile text must not fill the memory with them. */
const LONGEST_WORD = 24;
/** Words of one generation: two of them held four fifths of the words of real text, and are a few megabytes. */
const MOST_WORDS = 8_192;

/**
 * Remembers what a word alone yields: by Zipf's law most words of a text were read before. Only a saving: `read` must
 * depend on nothing but the word, and nobody may change what it gave.
 *
 * Memory is bounded: when the younger generation is full, the older one is forgotten, save the words that were met again.
 */
export function rememberWords<T extends object>(read: (word: string) => T): (word: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined) return known;
    if (word.length > LONGEST_WORD) return read(word);
    const found = old.get(word) ?? read(word);
    if (young.size >= MOST_WORDS) {
      old = young;
      young = new Map();
    }
    young.set(apart(word), found);
    return found;
  };
}

/** A copy: what is cut out of a message would keep the whole message in memory. */
function apart(word: string): string {
  return ` ${word}`.slice(1);
}
