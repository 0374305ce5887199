import { WIDE_SPACE } from './join-letters.js';

/**
 * Other ways to read a text that leaves more than one open (`NormalisedText.ambiguous`), eleven at most, each as long as the text,
 * so that offsets hold. One that is wrong makes words that nobody knows.
 */
export function otherReadings(text: string): readonly string[] {
  const parted = new Set([text, partAtHidden(text), partAtStops(text)]);
  const cut = new Set([...parted, ...[...parted].map(joinPieces)]);
  const readings = new Set([...cut].flatMap((reading) => [reading, readVowelDigits(partPrepositions(reading))]));
  readings.delete(text);
  return [...readings];
}

/**
 * «вступайте*в*ИГИЛ», or with what nobody sees in place of the stars: it parts words as well as it hides in them, where spaces are
 * missing or a stretch is longer than a word; «ҳамроҳ **на**шавед» is emphasis.
 */
function partAtHidden(text: string): string {
  if (!MAY_HIDE.test(text)) return text;
  const part = (stretch: string) => stretch.replace(HIDDEN, (hidden) => ' '.repeat(hidden.length));
  const missing = (text.match(HIDDEN)?.length ?? 0) > (text.match(SPACES)?.length ?? 0);
  return missing ? part(text) : text.replace(LONG_STRETCH, part);
}

const MAY_HIDE = /[\u200b-\u200d\u2060\ufeff*]/;
const HIDDEN = /(?<=\p{L})[\u200b-\u200d\u2060\ufeff*]+(?=\p{L})/gu;
const LONG_STRETCH = /[\p{L}\p{M}\u200b-\u200d\u2060\ufeff*]{16,}/gu;

/** «Вступайте.в.ИГИЛ»: full stops for spaces, one to every two stretches between spaces. */
function partAtStops(text: string): string {
  const stops = text.match(STOPS)?.length ?? 0;
  return stops * 2 >= text.split(SPACES).length ? text.replace(STOPS, (stop) => ' '.repeat(stop.length)) : text;
}

const STOPS = /(?<=[\p{L}\p{N},:;»"])[.…!?]+(?=[\p{L}\p{N}«"])/gu;
const SPACES = /\s+/gu;

/** «всту.пайте в ИГ/ИЛ»: what stands between letters may be there to cut words; not before a capital, where a sentence begins. */
function joinPieces(text: string): string {
  return text.replace(CUTS, (cut) => INVISIBLE.repeat(cut.length));
}

const INVISIBLE = '\u200b';
const CUTS =
  /(?<=\p{L})(?:[-._/|\\•·+~]|\p{Extended_Pictographic}\ufe0f?)+(?=\p{L})(?!(?<=\p{Ll}\P{L}+)\p{Lu}\p{Ll})/gu;

/** «вступай в и г и л», «И Г И Л и мы»: the first and the last of the single letters may be a word of its own. */
function partPrepositions(text: string): string {
  return text.replace(PREPOSITION, `$1${WIDE_SPACE}`).replace(BEFORE_CONJUNCTION, WIDE_SPACE);
}

const PREPOSITION = /(?<![\p{L}\p{N}])(?<!(?<!\p{L})\p{L} )([вксуоиа]) (?=\p{L} \p{L} \p{L}(?![\p{L}\p{N}]))/giu;
/** What follows is asked first: few spaces stand before a single letter, and looking back is slow. */
const BEFORE_CONJUNCTION = / (?=[вксуоиа] \p{L}{2})(?<=(?<![\p{L}\p{N}])\p{L} \p{L} \p{L} )/giu;

/** «вступ4йте»: in Cyrillic a 4 is ч, and now and then an а. */
function readVowelDigits(text: string): string {
  return FOUR_INSIDE.test(text) ? text.replace(VOWEL_DIGITS, (digit) => (digit === '4' ? 'а' : 'и')) : text;
}

const FOUR_INSIDE = /\p{Script=Cyrillic}4|4\p{Script=Cyrillic}/u;
const VOWEL_DIGITS = /(?<=\p{L})[14]|[14](?=\p{L})|(?<![\p{L}\p{N}])1(?![\p{L}\p{N}])/gu;
