import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../src/domain/audit.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import { aFlag, flagsOnly, GUILD, minutesLater, NOON, OTHER_GUILD } from './store-samples.js';

const MODERATOR = toSnowflake('876543210987654321');
const MEMBER = { kind: 'user', id: '234567890123456789' } as const;
const KEEP = {
  deletedBefore: new Date(0),
  textBefore: new Date(0),
  confirmedBefore: new Date(0),
  countsBefore: new Date(0),
  auditBefore: new Date(0),
  now: minutesLater(60),
};

function anEntry(minute: number, overrides: Partial<AuditEntry> = {}): AuditEntry {
  return {
    guildId: GUILD,
    at: minutesLater(minute),
    actor: MODERATOR,
    action: 'timeout-author',
    subject: MEMBER,
    detail: { minutes: 10, because: 'confirmed' },
    ...overrides,
  };
}

export function auditContract(bench: () => StoreBench): void {
  const openWith = async (...entries: readonly AuditEntry[]): Promise<Store> => {
    const store = await bench().open();
    for (const entry of entries) await store.audit.record(entry);
    return store;
  };
  const readAll = (store: Store, guildId = GUILD) => store.audit.read(guildId, { after: 0, limit: 100 });
  const faults = async (store: Store) => (await store.audit.verify()).filter((check) => check.fault !== undefined);

  describe('the audit log', () => {
    it('keeps each act with its number, under pseudonyms that its own key resolves', async () => {
      const { audit } = await openWith(anEntry(1), anEntry(2, { action: 'pause', actor: 'operator', detail: {} }));
      const [first, second] = await audit.read(GUILD, { after: 0, limit: 10 });
      expect(first).toMatchObject({ guildId: GUILD, seq: 1, at: minutesLater(1), action: 'timeout-author' });
      expect(first?.detail).toEqual({ minutes: 10, because: 'confirmed' });
      expect(second).toMatchObject({ seq: 2, actor: 'operator', previousHash: first?.hash, subject: first?.subject });
      expect(JSON.stringify([first, second])).not.toMatch(/876543210987654321|234567890123456789/);
      expect(await audit.reveal(GUILD, first?.actor ?? '')).toEqual({ kind: 'user', id: MODERATOR });
      expect(await audit.reveal(GUILD, first?.subject?.pseudonym ?? '')).toEqual(MEMBER);
      expect(await audit.reveal(OTHER_GUILD, first?.actor ?? '')).toBeUndefined();
    });

    it('is read in stretches, from its beginning or from its end', async () => {
      const { audit } = await openWith(...[1, 2, 3, 4, 5].map((minute) => anEntry(minute)));
      const numbers = async (page: Parameters<typeof audit.read>[1]) =>
        (await audit.read(GUILD, page)).map((record) => record.seq);
      expect(await numbers({ after: 1, limit: 2 })).toEqual([2, 3]);
      expect(await numbers({ limit: 2 })).toEqual([4, 5]);
      expect(await numbers({ before: 4, limit: 2 })).toEqual([2, 3]);
    });

    it('is one a community, and nobody can compare the pseudonyms of two', async () => {
      const store = await openWith(
        anEntry(1),
        anEntry(2, { guildId: OTHER_GUILD }),
        anEntry(3, { guildId: undefined }),
      );
      expect(await store.audit.chains()).toEqual([undefined, GUILD, OTHER_GUILD]);
      const [here] = await readAll(store);
      const [there] = await readAll(store, OTHER_GUILD);
      expect(there?.seq).toBe(1);
      expect(there?.actor).not.toBe(here?.actor);
    });

    it('finds what was done by or to somebody', async () => {
      const other = { kind: 'user', id: '11' } as const;
      const { audit } = await openWith(anEntry(1), anEntry(2, { subject: other }), anEntry(3, { actor: 'didbon' }));
      const about = async (subject: Parameters<typeof audit.about>[1]) =>
        (await audit.about(GUILD, subject)).map((record) => record.seq);
      expect(await about(MEMBER)).toEqual([1, 3]);
      expect(await about({ kind: 'user', id: MODERATOR })).toEqual([1, 2]);
      expect(await about({ kind: 'user', id: '12' })).toEqual([]);
    });

    it('refuses ids and long texts as facts about an act', async () => {
      const { audit } = await bench().open();
      for (const detail of [{ who: MODERATOR }, { text: 'a'.repeat(101) }, { much: Number.NaN }])
        await expect(audit.record(anEntry(1, { detail }))).rejects.toThrow(RangeError);
      expect(await audit.chains()).toEqual([]);
    });

    it('chains rows that two stores write at once', async () => {
      const stores = [await bench().open(), await bench().open()];
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => stores[index % 2]?.audit.record(anEntry(index)) ?? Promise.resolve()),
      );
      const store = await bench().open();
      expect(await store.audit.verify()).toEqual([{ guildId: GUILD, entries: 20, fault: undefined }]);
      expect((await readAll(store)).map((record) => record.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    });

    it('takes in a verdict with the verdict itself, once', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1)));
      const decide = (kind: 'confirmed' | 'false-alarm') =>
        store.alerts.decide('flag-1', { kind, by: MODERATOR, at: NOON });
      const [one] = await Promise.all([decide('confirmed'), decide('false-alarm')]);
      const kind = one?.won === true ? 'confirmed' : 'false-alarm';
      const records = await readAll(store);
      expect(records).toHaveLength(1);
      expect(records[0]).toMatchObject({
        action: 'verdict',
        detail: { verdict: kind, category: 'join', level: 'review', language: 'tg' },
      });
      expect(await store.audit.about(GUILD, { kind: 'alert', id: 'flag-1' })).toEqual(records);
    });

    it('takes in what retention erased, and nothing where nothing was', async () => {
      const store = await bench().open();
      await store.ledger.commit(flagsOnly(aFlag(1), aFlag(2)));
      for (let time = 0; time < 2; time += 1)
        await store.flags.eraseExpired(GUILD, { ...KEEP, textBefore: minutesLater(1) });
      expect(await readAll(store)).toMatchObject([
        { action: 'erase', actor: 'didbon', detail: { because: 'retention', flags: 2 } },
      ]);
    });

    it('loses its oldest rows to retention, with their keys, and still verifies', async () => {
      const old = { kind: 'user', id: '99' } as const;
      const store = await openWith(anEntry(1, { subject: old }), anEntry(2), anEntry(3));
      const [oldest] = await readAll(store);
      await store.flags.eraseExpired(GUILD, { ...KEEP, auditBefore: minutesLater(2) });
      expect((await readAll(store)).map((record) => record.seq)).toEqual([2, 3]);
      expect(await store.audit.reveal(GUILD, oldest?.subject?.pseudonym ?? '')).toBeUndefined();
      expect(await store.audit.reveal(GUILD, oldest?.actor ?? '')).toEqual({ kind: 'user', id: MODERATOR });
      await store.flags.eraseExpired(GUILD, { ...KEEP, auditBefore: minutesLater(9) });
      await store.audit.record(anEntry(4));
      expect((await readAll(store)).map((record) => record.seq)).toEqual([4]);
      expect(await faults(store)).toEqual([]);
    });
  });

  describe('an audit log that was altered', () => {
    const alter = async (statement: string) => {
      const store = await openWith(...[1, 2, 3, 4].map((minute) => anEntry(minute)));
      await bench().ask(statement);
      return store;
    };

    it.each([
      ['changed', "update audit_entry set detail = '{}' where seq = 2", 2],
      ['moved in time', 'update audit_entry set at = at + 1 where seq = 3', 3],
      ['removed', 'delete from audit_entry where seq = 2', 2],
      ['removed at the end', 'delete from audit_entry where seq = 4', 4],
      ['removed at the beginning', 'delete from audit_entry where seq = 1', 1],
      ['swapped', 'update audit_entry set actor = subject, subject = actor where seq = 1', 1],
      ['cut off from its end', 'delete from audit_chain', 1],
    ])('is found where a row was %s', async (_how, statement, seq) => {
      expect(await faults(await alter(statement))).toMatchObject([{ guildId: GUILD, fault: { seq } }]);
    });

    it('is found where it was shortened together with the record of its end, also after more was written', async () => {
      const store = await alter('delete from audit_entry where seq > 2');
      const [, second] = await readAll(store);
      await bench().ask(`update audit_chain set last_seq = 2, last_hash = '${second?.hash}'`);
      expect(await faults(store)).toMatchObject([{ fault: { seq: 3 } }]);
      await store.audit.record(anEntry(5));
      expect((await readAll(store)).map((record) => record.action)).toContain('alteration-noticed');
      expect(await faults(store)).toMatchObject([{ fault: { seq: 3, what: 'rows before this one were altered' } }]);
    });

    it('is found where a row was slipped in after its end', async () => {
      const columns = 'at, actor, action, subject_kind, subject, detail, previous_hash, hash';
      const store = await alter(
        `insert into audit_entry (chain, seq, ${columns}) select chain, 5, ${columns} from audit_entry where seq = 1`,
      );
      expect(await faults(store)).toMatchObject([{ fault: { seq: 5 } }]);
    });
  });
}
