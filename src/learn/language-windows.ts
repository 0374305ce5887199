import { normalise } from '../assess/text/normalise.js';
import type { LabelledText } from './language-corpus.js';
import {
  russianChat,
  russianInLatin,
  tajikInLatin,
  tajikOnRussianKeyboard,
  uzbekChat,
  uzbekInCyrillic,
  uzbekOnRussianKeyboard,
} from './language-spellings.js';

/** Lower case without punctuation throughout. `chat` adds keyboards and missing apostrophes, `latin` writes all in Latin letters. */
export const LANGUAGE_SPELLINGS = ['standard', 'chat', 'latin'] as const;
export type LanguageSpelling = (typeof LANGUAGE_SPELLINGS)[number];

/** A few words whose language is known. */
export interface LanguageWindow {
  readonly text: string;
  /** tg, uz, ru or other. */
  readonly gold: LanguageGroup;
  /** The tag whose classifier should read it; undefined for other languages. */
  readonly tag: string | undefined;
}

export const LANGUAGE_GROUPS = ['tg', 'uz', 'ru', 'other'] as const;
export type LanguageGroup = (typeof LANGUAGE_GROUPS)[number];

/** The group that a code of the data or a tag of the detector belongs to. */
export function groupOf(code: string): LanguageGroup {
  if (code === 'tgk' || code.startsWith('tg-') || code === 'tg') return 'tg';
  if (code.startsWith('uz')) return 'uz';
  return code === 'rus' || code === 'ru' || code === 'ru-Latn' ? 'ru' : 'other';
}

/** Every run of `length` words of the texts, one beside the other, in one spelling. */
export function cutWindows(
  texts: readonly LabelledText[],
  length: number,
  spelling: LanguageSpelling,
): readonly LanguageWindow[] {
  return texts.flatMap(({ language, text }) => {
    const words = normalise(text).tokens.map((token) => token.form);
    const windows: LanguageWindow[] = [];
    for (let from = 0; from + length <= words.length; from += length) {
      windows.push(...spell(language, words.slice(from, from + length).join(' '), spelling));
    }
    return windows;
  });
}

function spell(language: string, words: string, spelling: LanguageSpelling): readonly LanguageWindow[] {
  const gold = groupOf(language);
  const as = (tag: string | undefined, text: string): LanguageWindow => ({ text, gold, tag });
  switch (gold) {
    case 'tg':
      if (spelling === 'latin') return [as('tg-Latn', tajikInLatin(words)[1] ?? '')];
      return [as('tg', spelling === 'chat' ? tajikOnRussianKeyboard(words, false) : words)];
    case 'ru':
      if (spelling === 'latin') return [as('ru-Latn', russianInLatin(words)[0] ?? '')];
      return [as('ru', spelling === 'chat' ? russianChat(words) : words)];
    case 'uz':
      return spellUzbek(words, spelling).map(([tag, text]) => as(tag, text));
    default:
      return [as(undefined, words)];
  }
}

function spellUzbek(words: string, spelling: LanguageSpelling): readonly (readonly [string, string])[] {
  const cyrillic = uzbekInCyrillic(words);
  if (spelling === 'latin') return [['uz-Latn', uzbekChat(words)[1] ?? '']];
  if (spelling === 'standard') {
    return [
      ['uz-Latn', words],
      ['uz-Cyrl', cyrillic],
    ];
  }
  return [
    ['uz-Latn', uzbekChat(words)[0] ?? ''],
    ['uz-Cyrl', uzbekOnRussianKeyboard(cyrillic, false)],
  ];
}
