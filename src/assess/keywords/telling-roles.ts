import type { Readings } from './change-readings.js';
import type { LexiconTables, Phrase, PhrasePlace, WordRoles } from './lexicon-tables.js';
import { roleBit, SIDE_ROLES } from './roles.js';

/** Whose name is enough to read on: beside it any verb may be an act, and any wording a call. */
const SIDES = SIDE_ROLES.reduce((mask, role) => mask | roleBit(role), 0);

/** Gathers the roles that words may have, for {@link tellingRoles}. */
export function gatherRoles(phrases: Iterable<Phrase>, words: number): WordRoles {
  const [alone, first, last] = [new Int32Array(words), new Int32Array(words), new Int32Array(words)];
  for (const { places, meaning } of phrases) {
    if (meaning.kind !== 'entry') continue;
    const bit = roleBit(meaning.entry.role);
    mark(places.length === 1 ? alone : first, places[0], bit);
    mark(places.length === 1 ? alone : last, places[places.length - 1], bit);
  }
  return { alone, first, last };
}

/**
 * Makes the question whether words could come to anything: whether the roles they may have, whatever their forms say, could
 * meet a pattern, or name a designated side. Four in five lines of chat could not.
 */
export function tellingRoles({ roles, patterns }: LexiconTables): (readings: Readings) => boolean {
  const { alone, first, last } = roles;
  const together = distinct([[SIDES], ...patterns.map(({ roleMasks }) => roleMasks)]);
  return (readings) => {
    let whole = 0;
    let begun = 0;
    let ended = 0;
    for (const reading of readings)
      for (const { word } of reading) {
        whole |= alone[word] ?? 0;
        begun |= first[word] ?? 0;
        ended |= last[word] ?? 0;
      }
    const met = whole | (begun & ended);
    return met !== 0 && together.some((masks) => masks.every((mask) => (mask & met) !== 0));
  };
}

function mark(masks: Int32Array, place: PhrasePlace | undefined, bit: number): void {
  for (const word of place?.words ?? []) masks[word] = (masks[word] ?? 0) | bit;
}

function distinct(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(lists.map((list) => [list.join(), list])).values()];
}
