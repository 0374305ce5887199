import type { Language, OurTag } from '../assess/assessment.js';
import type { CompiledLexicon } from '../assess/keywords/compiled-lexicon.js';
import { findEvidence } from '../assess/keywords/find-evidence.js';
import { normalise } from '../assess/text/normalise.js';

/** An ordinary word that an entry of the lexicon also matches. */
export interface Collision {
  readonly word: string;
  readonly language: Language;
  readonly entry: string;
  readonly role: string;
  readonly gloss: string;
}

const TAGS: Readonly<Record<Language, readonly OurTag[]>> = {
  tajik: ['tg'],
  uzbek: ['uz-Latn', 'uz-Cyrl'],
  russian: ['ru'],
};

/**
 * Asks the lexicon about each word on its own. What it answers is either a form of the entry, as meant,
 * or an ordinary word that looks like one: that is for a reader of the language to tell.
 */
export function findCollisions(
  words: Iterable<string>,
  language: Language,
  lexicon: CompiledLexicon,
): readonly Collision[] {
  const found: Collision[] = [];
  for (const word of new Set(words)) {
    const { hits } = findEvidence(normalise(word), TAGS[language], lexicon);
    for (const { entry, role, gloss } of hits) found.push({ word, language, entry, role, gloss });
  }
  return found;
}

/** The words of a list: one a line, with what Hunspell writes behind a slash or a tab left away; other lines are cut into words. */
export function wordsIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[/\t].*/, ''))
    .flatMap((line) => line.match(/\p{L}[\p{L}\p{M}ʻʼ'‘’`-]*/gu) ?? []);
}
