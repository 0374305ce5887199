import { describe, expect, it } from '@jest/globals';
import type { CardPlace } from '../../src/domain/alert.js';
import type { Card } from '../../src/domain/card.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Cards } from '../../src/ports/cards.js';
import type { Log } from '../../src/ports/log.js';
import { claimMissedReport, postOwedReports, postWeeklyReport } from '../../src/report/post-weekly-report.js';
import { BUILT_IN } from '../../src/settings/community.js';
import type { ReportPosts, Tally } from '../../src/store/store.js';

const COMMUNITY = {
  ...BUILT_IN,
  guildId: toSnowflake('100000000000000001'),
  moderatorChannel: toSnowflake('100000000000000002'),
};
const TALLY: Tally = {
  channelId: toSnowflake('100000000000000003'),
  day: '2026-05-06',
  language: 'tg',
  outcome: 'none',
  count: 12,
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
    list: async (guild) =>
      [...known]
        .filter(([key]) => key.startsWith(guild))
        .map(([key, isPosted]) => ({ id: key.slice(guild.length), isPosted }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

function partsAt(
  moment: string,
  { cards }: ReturnType<typeof channel>,
  posts: ReportPosts,
  tallies: readonly Tally[] = [],
) {
  return {
    counts: {
      tallies: async () => tallies,
      alerts: async () => [],
      decisionTimes: async () => [],
      terms: async () => [],
      campaigns: async () => [],
      erased: async () => 0,
      total: async () => 0,
    },
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
    painter: { paint: async () => new Uint8Array() },
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

  it('goes out in words when the charts cannot be drawn', async () => {
    const discord = channel();
    const broken = { paint: () => Promise.reject(new Error('no font')) };
    await postWeeklyReport(COMMUNITY, {
      ...partsAt('2026-05-11T09:00:00Z', discord, reportPosts(), [TALLY]),
      painter: broken,
    });
    expect(discord.posted.map((card) => card.image)).toEqual([undefined]);
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

  it('makes up on a later day for a report that could not be posted, about its own days', async () => {
    const discord = channel();
    const posts = reportPosts();
    const refusing = {
      ...discord,
      cards: { ...discord.cards, post: () => Promise.reject(new Error('no permission')) },
    };
    await expect(postWeeklyReport(COMMUNITY, partsAt('2026-05-11T09:00:00Z', refusing, posts))).rejects.toThrow();
    await postOwedReports(COMMUNITY, partsAt('2026-05-13T12:00:00Z', discord, posts));
    await postOwedReports(COMMUNITY, partsAt('2026-05-13T13:00:00Z', discord, posts));
    expect(discord.posted.map((card) => card.body.split('\n')[0])).toEqual(['2026-05-04 – 2026-05-10 (UTC)']);
  });

  it('posts what is owed from earlier weeks with the next report, oldest first', async () => {
    const discord = channel();
    const posts = reportPosts();
    await posts.claim(COMMUNITY.guildId, '2026-04-27-week-100000000000000001', new Date('2026-05-04T09:00:00Z'));
    await postWeeklyReport(COMMUNITY, partsAt('2026-05-11T09:00:00Z', discord, posts));
    expect(discord.posted.map((card) => card.id.slice(0, 10))).toEqual(['2026-04-27', '2026-05-04']);
  });
});

describe('a report whose time came while the bot was down', () => {
  it.each([
    ['is owed where messages of its days are counted', [TALLY], undefined, ['2026-05-04']],
    ['is not owed where the bot had counted nothing of its days', [], undefined, []],
    ['is not owed twice', [TALLY], '2026-05-04', ['2026-05-04']],
    ['is owed after the report of the week before', [TALLY], '2026-04-27', ['2026-04-27', '2026-05-04']],
    ['is not owed where another report has some of its days', [TALLY], '2026-05-01', ['2026-05-01']],
  ])('%s', async (_name, tallies, reported, known) => {
    const posts = reportPosts();
    const parts = partsAt('2026-05-12T12:00:00Z', channel(), posts, tallies);
    if (reported !== undefined)
      await posts.claim(COMMUNITY.guildId, `${reported}-week-${COMMUNITY.guildId}`, parts.clock.now());
    await claimMissedReport(COMMUNITY, '2026-05-11', parts);
    expect((await posts.list(COMMUNITY.guildId)).map(({ id }) => id.slice(0, 10))).toEqual(known);
  });
});
