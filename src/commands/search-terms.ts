import type { Term } from '../domain/term.js';

/** Words of the classifier that hold this text in any spelling, or in their English gloss; those that begin with it first. */
export function searchTerms(terms: readonly Term[], word: string): readonly Term[] {
  const wanted = plain(word);
  const found = terms.flatMap((term) => {
    const places = [term.lemma, ...term.also, term.gloss].map((text) => plain(text).indexOf(wanted));
    const first = Math.min(...places.filter((place) => place >= 0));
    return Number.isFinite(first) ? [{ term, first }] : [];
  });
  return found.sort((a, b) => Math.min(a.first, 1) - Math.min(b.first, 1)).map(({ term }) => term);
}

/** Marks of the lexicon's notation are no letters of the word. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[=~]/g, '').trim();
}
