/** Letters of Tajik and Russian as people type them without a Cyrillic keyboard. */
const TO_LATIN = readTable(
  'а:a б:b в:v г:g ғ:gh д:d е:e ё:yo ж:zh з:z и:i ӣ:i й:y к:k қ:q л:l м:m н:n о:o п:p р:r с:s т:t у:u ӯ:u ф:f х:kh ҳ:h ц:ts ч:ch ҷ:j ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya',
);

/** Uzbek in the Latin alphabet of the state. */
const UZBEK_TO_LATIN = readTable(
  'а:a б:b в:v г:g ғ:gʻ д:d ё:yo ж:j з:z и:i й:y к:k қ:q л:l м:m н:n о:o ў:oʻ п:p р:r с:s т:t у:u ф:f х:x ҳ:h ц:s ч:ch ш:sh щ:sh ъ:ʼ ь: ы:i э:e ю:yu я:ya',
);

const UZBEK_PAIRS = readTable('sh:ш ch:ч oʻ:ў gʻ:ғ yo:ё yu:ю ya:я ye:е');
const UZBEK_TO_CYRILLIC = readTable(
  'a:а b:б d:д f:ф g:г h:ҳ i:и j:ж k:к l:л m:м n:н o:о p:п q:қ r:р s:с t:т u:у v:в x:х y:й z:з ʼ:ъ c:с w:в',
);

/** Tajik or Russian in Latin letters; х becomes `forKh`. */
export function latinised(text: string, forKh: 'kh' | 'h' | 'x'): string {
  return mapLetters(text, (letter) => (letter === 'х' ? forKh : TO_LATIN.get(letter)));
}

/** Uzbek Cyrillic in the Latin alphabet: е is ye at the start of a word and after a vowel. */
export function uzbekToLatin(text: string): string {
  return mapLetters(text, (letter, before) => {
    if (letter === 'е') return before === '' || /[аеёиоуўэюя]/.test(before) ? 'ye' : 'e';
    return UZBEK_TO_LATIN.get(letter);
  });
}

/** Uzbek Latin in Cyrillic letters: e is э at the start of a word. Any of the apostrophes is understood. */
export function uzbekToCyrillic(text: string): string {
  const plain = text.replace(/(?<=[oOgG])['`‘’ʼʻ]/gu, 'ʻ').replace(/['`‘’ʼ]/gu, 'ʼ');
  const paired = plain.replace(/sh|ch|oʻ|gʻ|yo(?!ʻ)|yu|ya|ye/giu, (pair) =>
    withCase(pair, UZBEK_PAIRS.get(pair.toLowerCase()) ?? pair),
  );
  return mapLetters(paired, (letter, before) => {
    if (letter === 'e') return before === '' ? 'э' : 'е';
    return UZBEK_TO_CYRILLIC.get(letter);
  });
}

function mapLetters(text: string, pieceOf: (letter: string, before: string) => string | undefined): string {
  let result = '';
  let before = '';
  for (const character of text) {
    const letter = character.toLowerCase();
    result += withCase(character, pieceOf(letter, before) ?? letter);
    before = /\p{L}|ʻ|ʼ/u.test(letter) ? letter : '';
  }
  return result;
}

function withCase(model: string, piece: string): string {
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? piece.charAt(0).toUpperCase() + piece.slice(1) : piece;
}

function readTable(rules: string): ReadonlyMap<string, string> {
  return new Map(
    rules
      .split(' ')
      .map((rule): [string, string] => [rule.slice(0, rule.indexOf(':')), rule.slice(rule.indexOf(':') + 1)]),
  );
}
