import { describe, expect, it } from '@jest/globals';
import { firstIdAt, toSnowflake } from '../../src/domain/snowflake.js';
import { reclaimable } from '../../src/ingest/plan-catch-up.js';
import { type ACommunity, aCommunity, CALL, CHAT, until } from './a-community.js';

const DAY_MS = 86_400_000;
const LAST_ID = toSnowflake('18446744073709551615');
const DELETED = 'Deleted in Discord';
const HISTORY = 'GET /channels/:channel/messages';

function postMany(place: Awaited<ReturnType<typeof aCommunity>>, count: number): void {
  for (let n = 0; n < count; n += 1) place.server.post(place.general, place.member, `${CHAT} ${n}`);
}

describe('a past that was given up', () => {
  it('is read when an operator asks for it, as far as asked, over restarts, and counted once', async () => {
    const ago = { ms: 10 * DAY_MS };
    const place = await aCommunity({ server: { clock: { now: () => new Date(Date.now() - ago.ms) } } });
    postMany(place, 30);
    ago.ms = 5 * DAY_MS;
    postMany(place, 230);
    place.server.post(place.general, place.member, CALL);
    ago.ms = 0;
    postMany(place, 7);
    const first = await place.startBot();
    await first.app.idle();
    const { guildId } = place.community;
    const channelId = toSnowflake(place.general);
    expect(await first.store.counts.total(guildId)).toBe(7);

    const sixDaysAgo = firstIdAt(new Date(Date.now() - 6 * DAY_MS));
    const asked = reclaimable(await first.store.ledger.gaps(guildId), { from: sixDaysAgo, to: LAST_ID });
    for (const gap of asked) await first.store.ledger.nameGap(guildId, gap.channelId, gap, 'backfill', new Date());
    await first.close();
    place.server.failNext(HISTORY, 'stall', 10);
    const asks = () => place.server.requests().byRoute[HISTORY]?.total ?? 0;
    const before = asks();
    const second = await place.startBot();
    await until('it to ask', () => asks() > before);
    await second.close();
    place.server.clearFailures();
    const third = await place.startBot();
    await third.app.idle();
    expect(await third.store.counts.total(guildId)).toBe(238);
    expect(place.cards()).toHaveLength(1);
    expect(await third.store.ledger.ranges(channelId)).toHaveLength(1);
    const left = (await third.store.ledger.gaps(guildId)).filter((gap) => gap.channelId === channelId);
    expect(left.map(({ reason }) => reason)).toEqual(['before-first-start']);
  });
});

describe('messages that came while the bot was away', () => {
  it('are read at the start, over several pages, and counted once', async () => {
    const place = await aCommunity();
    postMany(place, 250);
    const bot = await place.startBot();
    await bot.app.idle();
    expect(await bot.store.counts.total(place.community.guildId)).toBe(250);
    const [range, ...more] = await bot.store.ledger.ranges(toSnowflake(place.general));
    expect(more).toEqual([]);
    expect(range?.to).toBe(place.server.messages(place.general).at(-1)?.id);
  });

  it('are read after a restart, and what was counted before stays counted once', async () => {
    const place = await aCommunity();
    const first = await place.startBot();
    postMany(place, 5);
    await until('the first five', async () => (await first.store.counts.total(place.community.guildId)) === 5);
    await first.close();
    postMany(place, 130);
    place.server.post(place.general, place.member, CALL);
    const second = await place.startBot();
    await second.app.idle();
    expect(await second.store.counts.total(place.community.guildId)).toBe(136);
    expect(place.cards()).toHaveLength(1);
    expect(await second.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
  });

  it('are not missed when live messages arrive before the gap is filled and the bot dies right then', async () => {
    const place = await aCommunity();
    const first = await place.startBot();
    postMany(place, 3);
    await until('the first three', async () => (await first.store.counts.total(place.community.guildId)) === 3);
    await first.close();
    postMany(place, 20);
    place.server.post(place.general, place.member, CALL);

    place.server.failNext(HISTORY, 503, 1_000);
    const second = await place.startBot();
    postMany(place, 2);
    await until('the live ones', async () => (await second.store.counts.total(place.community.guildId)) === 5);
    const before = await second.store.ledger.ranges(toSnowflake(place.general));
    expect(before).toHaveLength(2);
    await second.close();

    place.server.clearFailures();
    const third = await place.startBot();
    await until('the gap', async () => (await third.store.counts.total(place.community.guildId)) === 26);
    await third.app.idle();
    expect(await third.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
    expect(place.cards()).toHaveLength(1);
  });

  it('are read when a session could not resume, with live messages joined to them', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    postMany(place, 4);
    await until('the first four', async () => (await bot.store.counts.total(place.community.guildId)) === 4);
    place.server.pauseGateway();
    postMany(place, 120);
    place.server.forgetSessions();
    place.server.resumeGateway();
    await until('what was missed', async () => (await bot.store.counts.total(place.community.guildId)) === 124);
    postMany(place, 1);
    await until('the live one', async () => (await bot.store.counts.total(place.community.guildId)) === 125);
    await bot.app.idle();
    expect(await bot.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
  }, 40_000);

  it('come by themselves when the session resumes', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    postMany(place, 4);
    await until('the first four', async () => (await bot.store.counts.total(place.community.guildId)) === 4);
    place.server.disconnectAll({ resume: true });
    postMany(place, 30);
    await until('the replay', async () => (await bot.store.counts.total(place.community.guildId)) === 34);
    expect(await bot.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
  });

  it('show their edits after the restart', async () => {
    const place = await aCommunity();
    const first = await place.startBot();
    const edited = place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await first.store.counts.total(place.community.guildId)) === 1);
    await first.close();
    place.server.edit(edited, CALL);
    const second = await place.startBot();
    await until('a card', () => place.cards().length === 1);
    await second.app.idle();
    expect(await second.store.counts.total(place.community.guildId)).toBe(1);
  });
});

