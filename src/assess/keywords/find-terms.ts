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
  return keepLongest(accepted);
}

/** Terms come by their first word. Nearly all stand alone, or beside one other of their words. */
function keepLongest(terms: readonly Term[]): readonly Term[] {
  const kept: Term[] = [];
  for (let from = 0; from < terms.length; ) {
    const to = endOfCrowd(terms, from);
    const [first, second] = [terms[from], terms[from + 1]];
    if (to - from > 2) kept.push(...dropCovered(terms.slice(from, to)));
    else if (to - from === 2 && first && second) keepOfTwo(kept, first, second);
    else if (first) kept.push(first);
    from = to;
  }
  return kept;
}

/** Where the first term stands that begins behind all from `from` on. */
function endOfCrowd(terms: readonly Term[], from: number): number {
  let last = terms[from]?.last ?? 0;
  let to = from + 1;
  for (; (terms[to]?.first ?? last) < last; to += 1) last = Math.max(last, terms[to]?.last ?? last);
  return to;
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

/** {@link dropCovered} of two. */
function keepOfTwo(kept: Term[], first: Term, second: Term): void {
  const [longer, other] = longestFirst(first, second) <= 0 ? [first, second] : [second, first];
  const covered = longer.positions.includes(other.first) && covers(longer, other);
  if (covered) kept.push(longer);
  else if (byPlace(longer, other) <= 0) kept.push(longer, other);
  else kept.push(other, longer);
}

function longestFirst(a: Term, b: Term): number {
  return (
    b.positions.length - a.positions.length ||
    a.last - a.first - (b.last - b.first) ||
    MOOD_RANK[a.grammar.mood] - MOOD_RANK[b.grammar.mood] ||
    a.first - b.first
  );
}

function byPlace(a: Term, b: Term): number {
  return a.first - b.first || a.last - b.last;
}

/** Keeps the longest: «солдат халифата» is one fighter, no target beside a group. Of equals the first stands. */
function dropCovered(terms: readonly Term[]): readonly Term[] {
  const sorted = [...terms].sort(longestFirst);
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
  return kept.sort(byPlace);
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
