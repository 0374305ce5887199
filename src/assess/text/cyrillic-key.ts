/**
 * What each letter of a Cyrillic word weighs once everything that a Russian keyboard, a hasty hand or a Latin
 * transliteration loses has been taken away. Both folds below write this one alphabet: а б в г д е ж з и к л м н о п р с т у ф х ч ш.
 */
const FROM_CYRILLIC: ReadonlyMap<string, string> = new Map([
  ...pairs('ҳх қк ғг ҷч ӣи ӯу ўу ёе эе ыи йи щш іи їи єе ґг јч ѕс һх өо үу әа ңн ҝк ҹч ҕг ҡк ҥн ӈн ӽх ӄк ҽч ѐе ѝи'),
  ['ъ', ''],
  ['ь', ''],
  ['ю', 'иу'],
  ['я', 'иа'],
  ['ц', 'тс'],
]);

const FROM_LATIN: ReadonlyMap<string, string> = new Map([
  ...pairs('aа bб vв wв gг dд eе zз iи yи kк qк lл mм nн oо pп rр sс tт uу fф hх xх jч'),
  ...pairs('āа âа áа àа äа éе èе êе ëе īи íи îи ıи ōо óо öо ôо ūу úу üу ûу ğг ġг ḥх ḩх ḫх şш šш çч čч ǰч žж ñн'),
  ['c', 'тс'],
]);

const FROM_LATIN_PAIR: ReadonlyMap<string, string> = new Map([
  ...'sh:ш ch:ч zh:ж kh:х gh:г yo:е ye:е dj:дж'
    .split(' ')
    .map((rule): [string, string] => [rule.slice(0, 2), rule.slice(3)]),
]);

function pairs(list: string): [string, string][] {
  return list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]);
}

/** Pieces by code unit; `undefined` above the table means "keep as it is". */
function tabulate(rules: ReadonlyMap<string, string>): readonly string[] {
  return Array.from({ length: TABLE_SIZE }, (_, code) => {
    const letter = String.fromCharCode(code);
    return rules.get(letter) ?? (APOSTROPHES.includes(letter) ? '' : letter);
  });
}

const TABLE_SIZE = 0x530;
const APOSTROPHES = "ʼʻ'`";
const CYRILLIC = tabulate(FROM_CYRILLIC);
const LATIN = tabulate(FROM_LATIN);
const SHORT_I = 0x439;
const CYRILLIC_O = 0x43e;

/**
 * The weak Cyrillic key of a normalised word: what is left of it on a Russian keyboard, with doubled letters made single.
 *
 * Meant for the text side; the dictionary side asks {@link keyboardKeys}, of which this is always the first.
 * Not additive: `key(a + b)` may be shorter than `key(a) + key(b)` where the seam doubles a letter.
 */
export function keyboardKey(form: string): string {
  let key = '';
  let last = '';
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at);
    const isYo = code === SHORT_I && form.charCodeAt(at + 1) === CYRILLIC_O;
    const piece = isYo ? 'е' : pieceOf(CYRILLIC, code);
    if (isYo) at += 1;
    if (piece === '') continue;
    key += piece.charAt(0) === last ? piece.slice(1) : piece;
    last = piece.charAt(piece.length - 1);
  }
  return key;
}

/**
 * The key of a Tajik or Russian word typed in Latin letters, in the alphabet of {@link keyboardKey}:
 * `latinToCyrillicKey('jihod')` is one of `keyboardKeys('ҷиҳод')`.
 */
export function latinToCyrillicKey(form: string): string {
  let key = '';
  let last = '';
  for (let at = 0; at < form.length; at += 1) {
    const width = digraphWidth(form, at);
    const piece = width === 1 ? pieceOf(LATIN, form.charCodeAt(at)) : digraph(form, at, width);
    at += width - 1;
    if (piece === '') continue;
    key += piece.charAt(0) === last ? piece.slice(1) : piece;
    last = piece.charAt(piece.length - 1);
  }
  return key;
}

const SHCH = 'shch';
const SCH = 'sch';

function digraphWidth(form: string, at: number): number {
  const first = form.charCodeAt(at);
  if (first === 0x73) {
    if (form.startsWith(SHCH, at)) return 4;
    if (form.startsWith(SCH, at)) return 3;
  }
  const second = form.charCodeAt(at + 1);
  // Every pair ends in h, o, e or j; most letters leave here.
  if (second !== 0x68 && second !== 0x6f && second !== 0x65 && second !== 0x6a) return 1;
  return FROM_LATIN_PAIR.has(form.slice(at, at + 2)) ? 2 : 1;
}

function digraph(form: string, at: number, width: number): string {
  return width > 2 ? 'ш' : (FROM_LATIN_PAIR.get(form.slice(at, at + 2)) ?? '');
}

function pieceOf(table: readonly string[], code: number): string {
  return table[code] ?? String.fromCharCode(code);
}

const VOWELS = 'аеёиоуыэюяӣӯў';

/**
 * Every key under which a dictionary form may be typed, the plain one first; a handful at most.
 *
 * Tajik ҷ is typed ч, ж, дж or (in Latin letters) j, which reads as ч; Russian дж and ж are also typed j,
 * and so is й between a vowel and a consonant; there ые also reads as ye, and сҳ, зҳ, кҳ, гҳ as ш, ж, х, г.
 * Each choice holds for the whole word.
 */
export function keyboardKeys(form: string): readonly string[] {
  if (!TYPED_IN_WAYS.test(form)) return [keyboardKey(form)];
  let spellings: readonly string[] = [form];
  spellings = vary(spellings, /ҷ/g, ['ж', 'дж']);
  if (form.includes('дж')) spellings = vary(spellings, /дж/g, ['ч']);
  else if (!form.includes('ҷ')) spellings = vary(spellings, /ж/g, ['ч']);
  spellings = vary(spellings, SHORT_I_TYPED_J, ['$1ч']);
  spellings = vary(spellings, /ы(?=[её])/g, ['']);
  if (HA_AFTER_CONSONANT.test(form)) spellings = [...spellings, ...spellings.map(swallowHa)];
  return [...new Set(spellings.map(keyboardKey))];
}

/** What the choices below begin with; most words have none of it, and loading a pack asks for thousands. */
const TYPED_IN_WAYS = /[ҷжйы]|[сзкг][ҳх]/;

/** сҳ, зҳ, кҳ, гҳ in Latin letters look like sh, zh, kh, gh: дарсҳо is typed darsho. */
const HA_AFTER_CONSONANT = /[сзкг][ҳх]/;

function swallowHa(spelling: string): string {
  return spelling.replace(/с[ҳх]/g, 'ш').replace(/з[ҳх]/g, 'ж').replace(/к[ҳх]/g, 'х').replace(/г[ҳх]/g, 'г');
}

const SHORT_I_TYPED_J = new RegExp(`([${VOWELS}])й(?![${VOWELS}])`, 'g');

function vary(spellings: readonly string[], pattern: RegExp, others: readonly string[]): readonly string[] {
  return spellings.flatMap((spelling) => {
    const varied = others.map((other) => spelling.replace(pattern, other));
    return [spelling, ...varied.filter((candidate) => candidate !== spelling)];
  });
}
