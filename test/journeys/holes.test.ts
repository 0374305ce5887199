import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { type ACommunity, aCommunity, CALL, CHAT, until } from './a-community.js';

const HISTORY = 'GET /channels/:channel/messages';

function postMany(place: ACommunity, channel: string, count: number): void {
  for (let n = 0; n < count; n += 1) place.server.post(channel, place.member, `${CHAT} ${n}`);
}

const VIEW = 1024n;
const READ_HISTORY = 65536n;

describe('a channel that could not be read for a while', () => {
  it('has what was posted meanwhile read when its permissions come back, with a live message right behind', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    const { guildId } = place.community;
    postMany(place, place.general, 3);
    await until('the first three', async () => (await bot.store.counts.total(guildId)) === 3);
    await bot.app.idle();
    place.server.setOverwrite(place.general, { id: place.guild, deny: VIEW });
    place.server.post(place.general, place.member, CALL);
    postMany(place, place.general, 4);
    place.server.setOverwrite(place.general, { id: place.guild, allow: VIEW });
    postMany(place, place.general, 2);
    await until('all ten', async () => (await bot.store.counts.total(guildId)) === 10);
    await until('a card', () => place.cards().length === 1);
    await bot.app.idle();
    expect(await bot.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
  });

  it('is read again when a role is given its permissions back', async () => {
    const place = await aCommunity();
    const hidden = place.server.addChannel(place.guild, 'hidden', {
      overwrites: [{ id: place.guild, type: 0, allow: '0', deny: VIEW.toString() }],
    });
    const role = place.server.addRole(place.guild, 'Watchers');
    place.server.setOverwrite(hidden, { id: role, allow: VIEW });
    const bot = await place.startBot();
    place.server.post(hidden, place.member, CALL);
    await bot.app.idle();
    expect(place.cards()).toHaveLength(0);
    place.server.setRoles(place.guild, place.server.botId, [role]);
    await until('a card', () => place.cards().length === 1);
  });

  it('does not count as read without Read Message History, though Discord then answers an empty page', async () => {
    const place = await aCommunity();
    const mute = place.server.addChannel(place.guild, 'no history', {
      overwrites: [{ id: place.guild, type: 0, allow: '0', deny: READ_HISTORY.toString() }],
    });
    postMany(place, mute, 3);
    const bot = await place.startBot();
    await bot.app.idle();
    expect(await bot.store.ledger.ranges(toSnowflake(mute))).toEqual([]);
    const gaps = await bot.store.ledger.gaps(place.community.guildId);
    expect(gaps.filter((gap) => gap.channelId === mute).map((gap) => gap.reason)).toEqual(['no-permission']);
    expect(place.logged.filter((line) => line.includes('may not be read'))).toHaveLength(1);
  });

  it('is read after an outage of the whole community', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    const { guildId } = place.community;
    postMany(place, place.general, 3);
    await until('the first three', async () => (await bot.store.counts.total(guildId)) === 3);
    await bot.app.idle();
    place.server.removeGuild(place.guild, { unavailable: true });
    postMany(place, place.general, 4);
    place.server.restoreGuild(place.guild);
    postMany(place, place.general, 1);
    await until('all eight', async () => (await bot.store.counts.total(guildId)) === 8);
  });
});

describe('a gap', () => {
  it('is not given up when Discord refuses the token, and the bot says that it must stop', async () => {
    const place = await aCommunity();
    postMany(place, place.general, 5);
    place.server.failNext(HISTORY, 401, 1);
    const said: string[] = [];
    const first = await place.startBot({ onUnfit: (why) => void said.push(why) });
    await until('the reason', () => said.length > 0);
    await first.close();
    const second = await place.startBot();
    await until('the five', async () => (await second.store.counts.total(place.community.guildId)) === 5);
  });

  it('is read by itself as soon as Discord answers again', async () => {
    const place = await aCommunity();
    postMany(place, place.general, 5);
    place.server.failNext(HISTORY, 'cut', 30);
    const bot = await place.startBot();
    await until('the complaint', () => place.logged.some((line) => line.includes('could not be read for now')), 20_000);
    place.server.clearFailures();
    await until('the five', async () => (await bot.store.counts.total(place.community.guildId)) === 5);
  }, 40_000);

  it('is filled when the gateway disconnects in the middle of it', async () => {
    const place = await aCommunity();
    postMany(place, place.general, 950);
    const bot = await place.startBot();
    place.server.disconnectAll({ resume: false, op: 9 });
    postMany(place, place.general, 50);
    await until('all', async () => (await bot.store.counts.total(place.community.guildId)) >= 1_000, 20_000);
    await bot.app.idle();
    expect(await bot.store.counts.total(place.community.guildId)).toBe(1_000);
    expect(await bot.store.ledger.ranges(toSnowflake(place.general))).toHaveLength(1);
  }, 40_000);

  it('is shown as lost when its channel is deleted', async () => {
    const place = await aCommunity();
    const doomed = place.server.addChannel(place.guild, 'doomed', {
      overwrites: [{ id: place.guild, type: 0, allow: '0', deny: VIEW.toString() }],
    });
    postMany(place, doomed, 3);
    const bot = await place.startBot();
    await bot.app.idle();
    place.server.deleteChannel(doomed);
    const reasons = async () =>
      (await bot.store.ledger.gaps(place.community.guildId)).filter((gap) => gap.channelId === doomed);
    await until('the reason', async () => (await reasons()).every((gap) => gap.reason === 'channel-deleted'));
    expect(await reasons()).toHaveLength(1);
  });
});

