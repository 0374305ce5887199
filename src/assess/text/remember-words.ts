/** Longer words are rare, and hostile text must not fill the memory with them. */
const LONGEST_WORD = 24;
/** Three in four words of real text are among so many that were met last; they are a few megabytes. A power of two. */
const MOST_WORDS = 32_768;
/** A word may stand in either of two neighbouring places, the one that was met last in the first. */
const WAYS = 2;

/**
 * Remembers what a word alone yields: by Zipf's law most words of a text were read before. Only a saving: what `read`
 * gives, and whatever is noted in it afterwards, must depend on nothing but the word.
 *
 * Memory is bounded: a new word takes the place of the older of the two that stand where its letters lead. A Map that
 * forgets costs more than it saves: to find in it, to grow, and to be thrown away.
 */
export function rememberWords<T extends object>(read: (word: string) => T): (word: string) => T {
  const words = new Array<string | undefined>(MOST_WORDS).fill(undefined);
  const yields = new Array<T | undefined>(MOST_WORDS).fill(undefined);
  return (word) => {
    if (word.length > LONGEST_WORD) return read(word);
    const first = placeOf(word);
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

/** The first of the two places of a word. */
function placeOf(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return (hash ^ (hash >>> 15)) & (MOST_WORDS - WAYS);
}

/** A copy: what is cut out of a message would keep the whole message in memory. */
function apart(word: string): string {
  return ` ${word}`.slice(1);
}
