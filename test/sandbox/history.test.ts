import { describe, expect, it } from '@jest/globals';
import { aBot, aDiscord, textChannel } from './a-discord.js';

async function aHistory(length: number) {
  const { server, channel, author } = await aDiscord();
  const ids = Array.from({ length }, (_, at) => server.post(channel, author, `${at}`));
  const place = await textChannel(await aBot(server), channel);
  const read = async (query: {
    readonly before?: string;
    readonly after?: string;
    readonly around?: string;
    limit?: number;
  }) =>
    [...(await place.messages.fetch({ cache: false, ...query })).values()].map((message) => Number(message.content));
  return { server, channel, ids, read, place };
}

describe('history', () => {
  it('is listed newest first, a hundred at most', async () => {
    const { read } = await aHistory(130);
    const page = await read({ limit: 100 });
    expect([page.length, page[0], page[99]]).toEqual([100, 129, 30]);
    await expect(read({ limit: 101 })).rejects.toMatchObject({ code: 50035 });
  });

  it('goes on before an id and after an id, the oldest of what follows first in line', async () => {
    const { ids, read } = await aHistory(10);
    expect(await read({ before: ids[5] ?? '', limit: 3 })).toEqual([4, 3, 2]);
    expect(await read({ after: ids[5] ?? '', limit: 3 })).toEqual([8, 7, 6]);
    expect(await read({ around: ids[5] ?? '', limit: 3 })).toEqual([6, 5, 4]);
    expect(await read({ after: '0', limit: 2 })).toEqual([1, 0]);
    expect(await read({ before: ids[0] ?? '' })).toEqual([]);
    expect(await read({ after: ids[9] ?? '' })).toEqual([]);
  });

  it('still finds its place beside a message that is gone', async () => {
    const { server, ids, read } = await aHistory(6);
    server.delete(ids[3] ?? '');
    expect(await read({ before: ids[3] ?? '', limit: 2 })).toEqual([2, 1]);
    expect(await read({ after: ids[3] ?? '', limit: 2 })).toEqual([5, 4]);
  });

  it('answers for one message, and 404 for one that is not there', async () => {
    const { server, ids, place } = await aHistory(2);
    expect((await place.messages.fetch(ids[1] ?? '')).content).toBe('1');
    server.delete(ids[1] ?? '');
    await expect(place.messages.fetch({ message: ids[1] ?? '', force: true })).rejects.toMatchObject({ code: 10008 });
  });

  it('ends with the channel', async () => {
    const { server, channel, read } = await aHistory(2);
    server.deleteChannel(channel);
    await expect(read({ limit: 10 })).rejects.toMatchObject({ status: 404, code: 10003 });
  });

  it('gives every message an id above the one before, even when the clock stands still or goes back', async () => {
    const moments = [5_000, 5_000, 4_000, 6_000].map((ms) => new Date(1_700_000_000_000 + ms));
    const { server, channel, author } = await aDiscord({
      clock: { now: () => moments.shift() ?? new Date(1_700_000_006_000) },
    });
    const ids = Array.from({ length: 6 }, (_, at) => BigInt(server.post(channel, author, `${at}`)));
    expect([...ids].sort((a, b) => (a < b ? -1 : 1))).toEqual(ids);
    expect(new Set(ids).size).toBe(6);
  });
});
