import type { Token } from '../text/token.js';
import type { CueHit, Grammar } from './evidence.js';
import type { Term } from './find-terms.js';
import { type CueMatch, shareOf } from './govern.js';
import { isDirectCall, negate } from './grammar.js';
import type { PatternMatch } from './match-patterns.js';
import { ACT_ROLES, type CueKind, type Role, SIDE_ROLES } from './roles.js';

/** What a negating cue turns round: an act, or how to get in touch. */
const TURNABLE: ReadonlySet<Role> = new Set<Role>([...ACT_ROLES, 'contact']);

/** What a weak cue keeps beside a call that turns to the reader: boilerplate must not silence it. */
const WEAK_SHARE = 0.25;
/** What a strong cue keeps there when it does not govern by grammar and nobody else is said to call. */
const PASTED_SHARE = 0.5;
/** What words of scripture keep beside a designated group. */
const NAMED_SHARE = 0.4;
const GOVERNING: ReadonlySet<CueKind> = new Set<CueKind>(['reporting', 'negation', 'question', 'quotation']);
/** Russian writes the names of groups in quotation marks: they quote nobody. */
const NAMED: ReadonlySet<Role> = new Set<Role>(SIDE_ROLES);
const QUOTATION_WEIGHT = -2.5;
/** Grammar tells no surer that somebody else says so: against several patterns in support, too. */
const SPOKEN_BY_WEIGHT = -7;
const QUESTION_WEIGHT = -2;
/** Words outside the quotation marks from which on a quotation is something said about it. */
const OUTSIDE_WORDS = 3;

/** Acts as negating cues leave them, with the cues that turned them round. */
export interface TurnedTerms {
  readonly terms: readonly Term[];
  /** By position of the act's first word. */
  readonly turnedBy: ReadonlyMap<number, CueMatch>;
}

/** Lets «must not», «эмас керак», «нельзя» negate the acts that they govern: each act once. Words of such a cue are no hits of their own. */
export function turnTerms(terms: readonly Term[], cues: readonly CueMatch[], tokens: readonly Token[]): TurnedTerms {
  const flipping = cues.filter((match) => match.cue.flips);
  if (flipping.length === 0) return { terms, turnedBy: new Map() };

  const turnedBy = new Map<number, CueMatch>();
  const left = terms.filter((term) => !flipping.some((match) => isPartOf(term, match)));
  const turned = left.map((term) => {
    if (!TURNABLE.has(term.role)) return term;
    const by = flipping.find((match) => !hasTaken(term, match) && shareOf(match, term, tokens) > 0);
    if (by === undefined) return term;
    turnedBy.set(term.first, by);
    return { ...term, grammar: turnRound(term) };
  });
  return { terms: turned, turnedBy };
}

/** Twice denied is asked: Uzbek «қўшилмасанг бўлмайди», if you do not join it will not do. */
function turnRound({ grammar, language }: Term): Grammar {
  const turned = negate(grammar);
  const asks = language === 'uzbek' && grammar.negated && grammar.mood === 'optative';
  return asks ? { ...turned, mood: 'imperative' } : turned;
}

/** «не буду вступать»: the future has taken the «не» of the cue before it, which would deny it again. */
function hasTaken({ language, grammar, first }: Term, { last }: CueMatch): boolean {
  return language === 'russian' && grammar.negated && grammar.tense === 'future' && first === last;
}

function isPartOf(term: Term, match: CueMatch): boolean {
  return term.positions.every((position) => match.positions.includes(position));
}

/** The cues that govern patterns, each with what it takes off; those that govern none stand as they are. */
export function applyCues(
  patterns: readonly PatternMatch[],
  cues: readonly CueMatch[],
  turned: TurnedTerms,
  tokens: readonly Token[],
): readonly CueHit[] {
  if (patterns.length === 0) return cues.map((match) => toHit(match, match.cue.weight, NONE));
  const hits: CueHit[] = [];
  for (const match of cues) {
    const governing = match.cue.flips
      ? turningHits(match, patterns, turned)
      : loweringHits(match, cues, { patterns, tokens });
    hits.push(...(governing.length === 0 ? [toHit(match, match.cue.weight, NONE)] : governing));
  }
  return [...hits, ...quotations(patterns, tokens), ...spokenBy(patterns, tokens), ...questions(patterns, tokens)];
}

const NONE: readonly number[] = [];

/** What a lowering cue is held against. */
interface CueField {
  readonly patterns: readonly PatternMatch[];
  readonly tokens: readonly Token[];
}

function turningHits(match: CueMatch, patterns: readonly PatternMatch[], turned: TurnedTerms): readonly CueHit[] {
  const governs = indices(patterns, ({ act }) => turned.turnedBy.get(act.first) === match);
  return governs.length === 0 ? [] : [toHit(match, 0, governs)];
}

