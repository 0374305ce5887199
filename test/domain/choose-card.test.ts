import { describe, expect, test } from '@jest/globals';
import { type CampaignCard, chooseCard } from '../../src/domain/choose-card.js';

const open: CampaignCard = { id: 'open', level: 'review', wording: 'a', verdict: null };
const urgent: CampaignCard = { ...open, id: 'urgent', level: 'urgent' };
const dismissed: CampaignCard = { ...open, id: 'dismissed', verdict: 'false-alarm' };

describe('a copy joins', () => {
  test.each<[string, Pick<CampaignCard, 'level' | 'wording'>, readonly CampaignCard[], string | undefined]>([
    ['the card that is undecided', { level: 'review', wording: 'b' }, [open], 'open'],
    ['the card that was decided on its very wording', { level: 'review', wording: 'a' }, [dismissed], 'dismissed'],
    ['no card that was decided on another wording', { level: 'review', wording: 'b' }, [dismissed], undefined],
    ['the undecided one beside it', { level: 'review', wording: 'b' }, [dismissed, open], 'open'],
    ['no card that is less urgent', { level: 'urgent', wording: 'a' }, [open], undefined],
    ['one that is as urgent', { level: 'urgent', wording: 'b' }, [open, urgent], 'urgent'],
    ['one that is more urgent', { level: 'review', wording: 'b' }, [urgent], 'urgent'],
    [
      'no card whose wording was erased',
      { level: 'review', wording: 'a' },
      [{ ...dismissed, wording: null }],
      undefined,
    ],
    ['none where there is none', { level: 'review', wording: 'a' }, [], undefined],
  ])('%s', (_name, copy, cards, expected) => {
    expect(chooseCard(copy, cards)?.id).toBe(expected);
  });
});
