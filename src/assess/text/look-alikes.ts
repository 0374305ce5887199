/**
 * Which letters pass for which. The first table is the Latin part of the Unicode confusables as npm `unhomoglyph` 1.0.6
 * carries them (a test compares), without Latin, Cyrillic, Arabic and Han letters: those have rules of their own below.
 */
const ALIENS =
  'ͺi ͿJ ΑA ΒB ΕE ΖZ ΗH Ιl ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa γy ιi νv οo ρp σo υu ϒY ϜF ϱp ϲc ϳj ϹC ϺM ՍU ՏS ՕO աw գq զq հh ոn ռn սu ցg քf օo ' +
  'וl טv ןl סo ߊl ଠO ഠo ဝo ყy ჿo ሀU ዐO ᎠD ᎡR ᎢT Ꭵi ᎩY ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎽY ᏀG Ꮒh ᏃZ Ꮟb ᏒR ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK Ꮷd ᏳG ᏴB ' +
  'ᐯV ᑌU ᑭP ᑯd ᑲb ᒍJ ᒪL ᕁx ᕼH ᕽx ᖇR ᖯb ᖴF ᗅA ᗞD ᗪD ᗰM ᗷB ᚷX ᛁl ᛕK ᛖM ᴦr ⲅr ⲎH Ⲓl ⲔK ⲘM ⲚN ⲞO ⲟo ⲢP ⲣp ⲤC ⲥc ⲦT ⲨY ⲬX ⳐL ' +
  'ⴸV ⴹE ⵏl ⵔO ⵕQ ⵝX ꓐB ꓑP ꓒd ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲl ꓳO ꓴU ꛟV ꭵi ꮁr ꮃw ꮓz ꮩv ꮪs ꮯc';

/** Greek and odd Cyrillic letters that the confusables leave out or that no language of ours could mean. */
const MORE_ALIENS = 'ԁd ԛq ԝw ѵv ѡw ҽe ѕs ЅS ԌG εe κk τt ωw χx ηn βb ςc έe ίi όo ύu άa ήn λl πn φf δd Γr Πn Λl Δd Φf';

/** Small capitals and phonetic letters: Latin letters in another dress. */
const DRESSED =
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ǫq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ƽs ʋu ƍg ɣy ɩi ɯw ꞟu ꭎu ꭒu ꭚy ﬀf';

/** Where Unicode keeps single letters that NFKC leads back to a plain one. */
const COMPATIBILITY_RANGES: readonly (readonly [number, number])[] = [
  [0xaa, 0xba],
  [0x17f, 0x17f],
  [0x2b0, 0x2e3],
  [0x1d2c, 0x1dbf],
  [0x2071, 0x209c],
  [0x2102, 0x2149],
  [0x24b6, 0x24e9],
  [0x2c7c, 0x2c7d],
  [0xff21, 0xff5a],
];

function pairs(list: string): readonly [string, string][] {
  return list.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]);
}

/** Letters of other scripts that look like a Latin letter, with that letter. */
export const ALIEN_TO_LATIN: ReadonlyMap<string, string> = new Map([...pairs(ALIENS), ...pairs(MORE_ALIENS)]);

/** Fullwidth, circled, raised and small-capital forms, with the plain letter. */
export const COMPATIBLE_LETTERS: ReadonlyMap<string, string> = new Map([...pairs(DRESSED), ...compatibleLetters()]);

function compatibleLetters(): [string, string][] {
  const found: [string, string][] = [];
  for (const [from, to] of COMPATIBILITY_RANGES) {
    for (let code = from; code <= to; code += 1) {
      const letter = String.fromCharCode(code);
      const plain = letter.normalize('NFKC');
      if (plain !== letter && /^[A-Za-zА-яЁё]$/.test(plain)) found.push([letter, plain]);
    }
  }
  return found;
}

/** Latin letters that can be taken for a Cyrillic one, capitals apart because they look different. */
const LATIN_LOOKS: ReadonlyMap<string, string> = new Map(
  pairs('aа cс eе oо pр xх yу kк mм tт iи uи nп rг bь sѕ hн AА BВ CС EЕ HН KК MМ OО PР TТ XХ YУ IІ SЅ NП UИ RЯ wш WШ'),
);

