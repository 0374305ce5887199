import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { Grammar } from './evidence.js';
import type { WordReading } from './word-reading.js';

/** Words before a verb among which the word that makes a wish of it is looked for. */
const REACH = 6;
/** A Tajik verb closes its clause. */
const TAJIK_REACH = 10;

/** «пусть вступят»: before a present or future of the third person. */
const LET: ReadonlySet<string> = new Set(['пусть', 'пускай', 'да', 'pust', 'puskaj', 'puskay', 'puskai', 'da']);
/** «чтобы вступили», «вот бы вступили»: before a past form, or right behind it. */
const WOULD: ReadonlySet<string> = new Set(['чтобы', 'чтоб', 'бы', 'б', 'chtoby', 'chtobi', 'chtob', 'by', 'bi']);

/** «кош ба он ҷо мерафтем»: before a Tajik past form, which then wishes. */
const IF_ONLY: ReadonlySet<string> = new Set(['кош', 'кошки', 'кошке', 'кошкӣ', 'kosh', 'koshki', 'koshke']);

/** A wish in Russian, and in Tajik one that speaks in the past, is a plain form with a word of its own in the same clause. */
export function readWish(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  return changeReadings(readings, places, mayBeWished, (words, index) =>
    words.map((word) => (mayBeWished(word) && isWished(tokens, index, particlesOf(word)) ? toWish(word) : word)),
  );
}

function particlesOf(word: WordReading): ReadonlySet<string> {
  if (word.language === 'tajik') return IF_ONLY;
  return isPast(word) ? WOULD : LET;
}

function isWished(tokens: readonly Token[], index: number, particles: ReadonlySet<string>): boolean {
  const next = tokens[index + 1];
  if (next?.before === 'none' && WOULD.has(next.form)) return particles === WOULD;
  const reach = particles === IF_ONLY ? TAJIK_REACH : REACH;
  for (let at = index; at > 0 && index - at < reach && tokens[at]?.before === 'none'; at -= 1)
    if (particles.has(tokens[at - 1]?.form ?? '')) return true;
  return false;
}

function mayBeWished(word: WordReading): boolean {
  return isPast(word) || isOfAThird(word);
}

function isPast({ language, grammar: { mood, tense } }: WordReading): boolean {
  return language !== 'uzbek' && mood === 'indicative' && tense === 'past';
}

function isOfAThird({ language, grammar: { mood, tense, person } }: WordReading): boolean {
  return language === 'russian' && mood === 'indicative' && tense !== 'past' && person === 3;
}

function toWish(word: WordReading): WordReading {
  const grammar: Grammar = { ...word.grammar, mood: 'optative', person: word.grammar.person ?? 3, tense: 'future' };
  return { ...word, grammar };
}
