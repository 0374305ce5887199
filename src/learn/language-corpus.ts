import { normalise } from '../assess/text/normalise.js';
import {
  otherOnForeignKeyboard,
  russianChat,
  russianInLatin,
  tajikInLatin,
  tajikOnRussianKeyboard,
  uzbekChat,
  uzbekInCyrillic,
  uzbekOnRussianKeyboard,
} from './language-spellings.js';

/** One text whose language is known. */
export interface LabelledText {
  /** ISO 639-3 code, or one of the codes of `language-train.tsv`. */
  readonly language: string;
  readonly source: string;
  readonly text: string;
}

/** The words of one sentence, as the detector will see them. */
export type Sentence = readonly string[];

/** Sentences of one class in one script. */
export interface LanguageClass {
  readonly tag: string;
  readonly script: 'Cyrl' | 'Latn';
  readonly sentences: Sentence[];
}

/** Our tag, or the shortest ISO 639 code, of languages that have a class of their own. Any other language is `und`. */
const TAGS: ReadonlyMap<string, string> = new Map(
  (
    'tgk:tg rus:ru uzb:uz uzn_cyrl:uz uzn_latn:uz bel:be bul:bg eng:en kaz:kk kir:ky mkd:mk mon:mn khk:mn srp-Cyrl:sr ' +
    'srp_cyrl:sr tat:tt tuk:tk tuk_latn:tk tur:tr ukr:uk aze-Latn:az azj_latn:az'
  )
    .split(' ')
    .map((rule): [string, string] => {
      const [code = '', tag = ''] = rule.split(':');
      return [code, tag];
    }),
);

/** Gathers texts into classes, each in every spelling that it is typed in. Order in, order out. */
export function gatherClasses(texts: readonly LabelledText[]): readonly LanguageClass[] {
  const classes = new Map<string, LanguageClass>();
  for (const text of texts) {
    for (const { tag, words } of spellings(text)) {
      for (const script of ['Cyrl', 'Latn'] as const) addSentence(classes, { tag, script, words });
    }
  }
  return [...classes.values()];
}

function addSentence(
  classes: Map<string, LanguageClass>,
  found: { tag: string; script: 'Cyrl' | 'Latn'; words: string },
): void {
  const sentence = normalise(found.words).tokens.flatMap((token) =>
    token.script === found.script ? [token.form] : [],
  );
  if (sentence.length === 0 || !isHome(found.tag, found.script)) return;
  const key = `${found.script} ${found.tag}`;
  const known = classes.get(key) ?? { tag: found.tag, script: found.script, sentences: [] };
  classes.set(key, known);
  known.sentences.push(sentence);
}

const CYRILLIC_HOME = new Set(['tg', 'uz-Cyrl', 'ru', 'be', 'bg', 'kk', 'ky', 'mk', 'mn', 'sr', 'tt', 'uk', 'und']);
const LATIN_HOME = new Set(['tg-Latn', 'uz-Latn', 'ru-Latn', 'en', 'tr', 'az', 'tk', 'und']);

/** A Latin name inside a Cyrillic sentence says nothing about the language of the sentence. */
function isHome(tag: string, script: 'Cyrl' | 'Latn'): boolean {
  return (script === 'Cyrl' ? CYRILLIC_HOME : LATIN_HOME).has(tag);
}

interface Spelled {
  readonly tag: string;
  readonly words: string;
}

function spellings({ language, text }: LabelledText): readonly Spelled[] {
  const tag = TAGS.get(language) ?? 'und';
  const plain = normalise(text)
    .tokens.map((token) => token.form)
    .join(' ');
  const as = (to: string, list: readonly string[]): Spelled[] => list.map((words) => ({ tag: to, words }));
  switch (tag) {
    case 'tg':
      return [
        ...as('tg', [plain, tajikOnRussianKeyboard(plain, false), tajikOnRussianKeyboard(plain, true)]),
        ...as('tg-Latn', tajikInLatin(plain)),
      ];
    case 'ru':
      return [...as('ru', [plain, russianChat(plain)]), ...as('ru-Latn', russianInLatin(plain))];
    case 'uz':
      return spellUzbek(plain, language);
    default:
      return as(tag, [plain, otherOnForeignKeyboard(plain)]);
  }
}

function spellUzbek(plain: string, language: string): readonly Spelled[] {
  const cyrillic = language === 'uzn_cyrl' ? plain : uzbekInCyrillic(plain);
  const inCyrillic = [cyrillic, uzbekOnRussianKeyboard(cyrillic, false), uzbekOnRussianKeyboard(cyrillic, true)];
  const inLatin = language === 'uzn_cyrl' ? [] : [plain, ...uzbekChat(plain)];
  return [
    ...inCyrillic.map((words) => ({ tag: 'uz-Cyrl', words })),
    ...inLatin.map((words) => ({ tag: 'uz-Latn', words })),
  ];
}
