import type { Category } from '../assessment.js';
import type { Token } from '../text/token.js';
import type { CompiledLexicon } from './compiled-lexicon.js';
import type { Grammar, PatternHit } from './evidence.js';
import type { Term } from './find-terms.js';
import { glossPattern } from './gloss-pattern.js';
import { goesWith } from './goes-with.js';
import { hasComma } from './govern.js';
import type { Slot } from './lexicon-input.js';
import type { CompiledPattern } from './lexicon-tables.js';
import { isAct, type Role, roleBit, SIDE_ROLES } from './roles.js';
import { inSentence, sentenceOf, sentencesOn } from './sentence-reach.js';
import { isSpokenOf } from './spoken-of.js';
import { standsDenied } from './stands-denied.js';

/** A pattern hit with the pattern it came from and the word that is its act. */
export interface PatternMatch {
  readonly pattern: CompiledPattern;
  readonly act: Term;
  readonly hit: PatternHit;
}

/** How far before the pattern a word of an `unless` role may stand. */
const UNLESS_BEFORE = 3;
/** A text with this many calls is understood; reading on would only cost time. */
const ENOUGH_CALLS = 24;
const SIDES: ReadonlySet<Role> = new Set<Role>(SIDE_ROLES);
/** What one does for a side; the other categories may speak of it («who speaks against … dies»). */
const FOR_A_SIDE: ReadonlySet<Category> = new Set<Category>(['join', 'travel', 'pledge', 'pay']);
const ADJACENT_SHARE = 0.5;
const HEAVIEST_WORDS = 1.5;
const WORDS_A_DOUBT_IS_WORTH = 10;

/** The hits of a text in their order, with what the search needs. */
interface Field {
  readonly terms: readonly Term[];
  readonly tokens: readonly Token[];
}

/** Finds the patterns that the hits meet: one hit for each act and category, the weightiest. */
export function matchPatterns(
  terms: readonly Term[],
  tokens: readonly Token[],
  lexicon: CompiledLexicon,
): readonly PatternMatch[] {
  if (terms.length < 2) return [];
  return keepWeightiest(matchAll({ terms, tokens }, lexicon));
}

function matchAll(field: Field, lexicon: CompiledLexicon): readonly PatternMatch[] {
  const matches: PatternMatch[] = [];
  const present = field.terms.reduce((mask, term) => mask | roleBit(term.role), 0);
  let calls = 0;
  for (let at = 0; at < field.terms.length && calls < ENOUGH_CALLS; at += 1) {
    const act = field.terms[at];
    if (act === undefined) break;
    for (const pattern of lexicon.patternsOf(act.role, act.language)) {
      const match = isPossible(pattern, present) ? matchAt(pattern, at, field) : undefined;
      if (match === undefined) continue;
      matches.push(match);
      if (match.hit.polarity === 'for') calls += 1;
    }
  }
  return matches;
}

/** Whether the text holds a word of every role that the pattern needs. */
function isPossible({ roleMasks }: CompiledPattern, present: number): boolean {
  for (const mask of roleMasks) if ((mask & present) === 0) return false;
  return true;
}

function matchAt(pattern: CompiledPattern, at: number, field: Field): PatternMatch | undefined {
  const [actSlot, ...others] = pattern.needs;
  const act = field.terms[at];
  if (actSlot === undefined || act === undefined || !fits(actSlot, act)) return undefined;
  if (pattern.question && field.tokens[act.first]?.inQuestion !== true) return undefined;

  const filled: Term[] = [act];
  for (const slot of others) {
    const term = nearest(slot, filled, pattern, { at, ...field });
    if (term === undefined) return undefined;
    filled.push(term);
  }
  const first = Math.min(...filled.map((term) => term.first));
  const last = Math.max(...filled.map((term) => term.last));
  // What stands in one sentence is left to the patterns of one sentence.
  if (pattern.adjacent === 'only' && filled.every((term) => inSentence(term, act, field.tokens))) return undefined;
  if (pattern.unless.length > 0 && isBlocked(pattern, act, { first, last }, field)) return undefined;
  if (standsDenied(act, filled, field.terms, field.tokens)) return undefined;
  return { pattern, act, hit: toHit(pattern, filled, { first, last }, field.tokens) };
}

/** «if you join» calls nobody; «if you are a man, join» does: a comma ends what the word governs. */
function isBlocked(
  pattern: CompiledPattern,
  act: Term,
  span: { readonly first: number; readonly last: number },
  { terms, tokens }: Field,
): boolean {
  return terms.some(
    (term) =>
      term.first >= span.first - UNLESS_BEFORE &&
      term.first < span.last &&
      pattern.unless.some((slot) => fits(slot, term)) &&
      inSentence(term, act, tokens) &&
      !hasComma(term.last, act.last - 1, tokens),
  );
}

