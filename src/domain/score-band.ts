/** Bands of the log-odds score, lowest first; `below` is exclusive. */
const BANDS = [
  { below: -4, name: 'far-benign' },
  { below: 0, name: 'benign' },
  { below: 3, name: 'weak' },
  { below: 6, name: 'clear' },
] as const;

export type ScoreBand = (typeof BANDS)[number]['name'] | 'strong';

/** Where a log-odds score lies between benign text and a call. Shown in its place, because it is no probability of guilt. */
export function scoreBand(score: number): ScoreBand {
  return BANDS.find((band) => score < band.below)?.name ?? 'strong';
}
