import type { Grammar, PatternHit } from '../keywords/evidence.js';
import { isDirectCall } from '../keywords/grammar.js';
import { isAct } from '../keywords/roles.js';
import type { Read } from './decision.js';
import { sentencesOf } from './weigh-wording.js';

/**
 * Whether a text leaves open what it means by speaking against an act: in a question a denied act may be asked for («won't you
 * join?», «why do we not go?»), and where another one is asked for or announced in the same sentence, it may be the excuse for that
 * («you do not obey, we will kill you»). What forbids or wishes away leaves nothing open, a question neither («do not join, do you
 * hear?», «better not to, right?»); nor does a plain refusal («we never will»).
 */
export function leavesOpen(pattern: PatternHit, { text, evidence }: Read): boolean {
  if (pattern.hits.some(({ grammar }) => isForbidden(grammar))) return false;
  const { first, last } = sentencesOf(pattern, text.tokens);
  if (text.tokens.slice(first, last).some(({ inQuestion }) => inQuestion)) return true;
  if (pattern.hits.some(({ grammar: { negated, person } }) => negated && person === 1)) return false;
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

const CLOSING: ReadonlySet<Grammar['mood']> = new Set<Grammar['mood']>([
  'imperative',
  'exhortative',
  'optative',
  'infinitive',
]);

function isForbidden({ negated, mood }: Grammar): boolean {
  return negated && CLOSING.has(mood);
}
