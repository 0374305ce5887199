import { setTimeout } from 'node:timers/promises';
import { type Client, type Message as DiscordMessage, Events, type PartialMessage, Status } from 'discord.js';
import type { Channel } from '../../domain/channel.js';
import { isSnowflake, type Snowflake, toSnowflake } from '../../domain/snowflake.js';
import type { Clock } from '../../ports/clock.js';
import type { Feed, FeedEvent } from '../../ports/feed.js';
import type { Log } from '../../ports/log.js';
import type { Meter } from '../../ports/meter.js';
import { guardPackets } from './guard-packets.js';
import { knownChannels } from './known-channels.js';
import { logIn } from './log-in.js';
import { toChannel } from './to-channel.js';
import { toCommand } from './to-command.js';
import { toMessage } from './to-message.js';
import { toPress } from './to-press.js';
import { translateError, whatFailed } from './translate-error.js';

type Listener = (event: FeedEvent) => void;

/**
 * discord.js takes its listener for errors off a connection that is still being made when the client is destroyed; should that
 * connection then fail, the error ends the process. So it is given this long to be made.
 */
const CONNECTING_MS = 500;

export interface FeedParts {
  readonly meter: Meter;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** The gateway through discord.js, which resumes by itself and waits out limits. */
export function discordFeed(client: Client, token: string, parts: FeedParts): Feed {
  const { log } = parts;
  const login = { pending: false };
  return {
    async start(listener) {
      tellLosses(client, listener, parts);
      tellSessions(client, listener);
      tellMessages(client, listener, log);
      tellChannels(client, listener);
      tellAccess(client, listener);
      tellPresses(client, listener, log);
      tellCommands(client, listener, log);
      tellTrouble(client, listener, log);
      login.pending = true;
      await logIn(client, token).finally(() => {
        login.pending = false;
      });
      tellLostToken(client, listener, log);
    },
    channels: (guildId) => knownChannels(client, guildId),
    isConnected: () => client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready),
    isIn: (guildId) => client.guilds.cache.has(guildId),
    async stop() {
      if (login.pending) await setTimeout(CONNECTING_MS);
      await client.destroy();
    },
  };
}

/**
 * A session is announced at the very packet that opens it, before any message of it: discord.js's own ready event
 * comes later, when all guilds have arrived, and messages may come in between. A community that comes back from an outage of
 * Discord's, or that we join, begins a session of its own: nobody told us of what came before.
 */
function tellSessions(client: Client, listener: Listener): void {
  const awaited = new Map<number, readonly Snowflake[]>();
  client.on(Events.Raw, (packet: unknown, shard: unknown) => {
    const guilds = readyGuilds(packet);
    if (guilds === undefined || typeof shard !== 'number') return;
    awaited.set(shard, guilds);
    listener({ kind: 'session', guildIds: guilds });
  });
  client.on(Events.ShardReady, (shard) => {
    const guildIds = awaited.get(shard) ?? [];
    awaited.delete(shard);
    listener({ kind: 'ready', guildIds });
  });
  for (const there of [Events.GuildCreate, Events.GuildAvailable] as const) {
    client.on(there, (guild) => {
      const guildIds = [toSnowflake(guild.id)];
      // The whole session is announced as soon as all its communities are known.
      if (awaited.get(guild.shardId)?.some((id) => guildIds.includes(id))) return;
      listener({ kind: 'session', guildIds });
      listener({ kind: 'ready', guildIds });
    });
  }
  client.on(Events.GuildDelete, (guild) => listener({ kind: 'left', guildId: toSnowflake(guild.id) }));
}

