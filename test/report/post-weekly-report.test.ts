import { describe, expect, it } from '@jest/globals';
import type { CardPlace } from '../../src/domain/alert.js';
import type { Card } from '../../src/domain/card.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Cards } from '../../src/ports/cards.js';
import type { Log } from '../../src/ports/log.js';
import { postWeeklyReport } from '../../src/report/post-weekly-report.js';
import { BUILT_IN } from '../../src/settings/community.js';
import type { ReportPosts } from '../../src/store/store.js';

const COMMUNITY = {
  ...BUILT_IN,
  guildId: toSnowflake('100000000000000001'),
  moderatorChannel: toSnowflake('100000000000000002'),
};
const SILENT: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A moderator channel that can be made to break after it took a card. */
function channel() {
  const posted: Card[] = [];
  const state = { breaks: false };
  const place: CardPlace = { channelId: COMMUNITY.moderatorChannel, messageId: toSnowflake('100000000000000009') };
  const cards: Cards = {
    post: async (_channel, card) => {
      posted.push(card);
      if (state.breaks) throw new Error('the connection was cut');
      return place;
    },
    edit: async () => true,
    find: async (_channel, id) => (posted.some((card) => card.footer.includes(id)) ? place : undefined),
  };
  return { cards, posted, state };
}

/** Keeps the promise of ReportPosts for one process. */
function reportPosts(): ReportPosts {
  const known = new Map<string, boolean>();
  return {
    claim: async (guild, period) => {
      const done = known.get(guild + period);
      if (done === undefined) known.set(guild + period, false);
      return done === undefined ? 'first' : done ? 'posted' : 'tried';
    },
    markPosted: async (guild, period) => {
      known.set(guild + period, true);
    },
  };
}

function partsAt(moment: string, { cards }: ReturnType<typeof channel>, posts: ReportPosts) {
  return {
    counts: { tallies: async () => [], alerts: async () => [], total: async () => 0 },
    ledger: {
      commit: async () => ({ counted: 0, newFlags: [] }),
      ranges: async () => [],
      nameGap: async () => {},
      gaps: async () => [],
      channels: async () => [],
    },
    channelName: () => undefined,
    reportPosts: posts,
    cards,
    clock: { now: () => new Date(moment), sleep: async () => {} },
    log: SILENT,
  };
}

describe('posting the weekly report', () => {
  it('posts a week once, however often it is asked to', async () => {
    const discord = channel();
    const posts = reportPosts();
    for (const moment of ['2026-05-11T09:00:00Z', '2026-05-11T09:00:01Z', '2026-05-11T23:00:00Z'])
      await postWeeklyReport(COMMUNITY, partsAt(moment, discord, posts));
    await postWeeklyReport(COMMUNITY, partsAt('2026-05-18T09:00:00Z', discord, posts));
    expect(discord.posted.map((card) => card.id)).toEqual([
      '2026-05-04-week-100000000000000001',
      '2026-05-11-week-100000000000000001',
    ]);
  });

  it('looks for a report whose posting broke before it posts it again', async () => {
    const discord = channel();
    const posts = reportPosts();
    discord.state.breaks = true;
    await expect(postWeeklyReport(COMMUNITY, partsAt('2026-05-11T09:00:00Z', discord, posts))).rejects.toThrow('cut');
    discord.state.breaks = false;
    await postWeeklyReport(COMMUNITY, partsAt('2026-05-11T10:00:00Z', discord, posts));
    expect(discord.posted).toHaveLength(1);
  });
});
