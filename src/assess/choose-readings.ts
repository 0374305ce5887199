import type { AssessParts } from './assess-parts.js';
import { LANGUAGE_OF } from './assessment.js';
import type { Examined } from './examine.js';

/** As much less of a reading may be known as of the best one and it still comes into question. */
const SLACK = 0.05;

/** A feature is how a word begins: what follows is an ending, or another word that ran into it. */
const LONGEST_ENDING = 5;

/** Of several readings of one text those whose words are known: what cuts words in one makes them in another. */
export function likelyReadings(readings: readonly Examined[], parts: Pick<AssessParts, 'bayes'>): readonly Examined[] {
  const shares = readings.map((reading) => knownShare(reading, parts));
  const best = Math.max(...shares);
  return readings.filter((_reading, at) => (shares[at] ?? 0) >= best - SLACK);
}

/** The share of the letters that stand in words of the examples, whatever language of theirs it is. Function words tell nothing. */
function knownShare({ tags, text: { tokens } }: Examined, { bayes }: Pick<AssessParts, 'bayes'>): number {
  const known = new Float64Array(tokens.length);
  const told = new Uint8Array(tokens.length);
  for (const language of new Set(tags.map((tag) => LANGUAGE_OF[tag]))) {
    const reader = bayes[language];
    reader?.features(tokens).forEach((feature, at) => {
      if (feature === undefined) return;
      told[at] = 1;
      if (!reader.table.rows.has(feature)) return;
      const { length } = tokens[at]?.form ?? '';
      known[at] = Math.max(known[at] ?? 0, Math.min(length, feature.length + LONGEST_ENDING));
    });
  }
  const letters = tokens.reduce((sum, { form }, at) => sum + (told[at] === 1 ? form.length : 0), 0);
  return known.reduce((sum, length) => sum + length, 0) / Math.max(1, letters);
}
