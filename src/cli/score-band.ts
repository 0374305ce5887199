/** Bands of the score, lowest first; `below` is exclusive. In words, because a log-odds is no probability of guilt. */
const BANDS = [
  { below: -4, name: 'far on the benign side' },
  { below: 0, name: 'on the benign side' },
  { below: 3, name: 'slightly on the side of a call' },
  { below: 6, name: 'clearly on the side of a call' },
  { below: Number.POSITIVE_INFINITY, name: 'strongly on the side of a call' },
] as const;

/** Says where a log-odds score lies between benign text and a call. */
export function scoreBand(score: number): string {
  return BANDS.find((band) => score < band.below)?.name ?? 'unknown';
}
