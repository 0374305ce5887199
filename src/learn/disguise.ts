import type { Writing } from '../packs/format/cases.js';
import { latinised, uzbekToCyrillic, uzbekToLatin } from './transliterate.js';

/** A way of spelling that hides words from filters, or that a keyboard forces on honest people. */
interface Disguise {
  readonly name: string;
  readonly writings: readonly Writing[];
  readonly apply: (text: string) => string;
}

export interface DisguisedText {
  readonly disguise: string;
  readonly text: string;
}

const ALL: readonly Writing[] = ['tg', 'uz-Latn', 'uz-Cyrl', 'ru'];
const CYRILLIC: readonly Writing[] = ['tg', 'uz-Cyrl', 'ru'];
const LATIN: readonly Writing[] = ['uz-Latn'];
const UZBEK: readonly Writing[] = ['uz-Latn', 'uz-Cyrl'];

const APOSTROPHE = /['`‘’ʼʻ]/gu;
/** Words with a capital inside a sentence. */
const NAME = /(?<=[\p{L},] )\p{Lu}[\p{L}\p{M}ʻʼ'‘’`]{2,}/gu;
const LONG_WORD = /\p{L}[\p{L}\p{M}ʻʼ'‘’`]{3,}/gu;

const DISGUISES: readonly Disguise[] = [
  rule('zero-width', ALL, (text) => eachWord(text, (word) => [...word].join('\u200b'))),
  rule('soft-hyphen', ALL, (text) => eachWord(text, (word) => halves(word).join('\u00ad'))),
  rule('look-alikes', CYRILLIC, swapper('а:a е:e о:o р:p с:c х:x у:y і:i А:A Е:E О:O Р:P С:C Х:X В:B М:M Н:H Т:T К:K')),
  rule('look-alikes', LATIN, swapper('a:а e:е o:о p:р c:с x:х y:у A:А E:Е O:О P:Р C:С X:Х B:В M:М H:Н T:Т K:К')),
  rule('half look-alikes', CYRILLIC, (text) => eachWord(text, firstHalf(swapper('а:a е:e о:o р:p с:c х:x у:y')))),
  rule('half look-alikes', LATIN, (text) => eachWord(text, firstHalf(swapper('a:а e:е o:о p:р c:с x:х y:у')))),
  rule('invisible for spaces', ALL, (text) => text.replaceAll(' ', '\u200b')),
  rule('asterisks for spaces', ALL, (text) => text.replaceAll(' ', '*')),
  rule('a word a line', ALL, (text) => text.replaceAll(' ', '\n')),
  rule('cut by full stops', ALL, (text) => eachWord(text, (word) => halves(word).join('.'))),
  rule('cut by hyphens', ALL, (text) => eachWord(text, (word) => halves(word).join('-'))),
  rule('cut by emoji', ALL, (text) => eachWord(text, (word) => halves(word).join('🔥'))),
  rule('cut by apostrophes', CYRILLIC, (text) => eachWord(text, (word) => halves(word).join("'"))),
  rule('dotted out', ALL, (text) => eachWord(text, (word) => letters(word).join('.'))),
  rule('hyphened out', ALL, (text) => eachWord(text, (word) => letters(word).join('-'))),
  rule('longest word spaced out', ALL, (text) => text.replace(longestWord(text), (word) => letters(word).join(' '))),
  rule('names spaced out', ALL, (text) => text.replace(NAME, (word) => letters(word).join(' '))),
  rule('all spaced out', ALL, (text) =>
    text
      .split(' ')
      .map((word) => letters(word).join(' '))
      .join('   '),
  ),
  rule('stretched', ALL, (text) =>
    eachWord(text, (word) => word.replace(/[аеиоуыэюяӣӯўaeiou](?=\P{L}*$)/iu, '$&$&$&$&')),
  ),
  rule('doubled', ALL, (text) => eachWord(text, (word) => word.replace(/[аеиоуыэюяaeiou](?=\P{L}*$)/iu, '$&$&'))),
  rule('4 for а, 1 for и', CYRILLIC, swapper('а:4 и:1 о:0')),
  rule('@ for а', CYRILLIC, swapper('а:@')),
  rule('@ for a', LATIN, swapper('a:@')),
  rule('digits', CYRILLIC, swapper('о:0 з:3 ч:4 б:6')),
  rule('digits', LATIN, swapper('o:0 i:1 e:3')),
  rule('capitals', ALL, (text) => text.toUpperCase()),
  rule('capitals here and there', ALL, (text) => eachWord(text, hereAndThere)),
  rule('decomposed', ALL, (text) => text.normalize('NFD')),
  rule('emoji between words', ALL, (text) => text.replaceAll(' ', ' 🔥 ')),
  rule('emoji for spaces', ALL, (text) => text.replaceAll(' ', '🤲')),
  rule('spoilers', ALL, (text) => eachWord(text, (word) => `||${word}||`)),
  rule('markup in words', ALL, (text) => eachWord(text, (word) => halves(word).join('**'))),
  rule('no punctuation', ALL, (text) => text.replace(/[.,!?;:—–]/gu, '').toLowerCase()),
  ...["'", '`', '‘', '’', 'ʼ', ''].map((mark) =>
    rule(`apostrophe ${mark || 'left out'}`, LATIN, (text) => text.replace(APOSTROPHE, mark)),
  ),
  rule('Russian keyboard', ['tg'], swapper('ҳ:х қ:к ғ:г ҷ:ч ӣ:и ӯ:у Ҳ:Х Қ:К Ғ:Г Ҷ:Ч Ӣ:И Ӯ:У')),
  rule('Russian keyboard, ж', ['tg'], swapper('ҳ:х қ:к ғ:г ҷ:ж ӣ:и ӯ:у Ҳ:Х Қ:К Ғ:Г Ҷ:Ж Ӣ:И Ӯ:У')),
  rule('Russian keyboard, дж', ['tg'], swapper('ҳ:х қ:к ғ:г ҷ:дж ӣ:и ӯ:у Ҳ:Х Қ:К Ғ:Г Ҷ:Дж Ӣ:И Ӯ:У ъ:')),
  rule('Russian keyboard', ['uz-Cyrl'], swapper('ҳ:х қ:к ғ:г ў:у Ҳ:Х Қ:К Ғ:Г Ў:У')),
  rule('Russian keyboard, о', ['uz-Cyrl'], swapper('ҳ:х қ:к ғ:г ў:о Ҳ:Х Қ:К Ғ:Г Ў:О')),
  rule('other script', ['uz-Latn'], uzbekToCyrillic),
  rule('other script', ['uz-Cyrl'], uzbekToLatin),
  rule('Latin letters', ['tg', 'ru'], (text) => latinised(text, 'kh')),
  rule('Latin letters, h', ['tg', 'ru'], (text) => latinised(text, 'h')),
  rule('Latin letters, x', ['tg'], (text) => latinised(text, 'x')),
  rule('chat 6 and 4', UZBEK, (text) => digitsForPairs(inLatin(text))),
  rule('Turkish letters', UZBEK, (text) => turkish(inLatin(text))),
];

/** Every disguise that a kind of writing can wear, applied to a text; those that change nothing are left out. */
export function disguise(text: string, writing: Writing): readonly DisguisedText[] {
  return DISGUISES.filter(({ writings }) => writings.includes(writing))
    .map(({ name, apply }) => ({ disguise: name, text: apply(text) }))
    .filter((variant) => variant.text !== text);
}

function rule(name: string, writings: readonly Writing[], apply: (text: string) => string): Disguise {
  return { name, writings, apply };
}

function eachWord(text: string, change: (word: string) => string): string {
  return text.replace(LONG_WORD, change);
}

function longestWord(text: string): string {
  return [...text.matchAll(LONG_WORD)].map(([word]) => word).reduce((a, b) => (b.length > a.length ? b : a), '');
}

/** Letters with the marks and apostrophes that belong to them. */
function letters(word: string): readonly string[] {
  return word.match(/.[\p{M}ʻʼ'‘’`]*/gu) ?? [];
}

function halves(word: string): readonly [string, string] {
  const parts = letters(word);
  const middle = Math.ceil(parts.length / 2);
  return [parts.slice(0, middle).join(''), parts.slice(middle).join('')];
}

function hereAndThere(word: string): string {
  return letters(word)
    .map((letter, at) => (at % 2 === 0 ? letter.toLowerCase() : letter.toUpperCase()))
    .join('');
}

function firstHalf(change: (part: string) => string): (word: string) => string {
  return (word) => {
    const [first, second] = halves(word);
    return change(first) + second;
  };
}

function swapper(rules: string): (text: string) => string {
  const table = new Map(
    rules.split(' ').map((one): [string, string] => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)]),
  );
  return (text) => [...text].map((letter) => table.get(letter) ?? letter).join('');
}

function inLatin(text: string): string {
  return /\p{Script=Cyrillic}/u.test(text) ? uzbekToLatin(text) : text;
}

function digitsForPairs(text: string): string {
  return text.replace(APOSTROPHE, '').replace(/sh/gi, '6').replace(/ch/gi, '4');
}

function turkish(text: string): string {
  const table = { sh: 'ş', ch: 'ç', oʻ: 'ö', gʻ: 'ğ' } as const;
  const plain = text.replace(APOSTROPHE, 'ʻ');
  return Object.entries(table).reduce(
    (result, [pair, letter]) => result.replaceAll(pair, letter).replaceAll(capitalised(pair), letter.toUpperCase()),
    plain,
  );
}

function capitalised(pair: string): string {
  return pair.charAt(0).toUpperCase() + pair.slice(1);
}
