/**
 * How speech says a form that an analyst wrote exactly: мегирад as мегира, мегиранд as мегиран, биёед as биёетон and биён,
 * номатро as номата, туро as туя and тура. Empty where speech says it as it is written.
 */
export function spokenForms(form: string): readonly string[] {
  if (form.length < LEAST_LETTERS) return [];
  return CHANGES.flatMap(({ written, spoken }) =>
    written.test(form) ? spoken.map((ending) => form.replace(written, ending)) : [],
  );
}

/** Shorter words in -ад, -ед and -ро are no inflected forms: бад, сад, дед, чаро. */
const LEAST_LETTERS = 4;

const CHANGES: readonly { readonly written: RegExp; readonly spoken: readonly string[] }[] = [
  { written: /(?<=^(?:на)?ме.+)ад$/u, spoken: ['а'] },
  { written: /(?<=^(?:на)?ме.+)яд$/u, spoken: ['я'] },
  { written: /([ая])нд$/u, spoken: ['$1н'] },
  { written: /ед$/u, spoken: ['етон', 'ен'] },
  { written: /(?<=[^аеёиоуэюяӣӯ])ро$/u, spoken: ['а'] },
  { written: /(?<=[аеёиоуэюяӣӯ])ро$/u, spoken: ['я', 'ра'] },
];
