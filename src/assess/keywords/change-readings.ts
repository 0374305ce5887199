import type { WordReading } from './word-reading.js';

/** By token: the words it may be a form of. */
export type Readings = readonly (readonly WordReading[])[];

/**
 * Changes the tokens of which some reading is meant. Where there is none, as in most texts, the readings come back as they
 * are: half a dozen rules look at every text.
 */
export function changeReadings(
  readings: Readings,
  isMeant: (reading: WordReading) => boolean,
  change: (words: readonly WordReading[], index: number) => readonly WordReading[],
): Readings {
  let changed: (readonly WordReading[])[] | undefined;
  for (let index = 0; index < readings.length; index += 1) {
    const words = readings[index] ?? [];
    if (words.length === 0 || !words.some(isMeant)) continue;
    const now = change(words, index);
    if (now === words) continue;
    changed ??= [...readings];
    changed[index] = now;
  }
  return changed ?? readings;
}
