import { expect } from '@jest/globals';
import type { Bot } from '../../src/compose/open-bot.js';
import type { IdRange } from '../../src/domain/coverage.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { CALL, until } from '../journeys/a-community.js';
import type { AFaultyCommunity } from './a-faulty-community.js';

/** What became of a community's messages. */
export interface Tally {
  readonly messages: number;
  readonly lost: number;
  readonly doubled: number;
  readonly alerts: number;
  readonly alertsLost: number;
  readonly alertsDoubled: number;
}

/** How long a bot may take to make good what a fault did, once that is over. */
const PATIENCE_MS = 60_000;

/**
 * Every message that stands in a channel has been assessed, and lies in a covered range or a named gap; as many are counted as
 * lie in the ranges; and every call has one card.
 */
export async function tally({ server, guild, channels, assessed, cards }: AFaultyCommunity, bot: Bot): Promise<Tally> {
  const { ledger, counts } = bot.store;
  const gaps = await ledger.gaps(toSnowflake(guild));
  const messages: { readonly content: string; readonly isCovered: boolean; readonly isNamed: boolean }[] = [];
  for (const channel of channels) {
    const ranges = await ledger.ranges(toSnowflake(channel));
    const named = gaps.filter((gap) => gap.channelId === channel);
    for (const { id, content } of server.messages(channel))
      messages.push({ content, isCovered: liesIn(ranges, id), isNamed: liesIn(named, id) });
  }
  const covered = messages.filter(({ isCovered }) => isCovered);
  const unread = covered.filter(({ content }) => !assessed.has(content));
  const unnamed = messages.filter(({ isCovered, isNamed }) => !isCovered && !isNamed);
  const counted = await counts.total(toSnowflake(guild));
  const calls = messages.flatMap(({ content }) => (content.startsWith(CALL) ? [content.slice(CALL.length + 1)] : []));
  const shown = cards().map((card) => /шавед! (\d+)/.exec(card.embeds[0]?.description ?? '')?.[1]);
  return {
    messages: messages.length,
    lost: unread.length + unnamed.length + Math.max(0, covered.length - counted),
    doubled: Math.max(0, counted - covered.length),
    alerts: calls.length,
    alertsLost: calls.filter((call) => !shown.includes(call)).length,
    alertsDoubled: shown.length - new Set(shown).size,
  };
}

function liesIn(ranges: readonly IdRange[], id: string): boolean {
  return ranges.some(({ from, to }) => BigInt(from) <= BigInt(id) && BigInt(id) <= BigInt(to));
}

/** Waits until nothing is lost and all is read, then that nothing comes twice; answers the tally and how long it took. */
export async function nothingLost(place: AFaultyCommunity, bot: Bot): Promise<Tally & { readonly recoveryMs: number }> {
  const from = performance.now();
  const total = () => bot.store.counts.total(toSnowflake(place.guild));
  const all = place.channels.reduce((sum, channel) => sum + place.server.messageCount(channel), 0);
  await until('all to be counted', async () => (await total().catch(() => 0)) >= all, PATIENCE_MS);
  await until('all cards', async () => (await tally(place, bot)).alertsLost === 0, PATIENCE_MS);
  const recoveryMs = Math.round(performance.now() - from);
  await bot.app.idle();
  const found = await tally(place, bot);
  expect(found).toEqual({ ...found, messages: all, lost: 0, doubled: 0, alertsLost: 0, alertsDoubled: 0 });
  return { ...found, recoveryMs };
}
