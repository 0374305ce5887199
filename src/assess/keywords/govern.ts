import type { Token } from '../text/token.js';
import { isSpelledWell } from './check-spelling.js';
import type { Grammar } from './evidence.js';
import type { PhraseMatch } from './find-phrases.js';
import type { Term } from './find-terms.js';
import { isDirectCall } from './grammar.js';
import { contextHolds, type Surroundings } from './judge-context.js';
import type { Slot } from './lexicon-input.js';
import type { CompiledCue } from './lexicon-tables.js';
import type { Role } from './roles.js';

/** A cue that stands in the text and is what its entry says it must be. */
export interface CueMatch {
  readonly cue: CompiledCue;
  readonly positions: readonly number[];
  readonly first: number;
  readonly last: number;
}

/** Where another word of the act's pattern stands. */
type Beside = Pick<Term, 'first' | 'last'>;

const NAMED: ReadonlySet<Role> = new Set<Role>(['group', 'fighter', 'leader']);

/** Picks the cues out of the matches; of cues that overlap the longest stands, of equals the heaviest. */
export function findCues(matches: readonly PhraseMatch[], around: Surroundings): readonly CueMatch[] {
  const found: CueMatch[] = [];
  for (const match of matches) {
    if (match.meaning.kind !== 'cue' || !isMeant(match.meaning.cue, match, around)) continue;
    const { cue } = match.meaning;
    const { positions } = match;
    found.push({ cue, positions, first: positions[0] ?? 0, last: (positions[positions.length - 1] ?? 0) + 1 });
  }
  const longestFirst = [...found].sort(
    (a, b) => b.positions.length - a.positions.length || a.cue.weight - b.cue.weight,
  );
  const kept: CueMatch[] = [];
  for (const cue of longestFirst) {
    const covered = kept.some((other) => cue.positions.every((position) => other.positions.includes(position)));
    if (!covered) kept.push(cue);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** «Боко Харам» speaks of no sin: a word of a group's name is no cue. */
export function outsideNames(cues: readonly CueMatch[], terms: readonly Term[]): readonly CueMatch[] {
  const names = terms.filter((term) => term.role === 'group' && term.positions.length > 1);
  if (names.length === 0) return cues;
  return cues.filter(({ positions }) => !names.some((name) => positions.every((at) => name.positions.includes(at))));
}

function isMeant(cue: CompiledCue, match: PhraseMatch, around: Surroundings): boolean {
  if (cue.as !== undefined && !hasForm(match.grammar, cue.as)) return false;
  if (!isSpelledWell(cue, match, around.tokens)) return false;
  return cue.notWhen === undefined || !contextHolds(cue.notWhen, match, around);
}

/** True when a form is what a cue asks; a past form without a person counts as the third. */
export function hasForm(grammar: Grammar, asked: Omit<Slot, 'role'>): boolean {
  const person = grammar.person ?? (grammar.tense === 'past' ? 3 : undefined);
  return (
    (asked.mood?.includes(grammar.mood) ?? true) &&
    (asked.person === undefined || (person !== undefined && asked.person.includes(person))) &&
    (asked.tense === undefined || (grammar.tense !== undefined && asked.tense.includes(grammar.tense))) &&
    (asked.negated === undefined || asked.negated === grammar.negated)
  );
}

/**
 * How much of a cue's weight an act bears: 0 when the cue stands on the wrong side or too far, a half from the
 * neighbouring sentence. `beside` are the words of the pattern whose act it is.
 */
export function shareOf(match: CueMatch, act: Term, tokens: readonly Token[], beside: readonly Beside[] = []): number {
  const { cue } = match;
  if (cue.of !== undefined && !hasForm(act.grammar, cue.of)) return 0;
  if (match.positions.some((position) => act.positions.includes(position))) {
    // «против ИГИЛ» holds the name that it speaks of.
    if (NAMED.has(act.role)) return 1;
    if (!saysMore(match, act, beside)) return 0;
  }

  return shareAcross(match, act, tokens);
}

/**
 * A word of an act is no cue on itself, unless a word that the pattern has no part in says more: «no hero», but not the «of
 * the group» of a victory. What turns to the reader is not taken back by its own words.
 */
function saysMore({ cue, positions }: CueMatch, act: Term, beside: readonly Beside[]): boolean {
  if (cue.flips || isDirectCall(act.grammar)) return false;
  const isOfPattern = (position: number): boolean =>
    act.positions.includes(position) ||
    beside.some(({ first, last }) => first !== act.first && first <= position && position < last);
  return !positions.every(isOfPattern);
}

function shareAcross(match: CueMatch, act: Term, tokens: readonly Token[]): number {
  const { cue } = match;
  const verb = verbOf(act);
  const precedes = match.first < verb;
  if (cue.side === (precedes ? 'after' : 'before')) return 0;

  const apart = sentencesApart(match.first, act.first, tokens);
  if (apart === 1 && cue.across) return 0.5;
  if (apart > 0) return 0;

  const gap = precedes ? verb - match.last : match.first - act.last;
  if (gap > cue.reach) return 0;
  const stops = cue.comma === 'stops' || (cue.flips && isDirectCall(act.grammar));
  return stops && hasComma(Math.min(match.last, verb), Math.max(match.first, verb), tokens) ? 0 : 1;
}

function sentencesApart(a: number, b: number, tokens: readonly Token[]): number {
  return Math.abs((tokens[a]?.sentence ?? 0) - (tokens[b]?.sentence ?? 0));
}

/** Where the act's last own word stands: the verb of a compound in Tajik and Uzbek. */
function verbOf(act: Term): number {
  return act.positions[act.positions.length - 1] ?? act.first;
}

/** True when a comma stands before one of these words. */
export function hasComma(from: number, to: number, tokens: readonly Token[]): boolean {
  for (let at = from; at <= to; at += 1) if (tokens[at]?.before === 'comma') return true;
  return false;
}