/** Cyrillic letters that can be taken for a Latin one. */
const CYRILLIC_LOOKS: ReadonlyMap<string, string> = new Map(
  pairs(
    'аa сc еe оo рp хx уy кk мm тt иu пn гr ьb нh вb іi јj һh ӏl ѕs зz АA ВB СC ЕE НH КK МM ОO РP ТT ХX УY ІI ЈJ ҺH ҚK қk ҳx ҲX ёe ЁE ўy ӯy үy ҮY өo ӨO әa яr шw',
  ),
);

/** What a letter without a look-alike most likely stands for by sound. */
const LATIN_SOUNDS: ReadonlyMap<string, string> = new Map(pairs('dд fф gг jҷ lл qқ vв zз sс iи'));
const CYRILLIC_SOUNDS: ReadonlyMap<string, string> = new Map(pairs('бb дd жj лl фf цc йy ыi эe ғg ҷj ӣi зz ъʼ'));

const TABLE_SIZE = 0x530;
/** Cyrillic look-alike (lower case) by Latin code unit; 0 where there is none. */
const LATIN_TO_CYRILLIC = tabulate(LATIN_LOOKS);
/** Latin look-alike (lower case) by Cyrillic code unit; 0 where there is none. */
const CYRILLIC_TO_LATIN = tabulate(CYRILLIC_LOOKS);
const LATIN_BY_SOUND = tabulate(CYRILLIC_SOUNDS);
const CYRILLIC_BY_SOUND = tabulate(LATIN_SOUNDS);

function tabulate(looks: ReadonlyMap<string, string>): Uint16Array {
  const table = new Uint16Array(TABLE_SIZE);
  for (const [letter, look] of looks) {
    const folded = look === 'ѕ' || look === 'Ѕ' ? 'с' : look === 'І' ? 'и' : look.toLowerCase();
    table[letter.charCodeAt(0)] = folded.charCodeAt(0);
  }
  return table;
}

/** Letters that nobody can tell from their double in the other script; k and к, u and и only resemble each other. */
const SAME_IN_LATIN = new Set([...'aceopxyijABCEHKMOPTXYIJS'].map((letter) => letter.charCodeAt(0)));
const SAME_IN_CYRILLIC = new Set([...'аеорсхуіјһѕАВЕКМНОРСТХУІЈЅ'].map((letter) => letter.charCodeAt(0)));
const RESEMBLES = 1;
const DIFFERS = 3;

/** How unlikely it is that this Latin letter is a Cyrillic one in disguise: 0 for a perfect double. */
export function cyrillicCost(code: number): number {
  if (SAME_IN_LATIN.has(code)) return 0;
  return cyrillicLook(code) === 0 ? DIFFERS : RESEMBLES;
}

/** How unlikely it is that this Cyrillic letter is a Latin one in disguise: 0 for a perfect double. */
export function latinCost(code: number): number {
  if (SAME_IN_CYRILLIC.has(code)) return 0;
  return latinLook(code) === 0 ? DIFFERS : RESEMBLES;
}

/** The Cyrillic letter that this Latin code unit looks like, 0 if none. */
export function cyrillicLook(code: number): number {
  return LATIN_TO_CYRILLIC[code] ?? 0;
}

/** The Latin letter that this Cyrillic code unit looks like, 0 if none. */
export function latinLook(code: number): number {
  return CYRILLIC_TO_LATIN[code] ?? 0;
}

/** The Cyrillic letter of the same sound as this lower-case Latin code unit, 0 if none. */
export function cyrillicSound(code: number): number {
  return CYRILLIC_BY_SOUND[code] ?? 0;
}

/** The Latin letter of the same sound as this lower-case Cyrillic code unit, 0 if none. */
export function latinSound(code: number): number {
  return LATIN_BY_SOUND[code] ?? 0;
}

/** The plain letter for a mathematical or squared one outside the Basic Multilingual Plane, '' when there is none. */
export function letterInDress(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  if (code >= 0x1d400 && code <= 0x1d7ff) {
    const plain = String.fromCodePoint(code).normalize('NFKC');
    return /^[A-Za-z0-9]$/.test(plain) ? plain : (ALPHABET_IN_GREEK.get(plain) ?? '');
  }
  if (code >= 0x1f130 && code <= 0x1f149) return String.fromCharCode(0x41 + code - 0x1f130);
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(0x41 + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(0x41 + code - 0x1f170);
  return '';
}

const ALPHABET_IN_GREEK: ReadonlyMap<string, string> = new Map([
  ['α', 'a'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['ν', 'v'],
]);