/** A hit for each weight: what a cue takes off a plain word beside a call is not what it takes off the call. */
function loweringHits(match: CueMatch, cues: readonly CueMatch[], field: CueField): readonly CueHit[] {
  const weights = field.patterns.map(({ act, hit }) => {
    if (hit.polarity === 'against') return 0;
    const share = shareOf(match, act, field.tokens, hit.hits);
    if (share === 0) return 0;
    const kept = isDirectCall(act.grammar) ? keptBesideCall(match, act, cues, field.tokens) : 1;
    return match.cue.weight * share * kept * namedShare(match, hit);
  });
  const lowering = [...new Set(weights)].filter((weight) => weight < 0).sort((a, b) => a - b);
  return lowering.map((weight) => {
    const governs = weights.flatMap((own, index) => (own === weight ? [index] : []));
    return toHit(match, weight, governs);
  });
}

/** Scripture and its study (cues that reach across sentences) name no group of today: beside one they may be its own preaching. */
function namedShare({ cue }: CueMatch, { hits }: PatternMatch['hit']): number {
  return cue.kind === 'quotation' && cue.across && hits.some(({ role }) => role === 'group') ? NAMED_SHARE : 1;
}

/**
 * What a cue keeps beside a call that turns to the reader. Only grammar takes such a call away; «don't believe them» does
 * when somebody else is said to call, but not when it is pasted onto the call itself.
 */
function keptBesideCall(match: CueMatch, act: Term, cues: readonly CueMatch[], tokens: readonly Token[]): number {
  const { binds, kind } = match.cue;
  if (binds === 'weak') return WEAK_SHARE;
  if (GOVERNING.has(kind) || act.grammar.mood === 'indicative') return 1;
  const isReported =
    tokens[act.first]?.quoted === true ||
    cues.some(
      (other) => GOVERNING.has(other.cue.kind) && other.cue.binds === 'strong' && shareOf(other, act, tokens) > 0,
    );
  return isReported ? 1 : PASTED_SHARE;
}

function toHit(match: CueMatch, weight: number, governs: readonly number[]): CueHit {
  const { cue } = match;
  return {
    cue: cue.words,
    language: cue.language,
    kind: cue.kind,
    gloss: cue.gloss,
    weight,
    first: match.first,
    last: match.last,
    governs,
  };
}

function indices(patterns: readonly PatternMatch[], holds: (match: PatternMatch) => boolean): readonly number[] {
  return patterns.flatMap((match, index) => (holds(match) ? [index] : []));
}

/** Whether enough is said outside quotation marks to be about what stands inside. */
function speaksOutside(tokens: readonly Token[]): boolean {
  let outside = 0;
  for (const token of tokens) {
    if (!token.quoted) outside += 1;
    if (outside === OUTSIDE_WORDS) return true;
  }
  return false;
}

/** A call that stands wholly in quotation marks while the speaker says something else around it. */
function quotations(patterns: readonly PatternMatch[], tokens: readonly Token[]): readonly CueHit[] {
  if (!speaksOutside(tokens)) return [];
  const governs = indices(
    patterns,
    ({ hit }) => hit.polarity === 'for' && tokens.slice(hit.first, hit.last).every((token) => token.quoted),
  );
  return builtIn('quotation', 'inside quotation marks', QUOTATION_WEIGHT, governs, patterns);
}

/** «Join us» — so the group writes: a quoted act whose group, target or material stands outside belongs to whoever is quoted. */
function spokenBy(patterns: readonly PatternMatch[], tokens: readonly Token[]): readonly CueHit[] {
  const isQuoted = (at: number): boolean => tokens[at]?.quoted === true;
  if (!speaksOutside(tokens)) return [];
  const governs = indices(
    patterns,
    ({ hit, act }) =>
      hit.polarity === 'for' &&
      isQuoted(act.first) &&
      !NAMED.has(act.role) &&
      hit.hits.some(({ last }) => !isQuoted(last - 1)),
  );
  return builtIn('quotation', 'quoted from somebody', SPOKEN_BY_WEIGHT, governs, patterns);
}

/** A question that invites nobody: «is it a sin to join …?» */
function questions(patterns: readonly PatternMatch[], tokens: readonly Token[]): readonly CueHit[] {
  const governs = indices(
    patterns,
    ({ act, pattern, hit }) =>
      hit.polarity === 'for' &&
      pattern.construction !== 'invitation' &&
      !isDirectCall(act.grammar) &&
      tokens[act.first]?.inQuestion === true,
  );
  return builtIn('question', 'a question', QUESTION_WEIGHT, governs, patterns);
}

function builtIn(
  kind: 'quotation' | 'question',
  gloss: string,
  weight: number,
  governs: readonly number[],
  patterns: readonly PatternMatch[],
): readonly CueHit[] {
  const governed = governs.flatMap((index) => patterns[index]?.hit ?? []);
  const [one] = governed;
  if (one === undefined) return [];
  const first = Math.min(...governed.map((hit) => hit.first));
  const last = Math.max(...governed.map((hit) => hit.last));
  return [{ cue: kind, language: one.language, kind, gloss, weight, first, last, governs }];
}
