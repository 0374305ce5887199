import type { Level } from '../assess/assessment.js';
import type { VerdictKind } from './alert.js';

/** A card of a campaign, as far as the choice needs it. */
export interface CampaignCard {
  readonly id: string;
  readonly level: Level;
  /** Keyed hash of the wording that it shows. */
  readonly wording: string | null;
  readonly verdict: VerdictKind | null;
}

/**
 * The card of its campaign that a copy joins, of those there are, oldest first; undefined where it needs one of its own.
 *
 * A verdict carries over to the very same wording only: a false alarm on a warning must not silence the call that differs
 * from it in one word. A near copy waits on the card that is still undecided. What is urgent joins nothing that is less:
 * an edit pings nobody, and a card that is no more than a review may be held back.
 */
export function chooseCard(
  copy: Pick<CampaignCard, 'level' | 'wording'>,
  cards: readonly CampaignCard[],
): CampaignCard | undefined {
  const decided = cards.find((card) => card.verdict !== null && card.wording !== null && card.wording === copy.wording);
  if (decided !== undefined) return decided;
  return cards.find((card) => card.verdict === null && (copy.level !== 'urgent' || card.level === 'urgent'));
}
