import { type ScoreBand, scoreBand } from '../domain/score-band.js';

const WORDS: Readonly<Record<ScoreBand, string>> = {
  'far-benign': 'far on the benign side',
  benign: 'on the benign side',
  weak: 'slightly on the side of a call',
  clear: 'clearly on the side of a call',
  strong: 'strongly on the side of a call',
};

/** Says where a log-odds score lies between benign text and a call. */
export function scoreInWords(score: number): string {
  return WORDS[scoreBand(score)];
}
