import type { Token } from '../../text/token.js';
import type { Grammar } from '../evidence.js';

/** How one language shows that any verb at all turns to somebody, and to whom: by endings and prepositions, without a word list. */
export interface ActRule {
  /**
   * What the form of the word at this place says when it asks for an act (imperative, exhortative) or names one
   * (infinitive), with its negation; undefined where the ending may as well be a noun's or a report's.
   */
  readonly formAt: (tokens: readonly Token[], at: number) => Grammar | undefined;
  /** Whether the name in these places (last exclusive) stands as what one turns to, joins or does something for: «к …», «ба …», «-га». */
  readonly isAimedAt: (tokens: readonly Token[], first: number, last: number) => boolean;
  /** Whether the form speaks to somebody whatever its verb: a second person, an imperative; left out where a language has not said. */
  readonly isAddress?: (tokens: readonly Token[], at: number) => boolean;
}
