import { isSpelledWell } from './check-spelling.js';
import type { TermHit } from './evidence.js';
import type { PhraseMatch } from './find-phrases.js';
import { MOOD_RANK } from './grammar.js';
import { contextHolds, type Surroundings } from './judge-context.js';
import type { CompiledEntry } from './lexicon-tables.js';
import type { Role } from './roles.js';

/** A hit with what matching needs beyond what is reported. */
export interface Term extends TermHit {
  readonly role: Role;
  /** Positions of the words themselves, ascending. */
  readonly positions: readonly number[];
}

/** Turns matches into hits: contexts and strict spelling have their say, and a longer phrase takes the place of the words it is made of. */
export function findTerms(matches: readonly PhraseMatch[], around: Surroundings): readonly Term[] {
  const accepted: Term[] = [];
  for (const match of matches) {
    if (match.meaning.kind !== 'entry') continue;
    const { entry } = match.meaning;
    if (!isSpelledWell(entry, match, around.tokens)) continue;
    if (entry.notWhen !== undefined && contextHolds(entry.notWhen, match, around)) continue;
    if (entry.onlyWhen !== undefined && !contextHolds(entry.onlyWhen, match, around)) continue;
    accepted.push(toTerm(entry, match));
  }
  return accepted.length < 2 ? accepted : dropCovered(accepted);
}

function toTerm(entry: CompiledEntry, match: PhraseMatch): Term {
  const { positions, grammar } = match;
  return {
    entry: entry.id,
    language: entry.language,
    role: entry.role,
    gloss: entry.gloss,
    weight: entry.weight,
    first: positions[0] ?? 0,
    last: (positions[positions.length - 1] ?? 0) + 1,
    grammar,
    positions,
  };
}

/** Keeps the longest: what a longer phrase holds is no term of its own, but for the name of a group. Of equals the first stands. */
function dropCovered(terms: readonly Term[]): readonly Term[] {
  const sorted = [...terms].sort(
    (a, b) =>
      b.positions.length - a.positions.length ||
      a.last - a.first - (b.last - b.first) ||
      MOOD_RANK[a.grammar.mood] - MOOD_RANK[b.grammar.mood] ||
      a.first - b.first,
  );
  // By position, so that a long text of nothing but hits stays cheap.
  const standing = new Map<number, Term[]>();
  const kept: Term[] = [];
  for (const term of sorted) {
    if ((standing.get(term.first) ?? NONE).some((other) => covers(other, term))) continue;
    kept.push(term);
    for (const position of term.positions) {
      const there = standing.get(position);
      if (there === undefined) standing.set(position, [term]);
      else there.push(term);
    }
  }
  return kept.sort((a, b) => a.first - b.first || a.last - b.last);
}

const NONE: readonly Term[] = [];

/** Both stand on the word that `term` begins with. «земли халифата» is a place, «боевики ИГИЛ» are spoken of from outside: each names its group all the same. */
function covers(longer: Term, term: Term): boolean {
  const sameEntry = longer.entry === term.entry && longer.role === term.role && longer.language === term.language;
  if (sameEntry && longer.first === term.first) return true;
  if (!term.positions.every((position) => longer.positions.includes(position))) return false;
  if (term.role === 'group' && longer.role !== 'group') return false;
  if (longer.positions.length > term.positions.length) return true;
  return sameEntry || (longer.role === term.role && longer.language === term.language);
}
