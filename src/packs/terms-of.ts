import { LANGUAGES } from '../assess/assessment.js';
import type { LexiconInput } from '../assess/keywords/lexicon-input.js';
import type { Term } from '../domain/term.js';

/** Every word of a lexicon and every name of a group, as people look for them. */
export function termsOf({ lexicons, groups }: Pick<LexiconInput, 'lexicons' | 'groups'>): readonly Term[] {
  const words = lexicons.flatMap(({ language, entries }) =>
    entries.map(({ lemma, also, role, gloss }): Term => ({ language, lemma, also, role, gloss })),
  );
  const names = groups.flatMap((group) =>
    LANGUAGES.flatMap((language) =>
      (group.names[language] ?? []).map(
        ({ name, also }): Term => ({ language, lemma: name, also, role: 'group', gloss: group.gloss }),
      ),
    ),
  );
  return [...words, ...names];
}
