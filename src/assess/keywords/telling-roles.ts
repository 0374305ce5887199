import type { Readings } from './change-readings.js';
import type { LexiconTables, PhrasePlace } from './lexicon-tables.js';
import { roleBit, SIDE_ROLES } from './roles.js';

/** Whose name is enough to read on: beside it any verb may be an act, and any wording a call. */
const SIDES = SIDE_ROLES.reduce((mask, role) => mask | roleBit(role), 0);

/**
 * Makes the question whether words could come to anything: whether the roles they may have, whatever their forms say, could
 * meet a pattern, or name a designated side. Four in five lines of chat could not.
 */
export function tellingRoles({ words, phrases, patterns }: LexiconTables): (readings: Readings) => boolean {
  const alone = new Int32Array(words);
  const begun = new Int32Array(words);
  const ended = new Int32Array(words);
  for (const { places, meaning } of phrases) {
    if (meaning.kind !== 'entry') continue;
    const bit = roleBit(meaning.entry.role);
    mark(places.length === 1 ? alone : begun, places[0], bit);
    mark(places.length === 1 ? alone : ended, places[places.length - 1], bit);
  }
  const together = distinct([[SIDES], ...patterns.map(({ roleMasks }) => roleMasks)]);
  return (readings) => {
    let whole = 0;
    let first = 0;
    let last = 0;
    for (const reading of readings)
      for (const { word } of reading) {
        whole |= alone[word] ?? 0;
        first |= begun[word] ?? 0;
        last |= ended[word] ?? 0;
      }
    const roles = whole | (first & last);
    return roles !== 0 && together.some((masks) => masks.every((mask) => (mask & roles) !== 0));
  };
}

function mark(masks: Int32Array, place: PhrasePlace | undefined, bit: number): void {
  for (const word of place?.words ?? []) masks[word] = (masks[word] ?? 0) | bit;
}

function distinct(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(lists.map((list) => [list.join(), list])).values()];
}
