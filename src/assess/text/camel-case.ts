/**
 * Where words begin that are only told apart by their capitals: «#МыПротивИГИЛ», «вВилаят», «#ВступайВРяды». A capital among others
 * that small letters follow begins none: IShIDga is one word.
 */
export function camelCaseStarts(letters: string): readonly number[] {
  return [...letters.matchAll(CAPITAL_WORD), ...letters.matchAll(BEHIND_PREPOSITION)]
    .map(({ index }) => index)
    .sort((a, b) => a - b);
}

// A small letter behind it; or capitals to the end, of which the first may be a preposition («ВступайВИГИЛ»); or a preposition of one
// letter before a word with a capital.
const CAPITAL_WORD = /(?<=\p{Ll})\p{Lu}(?=\p{Ll}|\p{Lu}*$|(?<=[ВКСУОИА])\p{Lu}\p{Ll})/gu;
const BEHIND_PREPOSITION = /(?<=\p{Ll}[ВКСУОИА])\p{Lu}(?=\p{Ll})|(?<=\p{Ll}[ВКСУ])\p{Lu}(?=\p{Lu}{3,}$)/gu;