/** Looks outwards from the act, no further than the window. */
function nearest(
  slot: Slot,
  filled: readonly Term[],
  pattern: CompiledPattern,
  { terms, tokens, at }: Field & { readonly at: number },
): Term | undefined {
  const act = filled[0];
  const previous = filled[filled.length - 1];
  if (act === undefined || previous === undefined) return undefined;
  const suits = (term: Term): boolean =>
    fits(slot, term) &&
    goesWith(term, act, terms) &&
    !filled.some((other) => overlaps(other, term)) &&
    (pattern.order === 'any' || term.first >= previous.last) &&
    isWithin(term, filled, pattern, tokens) &&
    !isOnlySpokenOf(term, act, pattern, tokens);

  let best: Term | undefined;
  const consider = (term: Term): void => {
    if (suits(term) && (best === undefined || remoteness(term, act) < remoteness(best, act))) best = term;
  };
  for (let index = at + 1; (terms[index]?.first ?? Infinity) - act.first <= pattern.window; index += 1)
    consider(terms[index] ?? act);
  for (let index = at - 1; act.last - (terms[index]?.first ?? -Infinity) <= pattern.window; index -= 1)
    consider(terms[index] ?? act);
  return best;
}

function isWithin(term: Term, filled: readonly Term[], pattern: CompiledPattern, tokens: readonly Token[]): boolean {
  const first = Math.min(term.first, ...filled.map((other) => other.first));
  const last = Math.max(term.last, ...filled.map((other) => other.last));
  if (last - first > pattern.window) return false;
  const act = filled[0] ?? term;
  const apart = Math.abs(sentenceOf(term, tokens) - sentenceOf(act, tokens));
  return apart <= sentencesOn(pattern);
}

/** «My son talks about the group, shall I take him to …» goes nowhere near it. */
function isOnlySpokenOf(term: Term, act: Term, { category }: CompiledPattern, tokens: readonly Token[]): boolean {
  return FOR_A_SIDE.has(category) && SIDES.has(term.role) && isSpokenOf(term, act.language, tokens);
}

function fits(slot: Slot, term: Term): boolean {
  const { grammar } = term;
  return (
    slot.role.includes(term.role) &&
    (slot.mood?.includes(grammar.mood) ?? true) &&
    (slot.person === undefined || (grammar.person !== undefined && slot.person.includes(grammar.person))) &&
    (slot.tense === undefined || (grammar.tense !== undefined && slot.tense.includes(grammar.tense))) &&
    (slot.negated === undefined || slot.negated === grammar.negated) &&
    (slot.case === undefined || (grammar.case !== undefined && slot.case.includes(grammar.case))) &&
    (slot.notCase === undefined || grammar.case === undefined || !slot.notCase.includes(grammar.case)) &&
    (slot.participle === undefined || slot.participle === isParticiple(grammar))
  );
}

/** A verb's form that stands for whoever did it (Uzbek -ган, -диган). */
function isParticiple({ mood, person }: Grammar): boolean {
  return mood === 'nominal' && person === 3;
}

/** «становись воином» and «воином халифата» share a word, yet each brings one of its own: two words still meet. */
function overlaps(a: Term, b: Term): boolean {
  const ownOf = (one: Term, other: Term): boolean =>
    one.positions.some((position) => !other.positions.includes(position));
  return !ownOf(a, b) || !ownOf(b, a);
}

/** Words away, as a reader counts them: of «ISHID jangchilari» the surer word is meant although the other stands nearer. */
function remoteness(term: Term, act: Term): number {
  const apart = Math.max(term.first, act.first) - Math.min(term.last, act.last);
  return apart + (1 - Math.min(1, term.weight)) * WORDS_A_DOUBT_IS_WORTH;
}

function toHit(
  pattern: CompiledPattern,
  filled: readonly Term[],
  span: { readonly first: number; readonly last: number },
  tokens: readonly Token[],
): PatternHit {
  const act = filled[0];
  const turned = countTurned(pattern, filled);
  const polarity = turned % 2 === 1 ? 'against' : 'for';
  const words = Math.min(
    HEAVIEST_WORDS,
    filled.reduce((product, term) => product * term.weight, 1) ** (2 / filled.length),
  );
  const apart = act !== undefined && filled.some((term) => !inSentence(term, act, tokens));
  return {
    pattern: pattern.id,
    language: act?.language ?? 'russian',
    category: pattern.category,
    polarity,
    gloss: glossPattern(pattern.gloss, filled, polarity),
    weight:
      polarity === 'for' ? pattern.weight * words * (apart && pattern.adjacent !== 'only' ? ADJACENT_SHARE : 1) : 0,
    ...span,
    hits: filled,
  };
}

/** «you cannot rejoice at the killings» denies one thing: acts that are negated together count once. */
function countTurned(pattern: CompiledPattern, filled: readonly Term[]): number {
  const turned = filled.filter((term, index) => pattern.needs[index]?.negated === undefined && term.grammar.negated);
  const acts = turned.filter(({ role }) => isAct(role)).length;
  return turned.length - Math.max(0, acts - 1);
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
