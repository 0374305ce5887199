import type { Token } from '../text/token.js';
import type { FoundPhrases, PhraseMatch, Place, Positions } from './find-phrases.js';
import type { CompiledContext } from './lexicon-tables.js';

const BESIDE = 2;
const NEAR = 4;
/** Above this share of capitalised words capitals say nothing about names. */
const MANY_CAPITALS = 0.6;
const SURNAME = /(?:ов|ев|ин|ова|ева|ина|зода|заде|зоди|пур|ӣ|ий|ov|ev|ova|eva|zoda)$/;

/** Where context phrases stand in a text, and whether its capitals mean anything. */
export interface Surroundings {
  readonly tokens: readonly Token[];
  readonly contexts: FoundPhrases['contexts'];
  readonly capitalsTell: boolean;
}

/** Gathers what contexts need to know about a text. */
export function surveyText(tokens: readonly Token[], { contexts }: FoundPhrases): Surroundings {
  let capitals = 0;
  for (const token of tokens) if (token.capitalised) capitals += 1;
  const short = tokens.length <= 4 && capitals < tokens.length;
  return { tokens, contexts, capitalsTell: capitals <= tokens.length * MANY_CAPITALS || short };
}

/** True when one of the neighbours that the context names stands where it says, or the word is capitalised as it says. */
export function contextHolds(context: CompiledContext, match: PhraseMatch, around: Surroundings): boolean {
  return (
    standsBeside(context.before, match, around, { before: BESIDE, after: 0 }) ||
    standsBeside(context.after, match, around, { before: 0, after: BESIDE }) ||
    standsBeside(context.near, match, around, { before: NEAR, after: NEAR }) ||
    standsBetween(context.near, match, around) ||
    (context.name && standsAsName(match, around)) ||
    (context.capitals && standsInCapitals(match, around))
  );
}

/** Written with loops, as what follows: it is asked for every word with a context, and closures were a tenth of all garbage. */
function standsBeside(
  numbers: readonly number[],
  match: PhraseMatch,
  around: Surroundings,
  reach: { readonly before: number; readonly after: number },
): boolean {
  const first = firstOf(match.positions);
  const last = lastOf(match.positions);
  for (const number of numbers)
    for (let place: Place | undefined = around.contexts.get(number); place !== undefined; place = place.before) {
      const begin = firstOf(place.positions);
      const end = lastOf(place.positions);
      if (end < first && first - end <= reach.before) return true;
      if (begin > last && begin - last <= reach.after) return true;
    }
  return false;
}

/** Between the words of a phrase that leaves room for others. */
function standsBetween(numbers: readonly number[], match: PhraseMatch, around: Surroundings): boolean {
  const first = firstOf(match.positions);
  const last = lastOf(match.positions);
  if (last - first < 2) return false;
  for (const number of numbers)
    for (let place: Place | undefined = around.contexts.get(number); place !== undefined; place = place.before)
      if (liesBetween(place.positions, first, last) && !sharesWord(place.positions, match)) return true;
  return false;
}

function liesBetween(positions: Positions, first: number, last: number): boolean {
  return firstOf(positions) > first && lastOf(positions) < last;
}

function firstOf(positions: Positions): number {
  return positions[0] ?? 0;
}

function lastOf(positions: Positions): number {
  return positions[positions.length - 1] ?? 0;
}

function sharesWord(positions: Positions, match: PhraseMatch): boolean {
  return positions.some((position) => match.positions.includes(position));
}

/** «Ҷиҳод ва Шаҳид» are two boys. */
const AND: ReadonlySet<string> = new Set(['ва', 'у', 'va', 'билан', 'bilan', 'ҳамда', 'и', 'бо']);

function startsName(token: Token | undefined): boolean {
  return token?.capitalised === true && token.before === 'none';
}

/** «Ҷиҳод, пулро фирист»: one word that opens a sentence before a comma is who is spoken to; names have no plural. */
function isAddressed(first: number, last: number, tokens: readonly Token[]): boolean {
  const sentence = tokens[first]?.sentence;
  const next = tokens[last + 1];
  const opens = tokens[first - 1]?.sentence !== sentence;
  return opens && first === last && next?.before === 'comma' && next.sentence === sentence && !isPlural(tokens[first]);
}

function isPlural(token: Token | undefined): boolean {
  return PLURAL.test(token?.form ?? '');
}

const PLURAL = /(?:он|ён|ин|ҳо|хо|лар|lar|ho|on|in|и|ы)$/;

/** «ИДУ» among words that are not in capitals. */
function standsInCapitals({ positions }: PhraseMatch, { tokens, capitalsTell }: Surroundings): boolean {
  return capitalsTell && positions.every((position) => tokens[position]?.inCapitals === true);
}

function standsAsName(match: PhraseMatch, { tokens, capitalsTell }: Surroundings): boolean {
  const first = firstOf(match.positions);
  const last = lastOf(match.positions);
  if (!capitalsTell || tokens[first]?.capitalised !== true) return false;
  if (startsName(tokens[last + 1])) return true;
  if (isAddressed(first, last, tokens)) return true;
  if (AND.has(tokens[last + 1]?.form ?? '') && startsName(tokens[last + 2])) return true;
  const previous = tokens[first - 1];
  if (previous?.capitalised !== true || tokens[first]?.before !== 'none') return false;
  const opensSentence = tokens[first - 2]?.sentence !== previous.sentence;
  return !opensSentence || SURNAME.test(previous.form);
}
