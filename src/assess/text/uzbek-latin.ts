const LETTERS: ReadonlyMap<string, string> = new Map(
  (
    'а:a б:b в:v г:g ғ:gʼ д:d е:e ё:yo ж:j з:z и:i й:y к:k қ:q л:l м:m н:n о:o ў:oʼ п:p р:r с:s т:t у:u ф:f х:x ҳ:h ц:ts ' +
    'ч:ch ш:sh щ:sh ъ:ʼ ь: ы:i э:e ю:yu я:ya ö:oʼ õ:oʼ ğ:gʼ ş:sh ç:ch'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(2)]),
);

/**
 * An Uzbek word in the Latin alphabet with every letter kept apart: unlike the weak key it tells қ from к and ў from о,
 * so that strict spelling can be asked of a text in either script.
 */
export function uzbekLatin(form: string): string {
  let latin = '';
  for (const letter of form) latin += LETTERS.get(letter) ?? letter;
  return latin;
}
