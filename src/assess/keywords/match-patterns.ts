import type { Token } from '../text/token.js';
import { roleBit } from './compile-lexicon.js';
import type { CompiledLexicon, CompiledPattern } from './compiled-lexicon.js';
import type { PatternHit } from './evidence.js';
import type { Term } from './find-terms.js';
import { glossPattern } from './gloss-pattern.js';
import type { Slot } from './lexicon-input.js';

/** A pattern hit with the pattern it came from and the word that is its act. */
export interface PatternMatch {
  readonly pattern: CompiledPattern;
  readonly act: Term;
  readonly hit: PatternHit;
}

/** How far before the pattern a word of an `unless` role may stand. */
const UNLESS_BEFORE = 3;
const ADJACENT_SHARE = 0.5;
const HEAVIEST_WORDS = 1.5;

/** Finds the patterns that the hits meet: one hit for each act and category, the weightiest. */
export function matchPatterns(
  terms: readonly Term[],
  tokens: readonly Token[],
  lexicon: CompiledLexicon,
): readonly PatternMatch[] {
  if (terms.length < 2) return [];
  const present = terms.reduce((mask, term) => mask | roleBit(term.role), 0);
  const matches: PatternMatch[] = [];
  for (const pattern of lexicon.patterns) {
    if (pattern.roleMasks.some((mask) => (mask & present) === 0)) continue;
    for (const act of terms) {
      const match = matchAt(pattern, act, terms, tokens);
      if (match !== undefined) matches.push(match);
    }
  }
  return keepWeightiest(matches);
}

function matchAt(
  pattern: CompiledPattern,
  act: Term,
  terms: readonly Term[],
  tokens: readonly Token[],
): PatternMatch | undefined {
  const [actSlot, ...others] = pattern.needs;
  if (actSlot === undefined || !fits(actSlot, act)) return undefined;
  if (pattern.language !== undefined && act.language !== pattern.language) return undefined;

  const filled: Term[] = [act];
  for (const slot of others) {
    const term = nearest(slot, filled, pattern, terms, tokens);
    if (term === undefined) return undefined;
    filled.push(term);
  }
  const first = Math.min(...filled.map((term) => term.first));
  const last = Math.max(...filled.map((term) => term.last));
  const blocked = pattern.unless.some((slot) =>
    terms.some(
      (term) =>
        fits(slot, term) && term.first >= first - UNLESS_BEFORE && term.first < last && inSentence(term, act, tokens),
    ),
  );
  return blocked ? undefined : { pattern, act, hit: toHit(pattern, filled, { first, last }, tokens) };
}

function nearest(
  slot: Slot,
  filled: readonly Term[],
  pattern: CompiledPattern,
  terms: readonly Term[],
  tokens: readonly Token[],
): Term | undefined {
  const act = filled[0];
  const previous = filled[filled.length - 1];
  if (act === undefined || previous === undefined) return undefined;
  let best: Term | undefined;
  for (const term of terms) {
    if (!fits(slot, term) || filled.some((other) => overlaps(other, term))) continue;
    if (pattern.order === 'written' && term.first < previous.last) continue;
    if (!isWithin(term, filled, pattern, tokens)) continue;
    if (best === undefined || distance(term, act) < distance(best, act)) best = term;
  }
  return best;
}

function isWithin(term: Term, filled: readonly Term[], pattern: CompiledPattern, tokens: readonly Token[]): boolean {
  const first = Math.min(term.first, ...filled.map((other) => other.first));
  const last = Math.max(term.last, ...filled.map((other) => other.last));
  if (last - first > pattern.window) return false;
  const act = filled[0] ?? term;
  const apart = Math.abs(sentenceOf(term, tokens) - sentenceOf(act, tokens));
  return apart === 0 || (pattern.adjacent && apart === 1);
}

function fits(slot: Slot, term: Term): boolean {
  const { grammar } = term;
  return (
    slot.role.includes(term.role) &&
    (slot.mood?.includes(grammar.mood) ?? true) &&
    (slot.person === undefined || (grammar.person !== undefined && slot.person.includes(grammar.person))) &&
    (slot.tense === undefined || (grammar.tense !== undefined && slot.tense.includes(grammar.tense))) &&
    (slot.negated === undefined || slot.negated === grammar.negated)
  );
}

function overlaps(a: Term, b: Term): boolean {
  return a.positions.some((position) => b.positions.includes(position));
}

function distance(a: Term, b: Term): number {
  return Math.max(a.first, b.first) - Math.min(a.last, b.last);
}

function sentenceOf(term: Term, tokens: readonly Token[]): number {
  return tokens[term.first]?.sentence ?? 0;
}

function inSentence(a: Term, b: Term, tokens: readonly Token[]): boolean {
  return sentenceOf(a, tokens) === sentenceOf(b, tokens);
}

function toHit(
  pattern: CompiledPattern,
  filled: readonly Term[],
  span: { readonly first: number; readonly last: number },
  tokens: readonly Token[],
): PatternHit {
  const act = filled[0];
  const turned = filled.filter(
    (term, index) => pattern.needs[index]?.negated === undefined && term.grammar.negated,
  ).length;
  const polarity = turned % 2 === 1 ? 'against' : 'for';
  const words = Math.min(
    HEAVIEST_WORDS,
    filled.reduce((product, term) => product * term.weight, 1),
  );
  const apart = act !== undefined && filled.some((term) => !inSentence(term, act, tokens));
  return {
    pattern: pattern.id,
    language: act?.language ?? 'russian',
    category: pattern.category,
    polarity,
    gloss: glossPattern(pattern.gloss, filled, polarity),
    weight: polarity === 'for' ? pattern.weight * words * (apart ? ADJACENT_SHARE : 1) : 0,
    ...span,
    hits: filled,
  };
}

/** Several patterns may see the same call; it counts once in a category. */
function keepWeightiest(matches: readonly PatternMatch[]): readonly PatternMatch[] {
  const best = new Map<string, PatternMatch>();
  for (const match of matches) {
    const key = `${match.hit.category} ${match.act.first}`;
    const known = best.get(key);
    if (known === undefined || known.hit.weight < match.hit.weight) best.set(key, match);
  }
  return [...best.values()].sort((a, b) => a.hit.first - b.hit.first);
}
