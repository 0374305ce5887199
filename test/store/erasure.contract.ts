import { describe, expect, it } from '@jest/globals';
import { ERASED_ID, type ErasedKind } from '../../src/domain/erasure.js';
import { firstIdAt, type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { BY_CHAIN, BY_GUILD } from '../../src/store/forget-community.js';
import type { Store } from '../../src/store/store.js';
import type { StoreBench } from './store-bench.js';
import {
  aBatch,
  aFlag,
  aMessage,
  CARD,
  CHANNEL,
  flagsOnly,
  GUILD,
  idOf,
  minutesLater,
  NOON,
  OTHER_CHANNEL,
  OTHER_GUILD,
} from './store-samples.js';

const AUTHOR = aFlag(1).authorId;
const OTHER = toSnowflake('7002');
const MODERATOR = toSnowflake('8001');
const LATER = minutesLater(30);
const KEEP = {
  deletedBefore: new Date(0),
  textBefore: new Date(0),
  confirmedBefore: new Date(0),
  countsBefore: minutesLater(-60),
  auditBefore: new Date(0),
  now: LATER,
};

export function erasureContract(bench: () => StoreBench): void {
  const aStore = async (): Promise<Store> => {
    const store = await bench().open();
    const elsewhere = aFlag(3, { channelId: OTHER_CHANNEL, authorId: OTHER });
    await store.ledger.commit(aBatch(1, 5, { flags: [aFlag(1), aFlag(2), elsewhere] }));
    await store.ledger.commit({ ...flagsOnly(aFlag(4, { guildId: OTHER_GUILD })), guildId: OTHER_GUILD });
    return store;
  };
  const forget = (store: Store, kind: ErasedKind, id: Snowflake) =>
    store.erasure.forget({ guildId: GUILD, kind, id, actor: 'operator', at: LATER });
  const forgetCommunity = (store: Store, canEditCards: boolean) =>
    store.erasure.forgetCommunity({ guildId: GUILD, actor: 'operator', at: LATER, canEditCards });
  const withText = async (store: Store) => {
    const found = await Promise.all([1, 2, 3, 4].map((n) => store.alerts.find(`flag-${n}`)));
    return found.flatMap((alert) => (alert?.flag.text === undefined ? [] : [alert.id]));
  };

  describe('forgetting', () => {
    it.each<[ErasedKind, Snowflake, readonly string[]]>([
      ['user', AUTHOR, ['flag-3', 'flag-4']],
      ['message', idOf(1), ['flag-2', 'flag-3', 'flag-4']],
      ['channel', OTHER_CHANNEL, ['flag-1', 'flag-2', 'flag-4']],
      ['user', toSnowflake('99'), ['flag-1', 'flag-2', 'flag-3', 'flag-4']],
    ])('a %s takes its flags in that community, and no others', async (kind, id, kept) => {
      const store = await aStore();
      expect(await forget(store, kind, id)).toEqual({ flags: 4 - kept.length, cards: 0, names: 0 });
      expect(await withText(store)).toEqual(kept);
      expect(await forget(store, kind, id)).toEqual({ flags: 0, cards: 0, names: 0 });
    });

    it('leaves the labels, and has the card say so', async () => {
      const store = await aStore();
      await store.alerts.markPosted('flag-1', CARD, NOON);
      expect(await forget(store, 'user', AUTHOR)).toEqual({ flags: 2, cards: 1, names: 0 });
      const [stale] = await store.staleCards.list(GUILD, 5);
      expect(stale?.alert).toMatchObject({
        id: 'flag-1',
        flag: { text: undefined, authorId: ERASED_ID, level: 'review' },
      });
    });

    it('takes a member of the team out of what they decided, and leaves the decision', async () => {
      const store = await aStore();
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: NOON });
      await store.alerts.support('flag-2', MODERATOR, NOON);
      // In each, and in its line of the history.
      expect(await forget(store, 'user', MODERATOR)).toEqual({ flags: 0, cards: 0, names: 4 });
      expect((await store.alerts.find('flag-1'))?.verdict).toEqual({ kind: 'confirmed', by: ERASED_ID, at: NOON });
      expect(await store.alerts.support('flag-2', OTHER, NOON)).toBe('first');
    });

    it('takes them out of the audit log, which still verifies', async () => {
      const store = await aStore();
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: NOON });
      const about = { kind: 'message', id: idOf(2) } as const;
      await store.audit.record({
        guildId: GUILD,
        at: NOON,
        actor: MODERATOR,
        action: 'delete-message',
        subject: about,
      });
      await forget(store, 'user', MODERATOR);
      await forget(store, 'user', AUTHOR);
      expect(await store.audit.about(GUILD, { kind: 'user', id: MODERATOR })).toEqual([]);
      expect(await store.audit.about(GUILD, about)).toEqual([]);
      const records = await store.audit.read(GUILD, { limit: 10 });
      expect(records.map((record) => record.action)).toEqual(['verdict', 'delete-message', 'erase', 'erase']);
      expect(records[3]?.detail).toEqual({ because: 'request', kind: 'user', flags: 2, cards: 0, names: 0 });
      expect(await store.audit.verify()).toMatchObject([{ guildId: GUILD, entries: 4, fault: undefined }]);
    });

    it('reaches also flags that somebody altered, of which nothing can be read', async () => {
      const store = await aStore();
      await bench().ask("update flag set sealed = 'AAAA' where id = 'flag-1'");
      expect((await store.erasure.held(GUILD, AUTHOR)).flags.map(({ flag }) => flag.id)).toEqual(['flag-2']);
      expect(await forget(store, 'user', AUTHOR)).toMatchObject({ flags: 2 });
      expect((await store.alerts.find('flag-1'))?.flag.text).toBeUndefined();
    });

    it('is not undone by reading the messages again, and does not hold for what is written later', async () => {
      const store = await aStore();
      await forget(store, 'user', AUTHOR);
      const later = aFlag(9, { messageId: firstIdAt(minutesLater(31)) });
      const { newFlags } = await store.ledger.commit(flagsOnly(aFlag(11, { messageId: idOf(1) }), later));
      expect(newFlags.map((flag) => flag.id)).toEqual(['flag-9']);
      const elsewhere = aFlag(12, { guildId: OTHER_GUILD, messageId: idOf(1) });
      const other = await store.ledger.commit({ ...flagsOnly(elsewhere), guildId: OTHER_GUILD });
      expect(other.newFlags).toHaveLength(1);
    });

    it('takes what was read of a channel, and keeps the total', async () => {
      const store = await aStore();
      await store.ledger.commit(aBatch(0, 0, { range: undefined, messages: [aMessage(50, { late: true })] }));
      await forget(store, 'channel', CHANNEL);
      expect(await store.ledger.channels(GUILD)).toEqual([]);
      expect(await store.counts.total(GUILD)).toBe(6);
      expect(await store.ledger.commit(aBatch(1, 5))).toMatchObject({ counted: 0 });
      expect(await store.ledger.commit(aBatch(1, 5, { channelId: OTHER_CHANNEL }))).toMatchObject({ counted: 5 });
    });
  });

  describe('what is held on a person', () => {
    it('is what they wrote, with what was decided and not by whom, and what they did', async () => {
      const store = await aStore();
      await store.alerts.decide('flag-1', { kind: 'false-alarm', by: MODERATOR, at: NOON });
      expect(await store.erasure.held(GUILD, AUTHOR)).toEqual({
        flags: [
          { flag: aFlag(1), verdict: { kind: 'false-alarm', at: NOON } },
          { flag: aFlag(2), verdict: undefined },
        ],
        acts: [],
      });
      expect(await store.erasure.held(GUILD, MODERATOR)).toMatchObject({ flags: [], acts: [{ action: 'verdict' }] });
      expect(await store.erasure.held(OTHER_GUILD, OTHER)).toEqual({ flags: [], acts: [] });
    });
  });

  describe('forgetting a community', () => {
    it('takes everything that bears its id, and leaves others alone', async () => {
      const store = await aStore();
      await store.alerts.decide('flag-1', { kind: 'confirmed', by: MODERATOR, at: NOON });
      await store.reportPosts.claim(GUILD, '2026-W09', NOON);
      await store.ledger.nameGap(GUILD, CHANNEL, { from: idOf(80), to: idOf(90) }, 'outage', NOON);
      await forget(store, 'message', idOf(1));
      expect(await forgetCommunity(store, false)).toMatchObject({ flags: 2, cards: 0 });
      expect(await rowsWith(GUILD)).toEqual([]);
      expect(await withText(store)).toEqual(['flag-4']);
      expect(await store.audit.read(undefined, { limit: 5 })).toMatchObject([
        { action: 'erase', actor: 'operator', subject: undefined, detail: { kind: 'guild', flags: 2 } },
      ]);
    });

    it('is not undone by a bot that is still there and reads the last hours again', async () => {
      const store = await aStore();
      await forgetCommunity(store, true);
      const later = aFlag(9, { messageId: firstIdAt(minutesLater(31)) });
      const { newFlags } = await store.ledger.commit(flagsOnly(aFlag(11, { messageId: idOf(1) }), later));
      expect(newFlags.map((flag) => flag.id)).toEqual(['flag-9']);
    });

    it('counts nothing again that was written before, however it comes, and all that is written afterwards', async () => {
      const store = await aStore();
      await forgetCommunity(store, true);
      const later = { from: idOf(1), to: firstIdAt(minutesLater(31)) };
      const late = aMessage(50, { late: true });
      const fresh = aMessage(0, { id: later.to });
      const again = await store.ledger.commit({ ...aBatch(1, 5), range: later, messages: [aMessage(1), late, fresh] });
      expect(again.counted).toBe(1);
      expect(await store.counts.total(GUILD)).toBe(1);
      expect(await store.ledger.ranges(CHANNEL)).toEqual([later]);
    });

    it('goes at once where the bot is not there, with cards that were erased before', async () => {
      const store = await aStore();
      await store.alerts.markPosted('flag-1', CARD, NOON);
      await forget(store, 'message', idOf(1));
      expect(await forgetCommunity(store, false)).toMatchObject({ flags: 2, cards: 0 });
      expect(await rowsWith(GUILD)).toEqual([]);
    });

    it('waits with the rows whose cards still show a text, and then drops them', async () => {
      const store = await aStore();
      await store.alerts.markPosted('flag-1', CARD, NOON);
      expect(await forgetCommunity(store, true)).toMatchObject({ flags: 3, cards: 1 });
      const [stale] = await store.staleCards.list(GUILD, 5);
      expect(stale?.alert).toMatchObject({ id: 'flag-1', card: CARD, verdict: undefined, flag: { text: undefined } });
      await store.flags.eraseExpired(GUILD, KEEP);
      expect(await store.staleCards.list(GUILD, 5)).toHaveLength(1);
      await store.staleCards.markFresh('flag-1', stale?.revision ?? -1);
      await store.flags.eraseExpired(GUILD, KEEP);
      expect(await rowsWith(GUILD)).toEqual([]);
    });

    it('counts from the first moment that the bot was not there, and not where it came back', async () => {
      const store = await aStore();
      expect(await store.erasure.leftAt(GUILD)).toBeUndefined();
      await store.erasure.setLeft(GUILD, NOON);
      await store.erasure.setLeft(GUILD, LATER);
      expect(await store.erasure.leftAt(GUILD)).toEqual(NOON);
      expect(await store.counts.total(GUILD)).toBe(5);
      await store.erasure.setLeft(GUILD, undefined);
      expect(await store.erasure.leftAt(GUILD)).toBeUndefined();
    });

    it('leaves its trace in the installation until that is past its time, too', async () => {
      const store = await aStore();
      await forgetCommunity(store, false);
      await store.erasure.expireInstallation(LATER);
      expect(await bench().ask('select * from erasure')).toHaveLength(1);
      await store.erasure.expireInstallation(minutesLater(31));
      expect(await bench().ask('select * from erasure')).toEqual([]);
      expect(await store.audit.read(undefined, { limit: 5 })).toEqual([]);
    });
  });

  /** Tables in which this id stands in a clear column. */
  async function rowsWith(guildId: Snowflake): Promise<readonly string[]> {
    const found = await Promise.all([
      ...['flag', ...BY_GUILD].map((table) => namesOf(table, `guild_id = '${guildId}'`)),
      ...BY_CHAIN.map((table) => namesOf(table, `chain = '${guildId}'`)),
    ]);
    return found.flat();
  }

  async function namesOf(table: string, where: string): Promise<readonly string[]> {
    return (await bench().ask(`select * from ${table} where ${where}`)).map(() => table);
  }
}
