import type { LabelledText } from './language-corpus.js';

/** Texts to learn from, and texts kept back to measure on. */
export interface LanguageSplit {
  readonly learnt: readonly LabelledText[];
  /** The last fifth of each language and source, by document order. */
  readonly held: readonly LabelledText[];
  /** Declarations in languages that the model never meets. */
  readonly unseen: readonly LabelledText[];
}

const DECLARATIONS = 'udhr';
/** Phrases written for Didbon are learnt from only: they prove nothing. */
const WRITTEN_HERE = 'didbon';
const HELD_SHARE = 0.2;
/** One in so many languages of the Declaration is kept back. */
const UNSEEN_EACH = 8;

/** Declarations in languages that have a class, in any spelling, or are the languages of the held texts. */
const KNOWN_CODES = new Set(
  'tgk rus uzn_cyrl uzn_latn bel bul eng kaz kir mkd khk srp_cyrl tat tuk_latn tur ukr azj_latn'.split(' '),
);

/** Splits by document, never by line: neighbouring sentences share names and subjects. */
export function splitLanguageTexts(texts: readonly LabelledText[]): LanguageSplit {
  const learnt: LabelledText[] = [];
  const held: LabelledText[] = [];
  for (const group of groupsOf(texts.filter(({ source }) => source !== DECLARATIONS))) {
    const cut = group[0]?.source === WRITTEN_HERE ? group.length : Math.floor(group.length * (1 - HELD_SHARE));
    learnt.push(...group.slice(0, cut));
    held.push(...group.slice(cut));
  }
  const declarations = texts.filter(({ source }) => source === DECLARATIONS);
  const codes = [...new Set(declarations.map(({ language }) => language))];
  const unseenCodes = new Set(codes.filter((code, index) => index % UNSEEN_EACH === 3 && !KNOWN_CODES.has(code)));
  return {
    learnt: [...learnt, ...declarations.filter(({ language }) => !unseenCodes.has(language))],
    held,
    unseen: declarations.filter(({ language }) => unseenCodes.has(language)),
  };
}

function groupsOf(texts: readonly LabelledText[]): readonly (readonly LabelledText[])[] {
  const groups = new Map<string, LabelledText[]>();
  for (const text of texts) {
    const key = `${text.language} ${text.source}`;
    const group = groups.get(key) ?? [];
    group.push(text);
    groups.set(key, group);
  }
  return [...groups.values()];
}