describe('threads', () => {
  it('are read although they were opened and archived while the bot was away', async () => {
    const place = await aCommunity();
    const forum = place.server.addChannel(place.guild, 'savol', { type: 15 });
    const first = await place.startBot();
    await first.close();
    const post = place.server.addThread(forum, 'Савол', place.member, { firstPost: CALL });
    place.server.archiveThread(post);
    const thread = place.server.addThread(place.general, 'Баҳс', place.member);
    place.server.post(thread, place.member, CHAT);
    place.server.archiveThread(thread);
    const second = await place.startBot();
    await until('a card', () => place.cards().length === 1);
    await second.app.idle();
    const read = await second.store.ledger.channels(place.community.guildId);
    expect(read).toEqual(expect.arrayContaining([post, thread]));
  });

  it('are not read again at every start once they were read', async () => {
    const place = await aCommunity();
    const thread = place.server.addThread(place.general, 'Баҳс', place.member);
    place.server.post(thread, place.member, CHAT);
    const first = await place.startBot();
    await first.app.idle();
    await first.close();
    place.server.archiveThread(thread);
    const before = place.server.requests().byRoute[HISTORY]?.total ?? 0;
    const second = await place.startBot();
    await second.app.idle();
    const pageAndEditsOfGeneral = 2;
    expect((place.server.requests().byRoute[HISTORY]?.total ?? 0) - before).toBe(pageAndEditsOfGeneral);
  });

  it('are read live when they come back from the archive', async () => {
    const place = await aCommunity();
    const thread = place.server.addThread(place.general, 'Баҳс', place.member);
    place.server.archiveThread(thread);
    await place.startBot();
    place.server.archiveThread(thread, false);
    place.server.post(thread, place.member, CALL);
    await until('a card', () => place.cards().length === 1);
  });
});

describe('edits and deletions', () => {
  it('made while the bot was away are found although a live message comes first', async () => {
    const place = await aCommunity();
    const first = await place.startBot();
    const { guildId } = place.community;
    const edited = place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await first.store.counts.total(guildId)) === 1);
    await first.close();
    place.server.edit(edited, CALL);
    place.server.failNext(HISTORY, 503, 8);
    const second = await place.startBot();
    place.server.post(place.general, place.member, CHAT);
    await until('the live one', async () => (await second.store.counts.total(guildId)) === 2);
    await until('a card', () => place.cards().length === 1, 20_000);
  }, 40_000);

  it('of a message that is not assessed yet mark its card', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    await bot.app.idle();
    const message = place.server.post(place.general, place.member, CALL);
    place.server.delete(message);
    await until('the mark', () => place.cards()[0]?.embeds[0]?.description?.includes('Deleted in Discord') === true);
  });

  it('of a message nobody knows do no harm', async () => {
    const place = await aCommunity();
    const early = place.server.post(place.general, place.member, CHAT);
    const bot = await place.startBot();
    await bot.app.idle();
    place.server.edit(early, CALL);
    await until('a card', () => place.cards().length === 1);
    place.server.edit(early, CHAT);
    place.server.delete(early);
    await until('the mark', () => place.cards()[0]?.embeds[0]?.description?.includes('Deleted in Discord') === true);
    expect(await bot.store.counts.total(place.community.guildId)).toBe(1);
  });
});

describe('a database that is locked for a while', () => {
  it('costs no message, no edit and no deletion', async () => {
    const place = await aCommunity();
    const bot = await place.startBot();
    await bot.app.idle();
    const { guildId } = place.community;
    const edited = place.server.post(place.general, place.member, CHAT);
    await until('the message', async () => (await bot.store.counts.total(guildId)) === 1);
    const other = new Database(join(place.folder, 'data', 'didbon.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    place.server.post(place.general, place.member, CHAT);
    place.server.edit(edited, CALL);
    place.server.delete(edited);
    await until('the complaint', () => place.logged.some((line) => line.startsWith('error')), 20_000);
    other.exec('ROLLBACK');
    other.close();
    await until('both', async () => (await bot.store.counts.total(guildId)) === 2, 20_000);
    await until(
      'the card',
      () => place.cards()[0]?.embeds[0]?.description?.includes('Deleted in Discord') === true,
      20_000,
    );
  }, 60_000);
});
