/** Longer words are rare, and hostile text must not fill the memory with them. */
const LONGEST_WORD = 24;
/** Of real text in three languages 83 words of 100 are among so many that were met last (76 with half as many). A power of two. */
const MOST_WORDS = 65_536;
/** A word may stand in either of two neighbouring places, the one that was met last in the first. */
const WAYS = 2;

/**
 * Remembers what a word alone yields: by Zipf's law most words of a text were read before. Only a saving: what `read`
 * gives, and whatever is noted in it afterwards, must depend on nothing but the word.
 *
 * Memory is bounded: a new word takes the place of the older of the two that stand where its letters lead. A Map that
 * forgets costs more than it saves: to find in it, to grow, and to be thrown away.
 *
 * @param most words that are remembered, a power of two.
 */
export function rememberWords<T extends object | string>(
  read: (word: string) => T,
  most: number = MOST_WORDS,
): (word: string) => T {
  const words = new Array<string | undefined>(most).fill(undefined);
  const yields = new Array<T | undefined>(most).fill(undefined);
  const last = most - WAYS;
  return (word) => {
    if (word.length > LONGEST_WORD) return read(word);
    const first = hashOf(word) & last;
    if (words[first] === word) return yields[first] ?? read(word);
    const second = first + 1;
    const isSecond = words[second] === word;
    const kept = isSecond ? words[second] : apart(word);
    const found = (isSecond ? yields[second] : undefined) ?? read(word);
    words[second] = words[first];
    yields[second] = yields[first];
    words[first] = kept;
    yields[first] = found;
    return found;
  };
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash ^ (hash >>> 15);
}

/** What V8 cuts out of a string is a copy where it is short, and a view of the whole string from here on (its `SlicedString::kMinLength`). */
const VIEWED_FROM = 13;

/** A copy of a longer word: as it was cut out of a message it would keep the whole message in memory. */
function apart(word: string): string {
  return word.length < VIEWED_FROM ? word : ` ${word}`.slice(1);
}
