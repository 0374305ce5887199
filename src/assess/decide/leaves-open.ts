import type { Grammar, PatternHit } from '../keywords/evidence.js';
import { isDirectCall } from '../keywords/grammar.js';
import { isAct } from '../keywords/roles.js';
import type { Read } from './decision.js';
import { sentencesOf } from './weigh-wording.js';

/**
 * Whether a text leaves open what it means by speaking against an act: in a question a denied act may be asked for («won't you
 * join?», «why do we not go?»), and where another one is asked for or announced in the same sentence, it may be the excuse for that
 * («you do not obey, we will kill you») or its other side («do not stay away, join»). What refuses leaves nothing open («we never
 * will», «better not to»), nor does what forbids and asks for nothing else («do not join, do you hear?»).
 */
export function leavesOpen(pattern: PatternHit, { text, evidence }: Read): boolean {
  const { first, last } = sentencesOf(pattern, text.tokens);
  const asks = text.tokens.slice(first, last).some(({ inQuestion }) => inQuestion);
  if (asks && !pattern.hits.some(({ grammar }) => isForbidden(grammar))) return true;
  if (pattern.hits.some(({ grammar }) => isRefused(grammar))) return false;
  return evidence.hits.some(
    (hit) =>
      hit.language === pattern.language &&
      hit.first >= first &&
      hit.last <= last &&
      isAct(hit.role) &&
      !hit.grammar.negated &&
      isDirectCall(hit.grammar) &&
      hit.grammar.tense !== 'past',
  );
}

function isForbidden({ negated, mood }: Grammar): boolean {
  return negated && (mood === 'imperative' || mood === 'optative');
}

function isRefused({ negated, mood, person }: Grammar): boolean {
  return negated && (mood === 'exhortative' || mood === 'infinitive' || person === 1);
}
