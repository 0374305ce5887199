import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { rotateKey } from '../../src/store/rotate-key.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, flagsOnly, GUILD, idOf, minutesLater, NOON } from './store-samples.js';

const NEW_KEY = 'c3'.repeat(32);
const MODERATOR = toSnowflake('876543210987654321');
const FORGOTTEN = toSnowflake('7009');
/** What is neither sealed nor hashed with the key, by column. */
const KEYLESS = /^(audit_entry|audit_chain\.last_hash|kysely)|\.(id|chain|pseudonym|name)$/;
const TABLES = [
  'review_event',
  'second_review',
  'pause',
  'flag',
  'audit_entry',
  'audit_chain',
  'audit_subject',
  'erasure',
  'meta',
];

/** A store with something in every place that the key protects. */
async function aFullStore(bench: StoreBench): Promise<Store> {
  const store = await bench.open();
  await store.ledger.commit(flagsOnly(aFlag(1), aFlag(2), aFlag(3, { authorId: FORGOTTEN })));
  await store.alerts.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: NOON }, NOON);
  await store.alerts.support('flag-2', MODERATOR, NOON);
  await store.reviews.mark('flag-2', { kind: 'held', by: MODERATOR, at: NOON, note: 'why' });
  await store.ledger.commit(flagsOnly(aFlag(5, { reportedBy: MODERATOR })));
  await store.secondReviews.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: NOON });
  await store.pauses.pause(GUILD, { by: MODERATOR, at: NOON, holdsUrgent: true });
  await store.erasure.forget({ guildId: GUILD, kind: 'user', id: FORGOTTEN, actor: 'operator', at: minutesLater(5) });
  return store;
}

export function rotateKeyContract(bench: () => StoreBench): void {
  const rotate = () =>
    rotateKey({ database: bench().database, key: bench().key, newKey: NEW_KEY, at: minutesLater(9) });
  const openAnew = () => bench().open({ key: { kind: 'given', text: NEW_KEY } });

  describe('another key', () => {
    it('opens everything that the old one did, and the old one nothing any more', async () => {
      const before = await (await aFullStore(bench())).alerts.find('flag-1');
      expect(await rotate()).toEqual({ flags: 3, unreadable: 0 });
      await expect(bench().open()).rejects.toThrow('is not the key');
      const store = await openAnew();
      expect(await store.alerts.find('flag-1')).toEqual(before);
      expect(await store.alerts.support('flag-2', MODERATOR, NOON)).toBe('same');
      expect(await store.flags.markDeleted(GUILD, [idOf(1)], NOON)).toBe(1);
      expect((await store.erasure.held(GUILD, aFlag(1).authorId)).flags).toHaveLength(3);
      expect((await store.alerts.find('flag-2'))?.marks?.hold).toEqual({
        by: MODERATOR,
        at: NOON,
        reason: 'why',
        copies: 1,
      });
      expect((await store.reviews.history('flag-2')).map(({ by, note }) => [by, note])).toContainEqual([
        MODERATOR,
        'why',
      ]);
      expect((await store.alerts.find('flag-5'))?.flag.reportedBy).toBe(MODERATOR);
      expect(await store.reviews.reportsBy(GUILD, MODERATOR, NOON)).toBe(1);
      expect((await store.pauses.find(GUILD))?.by).toBe(MODERATOR);
    });

    it('goes on with the audit log, its pseudonyms and what was forgotten', async () => {
      const [verdict] = await (await aFullStore(bench())).audit.read(GUILD, { after: 0, limit: 1 });
      await rotate();
      const store = await openAnew();
      await store.audit.record({ guildId: GUILD, at: NOON, actor: MODERATOR, action: 'pause' });
      const records = await store.audit.read(GUILD, { limit: 9 });
      expect(records.at(-1)?.actor).toBe(verdict?.actor);
      expect(await store.audit.reveal(GUILD, verdict?.actor ?? '')).toEqual({ kind: 'user', id: MODERATOR });
      expect((await store.audit.verify()).map(({ fault }) => fault)).toEqual([undefined, undefined]);
      expect(await store.audit.read(undefined, { limit: 9 })).toMatchObject([
        { action: 'key-rotate', detail: { flags: 3 } },
      ]);
      const again = await store.ledger.commit(flagsOnly(aFlag(9, { authorId: FORGOTTEN })));
      expect(again.newFlags).toEqual([]);
    });

    it('leaves no cell that the old one sealed or hashed', async () => {
      await aFullStore(bench());
      const before = await secretCells(bench());
      expect(before.size).toBeGreaterThan(12);
      await rotate();
      const after = await secretCells(bench());
      expect([...before].filter((cell) => after.has(cell))).toEqual([]);
    });

    it('leaves a flag as it is that somebody altered, and says so', async () => {
      await aFullStore(bench());
      await bench().ask("update flag set sealed = 'AAAA' where id = 'flag-2'");
      expect(await rotate()).toEqual({ flags: 3, unreadable: 1 });
      const store = await openAnew();
      expect((await store.alerts.find('flag-1'))?.flag).toMatchObject({ text: 'flat sample number 1' });
      await expect(store.alerts.find('flag-2')).rejects.toThrow('was altered');
    });

    it('leaves a pseudonym and a wish to be forgotten as they are that somebody altered, and says so', async () => {
      await aFullStore(bench());
      await bench().ask("update audit_subject set sealed = 'AAAA'");
      const { length } = await bench().ask('select * from audit_subject');
      await bench().ask("update erasure set sealed = 'AAAA'");
      expect(await rotate()).toEqual({ flags: 3, unreadable: length + 1 });
      expect((await (await openAnew()).alerts.find('flag-1'))?.flag).toMatchObject({ text: 'flat sample number 1' });
    });

    it('does not cover an audit log that was altered', async () => {
      await aFullStore(bench());
      await bench().ask("update audit_chain set last_seq = 1 where chain <> ''");
      await rotate();
      const faults = (await (await openAnew()).audit.verify()).filter(({ fault }) => fault !== undefined);
      expect(faults).toMatchObject([{ guildId: GUILD, fault: { seq: 2 } }]);
    });
  });
}

/** Values that look sealed or hashed: long, in base64. */
async function secretCells(bench: StoreBench): Promise<ReadonlySet<string>> {
  const cells = new Set<string>();
  for (const table of TABLES) {
    for (const row of await bench.ask(`select * from ${table}`)) {
      for (const [column, value] of Object.entries(Object(row)))
        if (typeof value === 'string' && /^[\w+/-]{30,}={0,2}$/.test(value) && !KEYLESS.test(`${table}.${column}`))
          cells.add(`${table}.${column} ${value}`);
    }
  }
  return cells;
}
