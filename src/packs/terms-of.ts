import type { LexiconTables } from '../assess/keywords/lexicon-tables.js';
import type { Term } from '../domain/term.js';

/** Every entry of a lexicon once, as people look for it. Other spellings of it are worked into the tables and not listed. */
export function termsOf({ phrases }: Pick<LexiconTables, 'phrases'>): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const { meaning } of phrases) {
    if (meaning.kind !== 'entry') continue;
    const { id, language, role, gloss } = meaning.entry;
    terms.set(`${language} ${role} ${id}`, { language, lemma: id, also: [], role, gloss });
  }
  return [...terms.values()];
}
