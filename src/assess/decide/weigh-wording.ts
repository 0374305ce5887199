import type { Category, Language } from '../assessment.js';
import type { CueHit, PatternHit, TermHit } from '../keywords/evidence.js';
import { ACT_ROLES } from '../keywords/roles.js';
import type { BayesOdds, Read } from './decision.js';
import { BAYES_LIMIT } from './decision-model.js';
import { findSide } from './find-side.js';
import { involves } from './involves.js';
import { asksSomebody } from './weigh-pattern.js';
import { isWordingFactor, type WordingFactors } from './wording-model.js';

/** A designated group and an act, or an opening, in one text; whether that is a call is left to the weights. */
export interface Wording {
  /** As a pattern that was met, so that it is explained and joined to campaigns like one. */
  readonly pattern: PatternHit;
  readonly factors: WordingFactors;
  readonly cues: readonly CueHit[];
}

/** The id under which free wording stands among the patterns. */
export const FREE_WORDING = 'free-wording';

const ACTS: ReadonlySet<string> = new Set(ACT_ROLES);
const VIOLENT: ReadonlySet<string> = new Set(['violence', 'act-fight']);
/** Words that make a call of whatever stands beside them. */
const OPENINGS: ReadonlySet<string> = new Set([
  'invite',
  'come-on',
  'contact',
  'ready',
  'must',
  'promise',
  'audience',
  'who',
  'can',
]);
const MOST_OPENINGS = 3;
const WORDS_OF_A_LENGTH = 12;
const MOST_LENGTHS = 3;

const CATEGORY: Readonly<Record<string, Category>> = {
  'act-join': 'join',
  'act-travel': 'travel',
  'act-fight': 'violence',
  pledge: 'pledge',
  pay: 'pay',
  publicise: 'publicise',
  violence: 'violence',
  praise: 'praise',
  threat: 'threat',
};

/**
 * Weighs a text as a call in words that no pattern knows. Undefined where no designated side meets an act or an opening in
 * this language, or all acts are denied: one word alone is never a call.
 */
export function weighWording({ text, evidence }: Read, language: Language, bayes: BayesOdds): Wording | undefined {
  const hits = evidence.hits.filter((hit) => hit.language === language);
  const side = findSide(hits, text.tokens);
  if (side === undefined) return undefined;
  const others = hits.filter((hit) => standsApart(hit, side));
  const acts = others.filter((hit) => ACTS.has(hit.role) && !isDoneTo(side, hit));
  const done = acts.filter(({ grammar }) => !grammar.negated);
  const openings = others.filter(({ role, grammar }) => OPENINGS.has(role) && !grammar.negated);
  const [met] = [...nearestFirst(done, side), ...nearestFirst(openings, side)];
  // What is only denied is not called for.
  if (met === undefined || (acts.length > 0 && done.length === 0)) return undefined;

  const cues = evidence.cues.filter((cue) => cue.language === language && isWordingFactor(cue.kind));
  const kinds = new Set(cues.map(({ kind }) => kind));
  const one = (holds: boolean) => (holds ? 1 : 0);
  const factors: WordingFactors = {
    bias: 1,
    bayes: Math.max(-BAYES_LIMIT, Math.min(BAYES_LIMIT, bayes(language))),
    act: one(done.length > 0),
    asks: one(done.some((hit) => asksSomebody(hit) || isOwn(hit))),
    opens: Math.min(MOST_OPENINGS, new Set(openings.map(({ role }) => role)).size),
    involves: one(involves(text.tokens, language)),
    side: side.weight - 1,
    leader: one(hits.some(({ role }) => role === 'leader')),
    denied: one(acts.length > done.length),
    past: one(done.some(({ grammar }) => grammar.tense === 'past')),
    why: one(hits.some(({ role }) => role === 'why')),
    question: one(text.tokens.some(({ inQuestion }) => inQuestion)),
    length: Math.min(MOST_LENGTHS, text.tokens.length / WORDS_OF_A_LENGTH),
    reporting: one(kinds.has('reporting')),
    refutation: one(kinds.has('refutation')),
    warning: one(kinds.has('warning')),
    negation: one(kinds.has('negation')),
    quotation: one(kinds.has('quotation')),
    homonym: one(kinds.has('homonym')),
    history: one(kinds.has('history')),
    law: one(kinds.has('law')),
  };
  return { pattern: asPattern(met, side), factors, cues };
}

/** Words of their own: beside the side, or around it, as a phrase whose gap holds its name does («become a soldier of …»). */
function standsApart({ first, last }: TermHit, side: TermHit): boolean {
  return last <= side.first || first >= side.last || (first < side.first && last > side.last);
}

/** What is fought is no side to fight for. */
function isDoneTo(side: TermHit, act: TermHit): boolean {
  return side.grammar.case === 'accusative' && VIOLENT.has(act.role);
}

/** I do, we do; and what is wished for. */
function isOwn({ grammar: { person, mood, tense } }: TermHit): boolean {
  return mood === 'optative' || (person === 1 && tense !== 'past');
}

function nearestFirst(hits: readonly TermHit[], side: TermHit): readonly TermHit[] {
  return [...hits].sort((a, b) => Math.abs(a.first - side.first) - Math.abs(b.first - side.first));
}

function asPattern(met: TermHit, side: TermHit): PatternHit {
  return {
    pattern: FREE_WORDING,
    language: met.language,
    category: CATEGORY[met.role] ?? 'join',
    polarity: 'for',
    gloss: `${met.gloss} … ${side.gloss}`,
    weight: 0,
    first: Math.min(met.first, side.first),
    last: Math.max(met.last, side.last),
    hits: [met, side].sort((a, b) => a.first - b.first),
  };
}
