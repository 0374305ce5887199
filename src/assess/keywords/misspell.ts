/** Shorter words are too easily another word: «даъвати ислом», the call of Islam, is a letter from «давлати ислом», its state. */
const LEAST_LETTERS = 7;

/** Stands where a stem that was misspelt would have its right spelling. */
export const SLIP = '';

/** What is heard and written for a vowel, in the letters of the keys. */
const HEARD_AS: Readonly<Record<string, string>> = {
  а: 'о',
  о: 'ау',
  е: 'и',
  и: 'е',
  у: 'о',
  a: 'o',
  o: 'au',
  e: 'i',
  i: 'e',
  u: 'o',
};

/**
 * The spellings of a word with one slip of the hand or the ear inside it: a letter left out, two that changed places, a vowel that
 * sounds like another («исламкое», «харасан»). None of a short word. Its first letter and its last are hardly ever mistyped.
 */
export function misspell(word: string): readonly string[] {
  const letters = [...word];
  if (letters.length < LEAST_LETTERS) return [];
  const slips = new Set<string>();
  for (let at = 1; at < letters.length - 1; at += 1) {
    const [before, own = '', after] = [letters.slice(0, at), letters[at], letters.slice(at + 1)];
    slips.add([...before, ...after].join(''));
    if (after.length > 1) slips.add([...before, ...after.slice(0, 1), own, ...after.slice(1)].join(''));
    for (const heard of HEARD_AS[own] ?? '') slips.add([...before, heard, ...after].join(''));
  }
  slips.delete(word);
  return [...slips];
}