function readyGuilds(packet: unknown): readonly Snowflake[] | undefined {
  if (!isObject(packet) || packet['t'] !== 'READY' || !isObject(packet['d'])) return undefined;
  const guilds = packet['d']['guilds'];
  if (!Array.isArray(guilds)) return [];
  return guilds.flatMap((guild: unknown) =>
    isObject(guild) && typeof guild['id'] === 'string' ? [toSnowflake(guild['id'])] : [],
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A packet that cannot be read is counted and named, never quoted; what was lost with it is told before what came after it. */
function tellLosses(client: Client, listener: Listener, { meter, clock, log }: FeedParts): void {
  /** The community where it is one of ours, else all of the shard. */
  const guildsAt = (shard: number, guildId: unknown): readonly Snowflake[] => {
    if (isSnowflake(guildId) && client.guilds.cache.has(guildId)) return [guildId];
    const ofShard = [...client.guilds.cache.values()].filter((guild) => guild.shardId === shard);
    return ofShard.map(({ id }) => toSnowflake(id));
  };
  guardPackets(client, {
    clock,
    onFault(fault, shard) {
      meter.count('packets_unread', { ...fault });
      log.warn('a packet of the gateway was not read', { ...fault, shard });
    },
    onLost({ shard, guildId, channelId, changes }) {
      const channel = toChannel((isSnowflake(channelId) && client.channels.cache.get(channelId)) || null);
      const guildIds = channel === undefined ? guildsAt(shard, guildId) : [channel.guildId];
      listener({ kind: 'lost', guildIds, channel, changes });
    },
    onDoubt: ({ shard, guildId }) => listener({ kind: 'doubt', guildIds: guildsAt(shard, guildId) }),
  });
}

function tellMessages(client: Client, listener: Listener, log: Log): void {
  const tell = (kind: 'message' | 'edit', theirs: DiscordMessage): void => {
    if (theirs.author.id === client.user?.id) return;
    const message = toMessage(theirs);
    const channel = toChannel(theirs.channel);
    if (message && channel) listener({ kind, message, channel });
  };
  client.on(Events.MessageCreate, (message) => tell('message', message));
  client.on(Events.MessageUpdate, (_before, after) => {
    whole(after)
      .then((message) => tell('edit', message))
      .catch((error: unknown) =>
        log.warn('an edited message could not be read', {
          channel: after.channelId,
          error: translateError(error, 'reading an edit').message,
        }),
      );
  });
  client.on(Events.MessageDelete, (message) => tellDeleted(listener, message.guildId, [message.id]));
  client.on(Events.MessageBulkDelete, (messages, channel) =>
    tellDeleted(listener, channel.guildId, [...messages.keys()]),
  );
}

/** Discord may tell of an edit by its id alone. */
async function whole(message: DiscordMessage | PartialMessage): Promise<DiscordMessage> {
  return message.partial ? await message.fetch() : message;
}

function tellDeleted(listener: Listener, guildId: string | null, ids: readonly string[]): void {
  if (guildId !== null) listener({ kind: 'deletion', guildId: toSnowflake(guildId), messageIds: ids.map(toSnowflake) });
}

function tellChannels(client: Client, listener: Listener): void {
  const tell = (channel: Channel | undefined): void => {
    if (channel) listener({ kind: 'channel', channel });
  };
  const gone = (guildId: string, channelId: string): void =>
    listener({ kind: 'channel-gone', guildId: toSnowflake(guildId), channelId: toSnowflake(channelId) });
  client.on(Events.ChannelCreate, (channel) => tell(toChannel(channel)));
  client.on(Events.ThreadCreate, (thread) => tell(toChannel(thread)));
  client.on(Events.ThreadListSync, (threads) => {
    for (const thread of threads.values()) tell(toChannel(thread));
  });
  client.on(Events.ChannelUpdate, (_before, after) => {
    tell(toChannel(after));
    // Threads have no permissions of their own.
    if ('threads' in after) for (const thread of after.threads.cache.values()) tell(toChannel(thread));
  });
  client.on(Events.ThreadUpdate, (_before, after) => tell(toChannel(after)));
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) gone(channel.guildId, channel.id);
  });
  client.on(Events.ThreadDelete, (thread) => gone(thread.guildId, thread.id));
}

/** Roles decide which channels we may read; a change of them is told for the whole community at once. */
function tellAccess(client: Client, listener: Listener): void {
  const tell = (guild: { readonly id: string }): void => listener({ kind: 'access', guildId: toSnowflake(guild.id) });
  client.on(Events.GuildRoleUpdate, (before, after) => {
    if (before.permissions.bitfield !== after.permissions.bitfield) tell(after.guild);
  });
  client.on(Events.GuildRoleDelete, (role) => tell(role.guild));
  client.on(Events.GuildMemberUpdate, (_before, after) => {
    if (after.id === client.user?.id) tell(after.guild);
  });
}

function tellPresses(client: Client, listener: Listener, log: Log): void {
  client.on(Events.InteractionCreate, (interaction) => {
    toPress(interaction, log)
      .then((press) => press && listener({ kind: 'press', press }))
      .catch((error: unknown) =>
        log.warn('a press could not be read', { error: translateError(error, 'reading a press').message }),
      );
  });
}

function tellCommands(client: Client, listener: Listener, log: Log): void {
  client.on(Events.InteractionCreate, (interaction) => {
    toCommand(interaction, log)
      .then((command) => command && listener({ kind: 'command', command }))
      .catch((error: unknown) =>
        log.warn('a command could not be read', { error: translateError(error, 'reading a command').message }),
      );
  });
}

function tellTrouble(client: Client, listener: Listener, log: Log): void {
  client.on(Events.Error, (error) => log.error('discord.js reports an error', { error: whatFailed(error) }));
  client.on(Events.Warn, (message) => log.warn('discord.js warns', { message }));
  client.on(Events.ShardError, (error, shard) =>
    log.warn('the gateway reports an error', { shard, error: whatFailed(error) }),
  );
  client.on(Events.ShardDisconnect, (event, shard) => {
    log.error('the gateway closed for good', { shard, code: event.code });
    listener({ kind: 'closed', code: event.code });
  });
  client.on(Events.ShardReconnecting, (shard) => log.info('the gateway reconnects', { shard }));
  client.on(Events.ShardResume, (shard, replayed) => log.info('the gateway session resumed', { shard, replayed }));
}

/** discord.js drops a token that was refused once, and answers nothing from then on. Interactions have tokens of their own, which expire. */
function tellLostToken(client: Client, listener: Listener, log: Log): void {
  client.rest.on('response', ({ route }, { status }) => {
    if (status !== 401 || /^\/(?:webhooks|interactions)\//.test(route)) return;
    log.error('Discord refuses the token', { status });
    listener({ kind: 'closed', code: status });
  });
}
