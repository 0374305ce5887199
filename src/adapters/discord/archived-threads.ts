import { type Client, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';
import type { Channel } from '../../domain/channel.js';
import type { Snowflake } from '../../domain/snowflake.js';
import { toChannel } from './to-channel.js';

const TO_LIST = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory];
/** Discord's maximum. */
const PAGE_SIZE = 100;

/** Makes a request when it is its turn. */
export type InTurn = <T>(ask: () => Promise<T>) => Promise<T>;

type Parent = Extract<GuildBasedChannel, { threads: unknown }>;

/** Public threads and forum posts archived since, newest first by channel. Private ones are only told to their members. */
export async function archivedThreads(
  client: Client,
  guildId: Snowflake,
  since: Date,
  inTurn: InTurn,
): Promise<readonly Channel[]> {
  const channels = client.guilds.cache.get(guildId)?.channels.cache.values() ?? [];
  const ids: string[] = [];
  for (const channel of channels) if (mayHoldThreads(channel)) ids.push(...(await archivedIn(channel, since, inTurn)));
  return ids.map((id) => toChannel(client.channels.cache.get(id) ?? null)).filter((thread) => thread !== undefined);
}

function mayHoldThreads(channel: GuildBasedChannel): channel is Parent {
  const me = channel.guild.members.me;
  return 'threads' in channel && me !== null && channel.permissionsFor(me, true).has(TO_LIST);
}

async function archivedIn(parent: Parent, since: Date, inTurn: InTurn): Promise<readonly string[]> {
  const found: string[] = [];
  for (let before: Date | undefined; ; ) {
    const span = { type: 'public', limit: PAGE_SIZE, ...(before ? { before } : {}) } as const;
    const { threads, hasMore } = await inTurn(() => parent.threads.fetchArchived(span));
    const recent = [...threads.values()].filter(({ archivedAt }) => archivedAt !== null && archivedAt >= since);
    found.push(...recent.map((thread) => thread.id));
    const oldest = recent.at(-1)?.archivedAt;
    if (!hasMore || recent.length < threads.size || !oldest) return found;
    before = oldest;
  }
}
