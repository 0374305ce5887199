import type { AssessParts } from './assess-parts.js';
import { languagesOf } from './assessment.js';
import { NO_ROW } from './bayes/known-features.js';
import type { Examined } from './examine.js';

/** By so many letters more must another reading be known to take the place of the plain one. */
const LEAST_GAIN = 2;
/** What an unknown word takes off, for each of its letters. */
const UNKNOWN = 0.5;

/**
 * Of several readings of one text, the plain one first, those whose words are known: what cuts words in one makes them in another.
 * A reading whose words are the plain one's, and which only parts sentences elsewhere, stands beside it.
 */
export function likelyReadings(
  plain: Examined,
  others: readonly Examined[],
  parts: Pick<AssessParts, 'bayes'>,
): readonly Examined[] {
  const ofPlain = knownLetters(plain, parts);
  const known = others.map((other) => knownLetters(other, parts));
  const best = Math.max(...known);
  if (best >= ofPlain + LEAST_GAIN) return others.filter((_other, at) => (known[at] ?? 0) > best - LEAST_GAIN);
  const words = wordsOf(plain);
  return [plain, ...others.filter((other) => wordsOf(other) === words)];
}

function wordsOf({ text }: Examined): string {
  return text.tokens.map(({ form }) => form).join(' ');
}

/** How many letters the examples know, in whatever language; less what they do not. Only how a word begins is asked, and short words tell nothing. */
function knownLetters({ tags, text: { tokens } }: Examined, { bayes }: Pick<AssessParts, 'bayes'>): number {
  const told = new Float64Array(tokens.length);
  for (const language of languagesOf(tags)) {
    const known = bayes[language]?.read(tokens);
    known?.letters.forEach((letters, at) => {
      if (letters === 0) return;
      const worth = known.words[at] === NO_ROW ? -UNKNOWN * letters : letters;
      told[at] = told[at] === 0 ? worth : Math.max(told[at] ?? 0, worth);
    });
  }
  return told.reduce((sum, letters) => sum + letters, 0);
}
