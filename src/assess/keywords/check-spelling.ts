import type { Language } from '../assessment.js';
import type { Token } from '../text/token.js';
import { uzbekLatin } from '../text/uzbek-latin.js';
import type { PhraseMatch } from './find-phrases.js';
import type { LexiconEntry } from './lexicon-input.js';

/** What asks for a spelling: an entry or a cue of the lexicon. */
interface Spelled {
  readonly language: Language;
  readonly strict: LexiconEntry['strict'];
}

const TAJIK_LETTERS = /[ғқҳҷӣӯ]/;
const UZBEK_LETTERS = /[ғқҳў]|[og]ʼ/;

/** Whether the letters are those that were asked for: кўчмоқ and қочмоқ are one word on a keyboard that lacks ў and қ. */
export function isSpelledWell(entry: Spelled, match: PhraseMatch, tokens: readonly Token[]): boolean {
  if (entry.strict === false) return true;
  const uzbek = entry.language === 'uzbek';
  const exact = match.positions.every((position, index) => {
    const form = tokens[position]?.form ?? '';
    const plain = match.words[index]?.plain ?? '';
    return form.includes(plain) || (uzbek && uzbekLatin(form).includes(uzbekLatin(plain)));
  });
  if (exact || entry.strict === true) return exact;
  const letters = uzbek ? UZBEK_LETTERS : TAJIK_LETTERS;
  return !tokens.some((token) => letters.test(token.form));
}
