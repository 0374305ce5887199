import type { Category, Language } from '../assessment.js';
import type { CueHit, PatternHit, TermHit } from '../keywords/evidence.js';
import { isAct } from '../keywords/roles.js';
import type { Token } from '../text/token.js';
import type { Read, TokenSpan } from './decision.js';
import { findGroup } from './find-group.js';
import { wordingFeatures } from './wording-features.js';
import type { WordingFeatures } from './wording-model.js';

/** A designated group in company; whether that is a call is left to the weights. */
export interface Wording {
  /** As a pattern that was met, so that it is explained and joined to campaigns like one. */
  readonly pattern: PatternHit;
  readonly features: WordingFeatures;
  readonly cues: readonly CueHit[];
}

/** The id under which free wording stands among the patterns. */
export const FREE_WORDING = 'free-wording';

/** What a call is taken for by the word that stands nearest to the group. */
const CATEGORY: Readonly<Record<string, Category>> = {
  'act-join': 'join',
  'act-travel': 'travel',
  place: 'travel',
  pledge: 'pledge',
  leader: 'pledge',
  pay: 'pay',
  money: 'pay',
  publicise: 'publicise',
  material: 'publicise',
  'act-fight': 'violence',
  violence: 'violence',
  target: 'violence',
  praise: 'praise',
  attack: 'praise',
  threat: 'threat',
};

/**
 * Words on either side of the group that are weighed: what stands further off in a long text says little of this naming, and would
 * cost more than all else that is done with the text.
 */
const WORDS_AROUND = 40;
/** Namings that stand closer are weighed together; of a text with more of them than this the others are not asked about. */
const APART = 20;
const MOST_NAMINGS = 6;

/** Parts of a long text, each around another naming of a group: a call may stand beside the last. None of a text that is weighed whole. */
export function partsAround(
  { text, evidence }: Pick<Read, 'text' | 'evidence'>,
  language: Language,
): readonly TokenSpan[] {
  const { length } = text.tokens;
  if (length <= WORDS_AROUND) return [];
  const parts: TokenSpan[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const { role, language: own, first, last } of evidence.hits) {
    if (role !== 'group' || own !== language || first - before < APART || parts.length === MOST_NAMINGS) continue;
    parts.push({ first: Math.max(0, first - WORDS_AROUND), last: Math.min(length, last + WORDS_AROUND) });
    before = first;
  }
  return parts.length < 2 ? [] : parts;
}

/**
 * What is to be weighed of a text as a call in words that no pattern knows. Undefined where it names no designated group, or
 * nothing beside it that an entry of this language knows: one word alone is never a call.
 */
export function weighWording(
  { text, evidence }: Pick<Read, 'text' | 'evidence'>,
  language: Language,
  part: TokenSpan = { first: 0, last: text.tokens.length },
): Wording | undefined {
  const group = findGroup(within(part, evidence.hits, language));
  if (group === undefined) return undefined;
  const near = {
    first: Math.max(part.first, group.first - WORDS_AROUND),
    last: Math.min(part.last, group.last + WORDS_AROUND),
  };
  const hits = within(near, evidence.hits, language);
  const others = hits.filter((hit) => hit.role !== 'group' && standsApart(hit, group));
  const [met] = nearestFirst(others, group);
  if (met === undefined) return undefined;

  const cues = within(near, evidence.cues, language);
  const features = wordingFeatures(text, { hits, cues, language, part: near });
  return { pattern: asPattern(met, group), features, cues };
}

function within<T extends TokenSpan & { readonly language: Language }>(
  { first, last }: TokenSpan,
  found: readonly T[],
  language: Language,
): readonly T[] {
  return found.filter((one) => one.language === language && one.first >= first && one.last <= last);
}

/** The whole sentences that a part of a text stands in. */
export function sentencesOf({ first, last }: TokenSpan, tokens: readonly Token[]): TokenSpan {
  const [from, to] = [tokens[first]?.sentence ?? 0, tokens[last - 1]?.sentence ?? 0];
  const after = tokens.findIndex(({ sentence }) => sentence > to);
  return {
    first: tokens.findIndex(({ sentence }) => sentence >= from),
    last: after === -1 ? tokens.length : after,
  };
}

/** Words of their own: beside the group, or around it, as a phrase whose gap holds its name does («become a soldier of …»). */
function standsApart({ first, last }: TermHit, group: TermHit): boolean {
  return last <= group.first || first >= group.last || (first < group.first && last > group.last);
}

/** Acts before all others, and acts that are not denied before those that are. */
function rankOf({ role, grammar }: TermHit): number {
  if (!isAct(role)) return 2;
  return grammar.negated ? 1 : 0;
}

function nearestFirst(hits: readonly TermHit[], group: TermHit): readonly TermHit[] {
  const distance = ({ first }: TermHit) => Math.abs(first - group.first);
  return [...hits].sort((a, b) => rankOf(a) - rankOf(b) || distance(a) - distance(b));
}

function asPattern(met: TermHit, group: TermHit): PatternHit {
  return {
    pattern: FREE_WORDING,
    language: met.language,
    category: CATEGORY[met.role] ?? 'join',
    polarity: 'for',
    gloss: `${met.gloss} … ${group.gloss}`,
    weight: 0,
    first: Math.min(met.first, group.first),
    last: Math.max(met.last, group.last),
    hits: [met, group].sort((a, b) => a.first - b.first),
  };
}
