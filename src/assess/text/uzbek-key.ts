/**
 * One weak Latin reading of Uzbek in either script: a b d e f g h i j k l m n o p r s t u v y z, with sh and ch.
 * x and h, q and k, gʻ and g, oʻ and o cannot be told apart in chat, so they are one letter here.
 */
const PIECES: ReadonlyMap<string, string> = new Map(
  [
    'а:a б:b в:v г:g ғ:g д:d е:e ё:yo ж:j з:z и:i й:y к:k қ:k л:l м:m н:n о:o ў:o п:p р:r с:s т:t у:u ф:f х:h ҳ:h',
    'ц:ts ч:ch ш:sh щ:sh ъ: ь: ы:i э:e ю:yu я:ya і:i ӣ:i ӯ:u ҷ:j ң:n ө:o ү:u ә:a һ:h ѐ:e ѝ:i',
    // In Uzbek chat w is sh (yaxwi, iwlayapti: 100 of 100 native words in the development reviews), c a bare ch.
    'x:h q:k w:sh c:ch ş:sh š:sh ç:ch č:ch ğ:g ǧ:g ģ:g ġ:g ı:i î:i í:i ī:i ö:o õ:o ó:o ò:o ô:o ō:o ŏ:o ü:u ú:u û:u ū:u',
    'â:a á:a à:a ā:a ä:a é:e è:e ñ:n',
  ]
    .join(' ')
    .split(' ')
    .map((rule) => [rule.slice(0, 1), rule.slice(2)]),
);

const TABLE_SIZE = 0x530;
const APOSTROPHES = "ʼʻ'`";
const TABLE: readonly string[] = Array.from({ length: TABLE_SIZE }, (_, code) => {
  const letter = String.fromCharCode(code);
  return PIECES.get(letter) ?? (APOSTROPHES.includes(letter) ? '' : letter);
});

const LETTER_C = 0x63;
const LETTER_E = 0x65;
const LETTER_H = 0x68;
const LETTER_G = 0x67;
const LETTER_J = 0x6a;
const LETTER_K = 0x6b;
const LETTER_Y = 0x79;
const CYRILLIC_YE = 0x435;
const CYRILLIC_SHORT_I = 0x439;
const CYRILLIC_E = 0x44d;
const CYRILLIC_GHE = 0x433;
const CYRILLIC_KA = 0x43a;
const CYRILLIC_HA = 0x445;
const CYRILLIC_HA_DESCENDER = 0x4b3;
const CYRILLIC_DE = 0x434;
const CYRILLIC_ZHE = 0x436;
const LETTER_D = 0x64;

/**
 * The weak key of a normalised Uzbek word in either script, with doubled letters made single:
 * `uzbekKey('қўшилинг') === uzbekKey('qoʼshiling')`.
 *
 * Meant for the text side; the dictionary side asks {@link uzbekKeys}, of which this is always the first.
 * Not additive: `key(a + b)` may be shorter than `key(a) + key(b)` where the seam doubles a letter or joins y and e.
 */
export function uzbekKey(form: string): string {
  let key = '';
  let last = '';
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    const next = form.charCodeAt(at + 1);
    if (isSilent(code, next)) continue;
    const piece = TABLE[code] ?? String.fromCharCode(code);
    if (takesH(code) && isH(next)) at += 1;
    if (piece === '') continue;
    key += piece.charAt(0) === last ? piece.slice(1) : piece;
    last = piece.charAt(piece.length - 1);
  }
  return key;
}

/** A letter that the next one swallows: y before e (yetdi, етди), d before j (djihod), k before h (khalifa). */
function isSilent(code: number, next: number): boolean {
  switch (code) {
    case LETTER_Y:
      return next === LETTER_E;
    case CYRILLIC_SHORT_I:
      return next === CYRILLIC_YE || next === CYRILLIC_E;
    case LETTER_D:
      return next === LETTER_J;
    case CYRILLIC_DE:
      return next === CYRILLIC_ZHE;
    case LETTER_K:
    case CYRILLIC_KA:
      return isH(next);
    default:
      return false;
  }
}

/** ch is c with or without its h, gh is gʻ. */
function takesH(code: number): boolean {
  return code === LETTER_C || code === LETTER_G || code === CYRILLIC_GHE;
}

function isH(code: number): boolean {
  return code === LETTER_H || code === CYRILLIC_HA || code === CYRILLIC_HA_DESCENDER;
}

const CHOICES: readonly (readonly [RegExp, string])[] = [
  [/oʼ|ў/g, 'u'],
  [/yo(?!ʼ)|ё/g, 'e'],
  [/ц/g, 's'],
  [/iy(?![aeiouʼ])/g, 'i'],
  [/ий(?![аеёиоуэюяў])/g, 'и'],
];

/** What those choices begin with; most words have none of it, and loading a pack asks for thousands. */
const TYPED_IN_WAYS = /oʼ|ў|yo|ё|ц|iy|ий/;

/**
 * Every key under which an Uzbek dictionary form may be typed, the plain one first.
 * oʻ is also typed u (bulsin, юртга), yo as Russian е (езилган), ц as s, final iy as i; each choice holds for the whole word.
 */
export function uzbekKeys(form: string): readonly string[] {
  if (!TYPED_IN_WAYS.test(form)) return [uzbekKey(form)];
  let spellings: readonly string[] = [form];
  for (const [pattern, other] of CHOICES) {
    spellings = spellings.flatMap((spelling) => {
      const varied = spelling.replace(pattern, other);
      return varied === spelling ? [spelling] : [spelling, varied];
    });
  }
  return [...new Set(spellings.map(uzbekKey))];
}
