import type { WordClass } from './lexicon-input.js';
import type { Morphology, VerbTable, Word } from './morphology/morphology.js';

/** One place of a lemma: the words that may stand there, and how many others may stand between it and the one before. */
export interface Place {
  readonly words: readonly Word[];
  readonly gap: number;
}

const ELLIPSIS_GAP = 4;
/** Between a noun and its verb an object, ро or an adverb may stand: «ҳамроҳи мо шавед», «совершите с семьёй хиджру». */
const GAP_BESIDE_VERB = 3;

/** How a lemma is to be read. */
export interface Reading {
  readonly morphology: Morphology;
  readonly verbs: VerbTable;
  readonly is?: WordClass | undefined;
  readonly gap?: number | undefined;
}

/**
 * Reads the notation of lemmas, contexts and cues: words that inflect as their kind, `a|b` for either, `=word` for exactly
 * this form, a lone `…` for up to four words in between. A hyphenated word is found in two words (the normaliser parts them) and in one.
 */
export function parseWords(text: string, reading: Reading): readonly (readonly Place[])[] {
  const spellings = text.includes('-') ? [text.replaceAll('-', ' '), text.replaceAll('-', '')] : [text];
  return spellings.map((spelling) => parsePlaces(spelling, reading));
}

function parsePlaces(text: string, reading: Reading): readonly Place[] {
  const places: Place[] = [];
  let ellipsis = 0;
  for (const part of text.split(/\s+/).filter(Boolean)) {
    if (part === '…' || part === '...') {
      ellipsis = ELLIPSIS_GAP;
      continue;
    }
    const words = part.split('|').map((word) => readWord(word, reading));
    places.push({ words, gap: gapBetween(places.at(-1)?.words, words, ellipsis, reading) });
    ellipsis = 0;
  }
  return places;
}

function gapBetween(
  before: readonly Word[] | undefined,
  words: readonly Word[],
  ellipsis: number,
  reading: Reading,
): number {
  if (before === undefined) return 0;
  if (ellipsis > 0) return Math.max(ellipsis, reading.gap ?? 0);
  return reading.gap ?? ([...before, ...words].some((word) => word.is === 'verb') ? GAP_BESIDE_VERB : 0);
}

function readWord(part: string, { morphology, verbs, is }: Reading): Word {
  const text = normaliseLemma(part);
  if (text.startsWith('=')) return { text: text.slice(1), is: 'fixed' };
  if (is !== undefined) return { text, is };
  return { text, is: ABBREVIATION.test(part) ? 'abbreviation' : morphology.classOf(text, verbs) };
}

const ABBREVIATION = /^\p{Lu}{2,6}$/u;

/** Lower case, NFC, one apostrophe: what the normaliser does to the text. */
export function normaliseLemma(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ʻ‘’'`´ʹ]/g, 'ʼ')
    .trim();
}
