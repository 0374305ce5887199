import { describe, expect, it } from '@jest/globals';
import { type Backtest, beginBacktest } from '../../src/publish/backtest.js';
import { judgeInForce, judgeOfFolder } from '../../src/publish/open-judges.js';
import { publishPack } from '../../src/publish/publish-pack.js';
import { minutesLater, NOON } from '../store/store-samples.js';
import { type APublishedStore, aPublishedStore, NEW_CALL, OLD_CALL, tradeVerbs } from './a-published-store.js';

/** A backtest of a working copy that knows another verb than the published pack. */
async function aBacktest(): Promise<{ readonly place: APublishedStore; readonly backtest: Backtest }> {
  const place = await aPublishedStore();
  const { folder, store, parts } = place;
  await publishPack({ folder, by: 'Zarina', why: 'first', secondApprover: false }, parts);
  tradeVerbs(place);
  const backtest = await beginBacktest({
    candidate: judgeOfFolder(folder),
    inForce: await judgeInForce(parts),
    trials: store.packTrials,
    trial: { id: 'one', source: '7 days of a test', startedAt: NOON },
    expiresAt: minutesLater(60),
  });
  return { place, backtest };
}

const link = (n: number): string => `https://discord.com/channels/1/2/${n}`;

describe('a backtest', () => {
  it('tells alerts gained and lost, with the reasons of the pack that alerts', async () => {
    const { backtest } = await aBacktest();
    const judge = (n: number, text: string) => backtest.judge({ key: String(n), text, link: link(n) });
    expect(judge(1, OLD_CALL)).toMatchObject({
      kind: 'lost',
      difference: { was: 'review', now: 'none', link: link(1) },
    });
    expect(judge(1, OLD_CALL)?.assessment.reasons.map(({ gloss }) => gloss)).toContain('join');
    expect(judge(2, NEW_CALL)).toMatchObject({ kind: 'gained', difference: { category: 'join', language: 'ru' } });
    expect(judge(3, 'Завтра идём на рынок.')).toBeUndefined();
  });

  it('stores counts and links and no text, and publishing says that it was run', async () => {
    const { place, backtest } = await aBacktest();
    for (const [n, text] of [OLD_CALL, NEW_CALL, 'Завтра идём на рынок.'].entries())
      backtest.judge({ key: String(n), text, link: link(n) });
    await backtest.finish(minutesLater(1));
    const [trial] = await place.store.packTrials.list();
    expect(trial).toMatchObject({ kind: 'backtest', compared: 3, gained: 1, lost: 1, endedAt: minutesLater(1) });
    const kept = await place.store.packTrials.differences('one');
    expect(kept.map((one) => one.link).sort()).toEqual([link(0), link(1)]);
    expect(JSON.stringify([trial, kept])).not.toContain('ИГИЛ');

    const { folder, parts } = place;
    const done = await publishPack({ folder, by: 'Zarina', why: 'tried', secondApprover: false }, parts);
    expect(done.trials).toMatchObject([{ id: 'one', source: '7 days of a test' }]);
  });

  it('is no trial when it died half-way', async () => {
    const { place, backtest } = await aBacktest();
    backtest.judge({ key: '1', text: NEW_CALL, link: link(1) });
    await backtest.store();
    const { folder, parts } = place;
    const done = await publishPack({ folder, by: 'Zarina', why: 'untried', secondApprover: false }, parts);
    expect(done.trials).toEqual([]);
  });

  it('leaves nothing behind when it is broken off', async () => {
    const { place, backtest } = await aBacktest();
    backtest.judge({ key: '1', text: NEW_CALL, link: link(1) });
    await backtest.store();
    await backtest.breakOff();
    expect(await place.store.packTrials.list()).toEqual([]);
    expect(await place.store.packTrials.differences('one')).toEqual([]);
  });

  it('needs a published pack to compare with', async () => {
    const { parts } = await aPublishedStore();
    await expect(judgeInForce(parts)).rejects.toThrow('nothing was published yet');
  });
});
