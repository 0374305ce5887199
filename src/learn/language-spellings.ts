/** Ways in which the same words are typed, made by rule from standard spelling. All work on lower case with ʼ as apostrophe. */

type Rules = readonly (readonly [RegExp, string])[];

function rules(list: string): Rules {
  return list.split(' ').map((rule) => {
    const [from = '', to = ''] = rule.split('>');
    return [new RegExp(from, 'g'), to] as const;
  });
}

function apply(text: string, list: Rules): string {
  return list.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

const UZBEK_CYRILLIC = rules(
  'yoʼ>йў oʼ>ў gʼ>ғ sh>ш ch>ч yo>ё yu>ю ya>я ye>е (?<![a-zа-яёўғ])e>э a>а b>б d>д e>е f>ф g>г h>ҳ i>и j>ж k>к l>л m>м n>н o>о p>п q>қ r>р s>с t>т u>у v>в x>х y>й z>з c>с w>в ʼ>ъ',
);

/** Uzbek Latin in Cyrillic letters. */
export function uzbekInCyrillic(latin: string): string {
  return apply(latin, UZBEK_CYRILLIC);
}

const UZBEK_KEYBOARD = rules('қ>к ҳ>х ғ>г ў>у');
const UZBEK_KEYBOARD_O = rules('қ>к ҳ>х ғ>г ў>о ъ>');

/** Uzbek Cyrillic on a Russian keyboard: ў typed у, or о. */
export function uzbekOnRussianKeyboard(cyrillic: string, asO: boolean): string {
  return apply(cyrillic, asO ? UZBEK_KEYBOARD_O : UZBEK_KEYBOARD);
}

const UZBEK_BARE = rules('ʼ>');
const UZBEK_CHAT_X = rules('oʼ>u ʼ> h(?<![sc]h)>x');
const UZBEK_CHAT_H = rules('ʼ> x>h sh>w');
const UZBEK_TURKISH = rules('oʼ>ö gʼ>ğ sh>ş ch>ç ʼ>');

/** Uzbek Latin without apostrophes, and the chat habits that go with it. */
export function uzbekChat(latin: string): readonly string[] {
  return [UZBEK_BARE, UZBEK_CHAT_X, UZBEK_CHAT_H, UZBEK_TURKISH].map((habit) => apply(latin, habit));
}

const TAJIK_KEYBOARD = rules('ҳ>х қ>к ғ>г ҷ>ч ӣ>и ӯ>у ъ>');
const TAJIK_KEYBOARD_ZH = rules('ҳ>х қ>к ғ>г ҷ>ж ӣ>и ӯ>у');

/** Tajik on a Russian keyboard: ҷ typed ч, or ж. */
export function tajikOnRussianKeyboard(tajik: string, asZh: boolean): string {
  return apply(tajik, asZh ? TAJIK_KEYBOARD_ZH : TAJIK_KEYBOARD);
}

const TAJIK_VOWELS = 'а>a о>o у>u ӯ>u и>i ӣ>i э>e ъ> ';
const CONSONANTS = 'б>b в>v г>g д>d з>z к>k л>l м>m н>n п>p р>r с>s т>t ф>f';
const TAJIK_LATIN = rules(
  `(?<![бвгджзйклмнпрстфхчшъҳқғҷ])е>ye е>e ё>yo ю>yu я>ya й>y ҳ>h х>kh ҷ>j ж>zh ч>ch ш>sh қ>q ғ>gh ${TAJIK_VOWELS}${CONSONANTS}`,
);
const TAJIK_LATIN_CHAT = rules(`е>e ё>yo ю>yu я>ya й>y ҳ>h х>x ҷ>j ж>j ч>ch ш>sh қ>q ғ>g ${TAJIK_VOWELS}${CONSONANTS}`);
const TAJIK_LATIN_PLAIN = rules(
  `е>e ё>yo ю>yu я>ya й>i ҳ>h х>h ҷ>dj ж>zh ч>ch ш>sh қ>k ғ>g ${TAJIK_VOWELS}${CONSONANTS}`,
);

const TAJIK_LATIN_MACRONS = rules(
  `е>e ё>yo ю>yu я>ya й>y ӣ>ī ӯ>ū ҳ>h х>x ҷ>j ж>zh ч>ch ш>sh қ>q ғ>gh ${TAJIK_VOWELS}${CONSONANTS}`,
);

/** Tajik in Latin letters, in the manners that chat and schoolbooks know. */
export function tajikInLatin(tajik: string): readonly string[] {
  return [TAJIK_LATIN, TAJIK_LATIN_CHAT, TAJIK_LATIN_PLAIN, TAJIK_LATIN_MACRONS].map((manner) => apply(tajik, manner));
}

const RUSSIAN_VOWELS = 'а>a о>o у>u и>i э>e ъ> ';
const RUSSIAN_LATIN = rules(
  `ё>yo ю>yu я>ya й>y ы>y ж>zh х>kh ц>ts ч>ch ш>sh щ>shch ь> е>e ${RUSSIAN_VOWELS}${CONSONANTS}`,
);
const RUSSIAN_LATIN_CHAT = rules(
  `ё>e ю>u я>ia й>i ы>i ж>j х>h ц>c ч>4 ш>w щ>sh ь>' е>e ${RUSSIAN_VOWELS}${CONSONANTS}`,
);
const RUSSIAN_LATIN_PLAIN = rules(
  `ё>e ю>yu я>ya й>j ы>y ж>zh х>h ц>c ч>ch ш>sh щ>sch ь> е>e ${RUSSIAN_VOWELS}${CONSONANTS}`,
);

/** Russian in Latin letters, in the three manners that chat knows. */
export function russianInLatin(russian: string): readonly string[] {
  return [apply(russian, RUSSIAN_LATIN), apply(russian, RUSSIAN_LATIN_CHAT), apply(russian, RUSSIAN_LATIN_PLAIN)];
}

const RUSSIAN_CHAT = rules('ё>е');

/** Russian as typed: ё without its dots. */
export function russianChat(russian: string): string {
  return apply(russian, RUSSIAN_CHAT);
}

const OTHER_KEYBOARD = rules(
  'ә>а і>и ң>н ғ>г ү>у ұ>у қ>к ө>о һ>х җ>ж ї>и є>е ґ>г ў>у ј>й љ>л њ>н ћ>ч ђ>дж џ>дж ѓ>г ќ>к',
);
const OTHER_ASCII = rules('ş>s ç>c ğ>g ı>i ö>o ü>u ə>e ä>a ý>y ň>n ž>z š>s č>c â>a î>i û>u');

/** Any other language on a keyboard that lacks its letters: Kazakh on a Russian one, Turkish on an English one. */
export function otherOnForeignKeyboard(text: string): string {
  return apply(apply(text, OTHER_KEYBOARD), OTHER_ASCII);
}
