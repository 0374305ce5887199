import { BARE } from './grammar.js';
import type { WordReading } from './word-reading.js';

/** By token: the words it may be a form of. */
export type Readings = readonly (readonly WordReading[])[];

/** Positions of tokens, ascending. */
export type Places = readonly number[];

/**
 * Where a form tells something that words around it may change. Few words do, one in ten of real text: half a dozen rules look at
 * every text, and at these tokens alone.
 */
export function placesOfForms(readings: Readings): Places {
  const places: number[] = [];
  for (let index = 0; index < readings.length; index += 1) if (readings[index]?.some(tells)) places.push(index);
  return places;
}

/** A plain noun, and a word whose form nobody read, may be changed by no rule. */
function tells({ grammar }: WordReading): boolean {
  if (grammar === BARE) return false;
  return grammar.mood !== 'nominal' || grammar.negated || grammar.tense !== undefined;
}

/** Changes the tokens of which some reading is meant. Where there is none, as in most texts, the readings come back as they are. */
export function changeReadings(
  readings: Readings,
  places: Places,
  isMeant: (reading: WordReading) => boolean,
  change: (words: readonly WordReading[], index: number) => readonly WordReading[],
): Readings {
  let changed: (readonly WordReading[])[] | undefined;
  for (const index of places) {
    const words = readings[index] ?? [];
    if (!words.some(isMeant)) continue;
    const now = change(words, index);
    if (now === words) continue;
    changed ??= [...readings];
    changed[index] = now;
  }
  return changed ?? readings;
}
