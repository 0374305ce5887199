import type { Grammar, PatternHit } from '../keywords/evidence.js';
import { ACT_ROLES } from '../keywords/roles.js';
import type { Read } from './decision.js';

const ACTS: ReadonlySet<string> = new Set(ACT_ROLES);

/**
 * Whether a text leaves open what it means by speaking against an act: in a question a denied act may be asked for («won't you
 * join?»), and beside another act it may be the excuse for that («you did not obey, we will kill you»). What forbids («do not
 * join, sit at home») leaves nothing open.
 */
export function leavesOpen({ hits, language, first, last }: PatternHit, { text, evidence }: Read): boolean {
  if (hits.some(({ grammar }) => grammar.negated && (isAsked(grammar) || grammar.mood === 'optative'))) return false;
  for (let at = first; at < last; at += 1) if (text.tokens[at]?.inQuestion) return true;
  return evidence.hits.some(
    ({ language: own, role, grammar }) =>
      own === language && ACTS.has(role) && !grammar.negated && (isAsked(grammar) || isAnnounced(grammar)),
  );
}

function isAsked({ mood }: Grammar): boolean {
  return mood === 'imperative' || mood === 'exhortative';
}

function isAnnounced({ mood, person, tense }: Grammar): boolean {
  return mood === 'indicative' && person === 1 && tense !== 'past';
}