describe('alerts on messages that were deleted while the bot was away', () => {
  const marked = (place: ACommunity) =>
    place.cards().flatMap(({ embeds: [embed] }) => (embed?.description?.includes(DELETED) ? embed.description : []));

  it('say so after the restart, and those on messages that stand do not', async () => {
    const place = await aCommunity();
    const first = await place.startBot();
    place.server.post(place.general, place.member, `${CALL} 1`);
    const gone = place.server.post(place.general, place.member, `${CALL} 2`);
    await until('both cards', () => place.cards().length === 2);
    await first.app.idle();
    await first.close();
    place.server.delete(gone);
    const second = await place.startBot();
    await until('the mark', () => marked(place).length > 0);
    await second.app.idle();
    expect(marked(place).map((text) => text.includes(`${CALL} 2`))).toEqual([true]);
  });

  it('say so also where it was the last of its channel, after a session that could not be resumed', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    const gone = place.server.post(place.general, place.member, CALL);
    await until('the card', () => place.cards().length === 1);
    await bot.app.idle();
    place.server.pauseGateway();
    place.server.delete(gone);
    place.server.forgetSessions();
    place.server.resumeGateway();
    await until('the mark', () => marked(place).length > 0, 30_000);
  }, 40_000);
});

describe('a channel that may not be read', () => {
  it('is named in the log once, stands as a gap, and the others are read', async () => {
    const place = await aCommunity();
    const hidden = place.server.addChannel(place.guild, 'hidden', {
      overwrites: [{ id: place.guild, type: 0, allow: '0', deny: '1024' }],
    });
    place.server.post(hidden, place.member, CALL);
    postMany(place, 3);
    const bot = await place.startBot();
    await bot.app.idle();
    expect(await bot.store.counts.total(place.community.guildId)).toBe(3);
    const gaps = await bot.store.ledger.gaps(place.community.guildId);
    expect(gaps.filter((gap) => gap.channelId === hidden && gap.reason === 'no-permission')).toHaveLength(1);
    expect(place.logged.filter((line) => line.includes('may not be read'))).toHaveLength(1);
    expect(place.server.requests().byRoute[HISTORY]?.byStatus[403]).toBeUndefined();
  });

  it('is skipped when it is deleted while its history is read', async () => {
    const place = await aCommunity();
    const doomed = place.server.addChannel(place.guild, 'doomed');
    for (let n = 0; n < 5; n += 1) place.server.post(doomed, place.member, CHAT);
    postMany(place, 2);
    place.server.failNext(HISTORY, 404, 1);
    const bot = await place.startBot();
    await bot.app.idle();
    const gaps = await bot.store.ledger.gaps(place.community.guildId);
    expect(gaps.some((gap) => gap.reason === 'channel-deleted')).toBe(true);
  });
});

describe('channels made after the start', () => {
  it('are read, threads and forum posts with their titles too', async () => {
    const place = await aCommunity();
    await place.startBot();
    const added = place.server.addChannel(place.guild, 'added');
    place.server.post(added, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
  });
});
