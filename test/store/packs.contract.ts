import { describe, expect, it } from '@jest/globals';
import type { PackDifference, PackTrial } from '../../src/domain/pack-trial.js';
import type { Publication } from '../../src/domain/publication.js';
import { MOST_DIFFERENCES } from '../../src/store/pack-stores.js';
import { rotateKey } from '../../src/store/rotate-key.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, flagsOnly, GUILD, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

const ARCHIVE = Buffer.from('pack.yaml\0and what is in it');

export function packsContract(bench: () => StoreBench): void {
  describe('kept packs', () => {
    it('come back as they were kept, by the hash of their content', async () => {
      const { packBlobs } = await bench().open();
      const hash = await packBlobs.keep(ARCHIVE, 'small@1+0', NOON);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(Buffer.from((await packBlobs.read(hash)) ?? [])).toEqual(ARCHIVE);
    });

    it('are kept once, however often', async () => {
      const { packBlobs } = await bench().open();
      const kept = [await packBlobs.keep(ARCHIVE, 'small@1+0', NOON), await packBlobs.keep(ARCHIVE, 'small@1+0', NOON)];
      expect(kept[0]).toBe(kept[1]);
      expect(await packBlobs.list()).toEqual([{ hash: kept[0], pack: 'small@1+0' }]);
    });

    it('are undefined under a hash that nobody kept', async () => {
      expect(await (await bench().open()).packBlobs.read('0'.repeat(64))).toBeUndefined();
    });
  });

  describe('publications', () => {
    it('begin with nothing', async () => {
      const { publications } = await bench().open();
      expect(await publications.active()).toEqual({ revision: 0, hash: undefined });
      expect(await publications.list()).toEqual([]);
    });

    it('tell who made which pack active, when, why and how it differs', async () => {
      const { publications } = await bench().open();
      const first = await publications.activate(aPublication('a'), 0);
      const second = await publications.activate(
        { ...aPublication('b'), previous: 'a', kind: 'rollback', approvedBy: 'Olim', at: minutesLater(1) },
        1,
      );
      expect(await publications.list()).toEqual([first, second]);
      expect(second).toMatchObject({ number: 2, by: 'Zarina', why: 'a new word', changes: ['entry added: x'] });
      expect(await publications.active()).toEqual({ revision: 2, hash: 'b' });
    });

    it('stand in the audit log, each with the hash of its pack', async () => {
      const { publications, audit } = await bench().open();
      await publications.activate(aPublication('a'), 0);
      await publications.activate({ ...aPublication('b'), approvedBy: 'Olim' }, 1);
      await publications.activate({ ...aPublication('a'), kind: 'rollback' }, 2);
      expect(await publications.activate(aPublication('c'), 2)).toBeUndefined();
      const rows = await audit.read(undefined, { limit: 10 });
      expect(rows.map(({ action }) => action)).toEqual(['publish', 'approve', 'rollback']);
      expect(await audit.reveal(undefined, rows[1]?.subject?.pseudonym ?? '')).toEqual({ kind: 'pack', id: 'b' });
      expect(rows[1]?.detail).toEqual({ number: 2, pack: 'small@1+b', changes: 1 });
    });

    it('go to one of two who publish at once', async () => {
      const [one, two] = [await bench().open(), await bench().open()];
      const made = await Promise.all([
        one.publications.activate(aPublication('a'), 0),
        two.publications.activate(aPublication('b'), 0),
      ]);
      expect(made.filter((publication) => publication !== undefined)).toHaveLength(1);
      expect(await one.publications.list()).toHaveLength(1);
    });

    it('end the shadow of what they replace, in the same moment', async () => {
      const { publications, packTrials, audit } = await bench().open();
      await packTrials.begin(aTrial('one'));
      await publications.activate({ ...aPublication('a'), at: minutesLater(1) }, 0);
      expect(await packTrials.running()).toBeUndefined();
      expect(await packTrials.list()).toMatchObject([{ id: 'one', endedAt: minutesLater(1) }]);
      const rows = await audit.read(undefined, { limit: 10 });
      expect(rows.map(({ action }) => action)).toEqual(['shadow', 'shadow', 'publish']);
    });

    it('close the proposals, which are listed until then', async () => {
      const { publications } = await bench().open();
      const { kind: _kind, previous: _previous, approvedBy: _approvedBy, ...proposed } = aPublication('a');
      await publications.propose({ ...proposed, revision: 0 });
      await publications.propose({ ...proposed, revision: 0, why: 'said better' });
      expect(await publications.proposals()).toEqual([{ ...proposed, revision: 0, why: 'said better' }]);
      await publications.activate(aPublication('b'), 0);
      expect(await publications.proposals()).toEqual([]);
    });
  });

  describe('trials of packs', () => {
    it('run beside the bot one at a time, and are known after a restart', async () => {
      const first = await bench().open();
      expect(await first.packTrials.begin(aTrial('one'))).toBe(true);
      expect(await first.packTrials.begin(aTrial('two'))).toBe(false);
      const second = await bench().open();
      expect(await second.packTrials.running()).toEqual({ ...aTrial('one'), endedAt: undefined });
      expect(await second.packTrials.end('one', minutesLater(5))).toBe(true);
      expect(await second.packTrials.end('one', minutesLater(6))).toBe(false);
      expect(await first.packTrials.running()).toBeUndefined();
      expect(await first.packTrials.begin(aTrial('two'))).toBe(true);
    });

    it('count a message once, however often it is read', async () => {
      const { packTrials } = await bench().open();
      await packTrials.begin(aTrial('one'));
      const differences = [aDifference('m1'), aDifference('m2', { was: 'urgent', now: 'none' })];
      await packTrials.note('one', { compared: 10, differences, expiresAt: minutesLater(60) });
      const again = [aDifference('m1'), aDifference('m3', { was: 'none', now: 'watch' })];
      await packTrials.note('one', { compared: 5, differences: again, expiresAt: minutesLater(60) });
      const [counted] = await packTrials.list();
      expect(counted).toMatchObject({ compared: 15, gained: 1, lost: 1, moved: 1 });
      expect(await packTrials.differences('one')).toHaveLength(3);
    });

    it('keep the counts when the differences are past their time', async () => {
      const { packTrials } = await bench().open();
      await packTrials.begin(aTrial('one'));
      await packTrials.note('one', { compared: 1, differences: [aDifference('m1')], expiresAt: minutesLater(1) });
      expect((await packTrials.differences('one'))[0]?.link).toBe('https://discord.com/channels/1/2/m1');
      expect(await packTrials.eraseExpired(NOON)).toBe(0);
      expect(await packTrials.eraseExpired(minutesLater(2))).toBe(1);
      expect(await packTrials.differences('one')).toEqual([]);
      expect((await packTrials.list())[0]).toMatchObject({ gained: 1 });
    });

    it('only count what exceeds the differences that are kept', async () => {
      const { packTrials } = await bench().open();
      await packTrials.begin(aTrial('one'));
      const many = Array.from({ length: MOST_DIFFERENCES + 5 }, (_, n) => aDifference(`m${n}`, { link: undefined }));
      await packTrials.note('one', { compared: many.length, differences: many, expiresAt: minutesLater(60) });
      expect((await packTrials.list())[0]).toMatchObject({ gained: MOST_DIFFERENCES + 5 });
      expect(await packTrials.differences('one')).toHaveLength(MOST_DIFFERENCES);
    });

    it('leave nothing behind when they are dropped', async () => {
      const { packTrials } = await bench().open();
      await packTrials.begin({ ...aTrial('one'), kind: 'backtest' });
      await packTrials.note('one', { compared: 1, differences: [aDifference('m1')], expiresAt: minutesLater(60) });
      await packTrials.drop('one');
      expect(await packTrials.list()).toEqual([]);
      expect(await packTrials.differences('one')).toEqual([]);
    });
  });

  it('who published, and why, is read with another key; differences are gone, and their counts stay', async () => {
    const store = await bench().open();
    const made = await store.publications.activate(aPublication('a'), 0);
    await store.packTrials.begin(aTrial('one'));
    await store.packTrials.note('one', { compared: 1, differences: [aDifference('m1')], expiresAt: minutesLater(60) });
    await store.close();
    const newKey = 'c3'.repeat(32);
    await rotateKey({ database: bench().database, key: bench().key, newKey, at: NOON });
    const after = await bench().open({ key: { kind: 'given', text: newKey } });
    expect(await after.publications.list()).toEqual([made]);
    expect(await after.packTrials.differences('one')).toEqual([]);
    expect(await after.packTrials.list()).toMatchObject([{ gained: 1 }]);
  });

  it('differences go when somebody is forgotten', async () => {
    const store = await bench().open();
    await store.ledger.commit(flagsOnly(aFlag(1)));
    await store.packTrials.begin(aTrial('one'));
    const noted = { compared: 1, differences: [aDifference('m1')], expiresAt: minutesLater(60) };
    await store.packTrials.note('one', noted);
    await store.erasure.forget({ guildId: GUILD, kind: 'user', id: OTHER_GUILD, actor: 'operator', at: NOON });
    expect(await store.packTrials.differences('one')).toEqual([]);
  });
}

function aPublication(hash: string): Omit<Publication, 'number'> {
  return {
    kind: 'publish',
    ...{ hash, pack: `small@1+${hash}`, at: NOON, by: 'Zarina', why: 'a new word' },
    changes: ['entry added: x'],
    previous: undefined,
    approvedBy: undefined,
  };
}

function aTrial(id: string): Omit<PackTrial, 'endedAt'> {
  return {
    id,
    kind: 'shadow',
    ...{ hash: 'b', pack: 'small@2+b', against: 'small@1+a', source: 'live', startedAt: NOON },
  };
}

function aDifference(key: string, change: Partial<PackDifference> = {}): PackDifference {
  const link = `https://discord.com/channels/1/2/${key}`;
  return { key, language: 'tg', category: 'join', was: 'none', now: 'review', link, ...change };
}
