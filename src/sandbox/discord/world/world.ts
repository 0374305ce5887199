import type {
  APIApplicationCommand,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  GatewayDispatchEvents,
  GuildChannelType,
} from 'discord-api-types/v10';
import type { Clock } from '../../../ports/clock.js';
import type { MessageLog } from './message-log.js';
import { createSnowflakes } from './snowflakes.js';

/** One member of one guild. */
export interface MemberState {
  readonly user: APIUser;
  readonly joinedMs: number;
  roleIds: readonly string[];
  nick: string | undefined;
  /** Milliseconds since 1970 until which the member may only read; undefined when not timed out. */
  timedOutUntilMs: number | undefined;
}

export interface ThreadState {
  readonly ownerId: string;
  readonly createdMs: number;
  readonly memberIds: Set<string>;
  archived: boolean;
  locked: boolean;
  archiveMs: number;
  totalSent: number;
}

export interface ChannelState {
  readonly id: string;
  readonly guildId: string;
  readonly type: Exclude<GuildChannelType, ChannelType.GuildDirectory>;
  readonly position: number;
  readonly log: MessageLog;
  readonly thread: ThreadState | undefined;
  name: string;
  topic: string | undefined;
  /** The category of a channel, the channel of a thread. */
  parentId: string | undefined;
  overwrites: readonly APIOverwrite[];
  lastMessageId: string | undefined;
}

export interface GuildState {
  readonly id: string;
  readonly joinedMs: number;
  readonly roles: Map<string, APIRole>;
  readonly members: Map<string, MemberState>;
  readonly commands: Map<string, APIApplicationCommand>;
  name: string;
  ownerId: string;
}

/** How much of a message a receiver may see. */
export interface View {
  readonly readsContent: boolean;
}

/** Something the gateway tells its sessions. */
export interface WorldEvent {
  readonly name: GatewayDispatchEvents;
  readonly guildId: string;
  /** Told only to a bot that may view this channel; undefined for what the whole guild learns. */
  readonly channelId: string | undefined;
  /** The intent bits of which a session needs at least one; 0 when every session is told. */
  readonly intents: number;
  readonly body: (view: View) => object;
}

/** The application behind the bot, with what its owner has switched on in Discord's developer portal. */
export interface ApplicationState {
  readonly id: string;
  readonly name: string;
  messageContent: boolean;
  guildMembers: boolean;
  presences: boolean;
}

/** Everything the sandbox's Discord knows. */
export interface World {
  readonly clock: Pick<Clock, 'now'>;
  readonly nextId: () => string;
  readonly application: ApplicationState;
  readonly bot: APIUser;
  readonly users: Map<string, APIUser>;
  readonly guilds: Map<string, GuildState>;
  readonly channels: Map<string, ChannelState>;
  readonly commands: Map<string, APIApplicationCommand>;
  /** Messages kept per channel; older ones are forgotten. */
  readonly keepPerChannel: number;
  readonly publish: (event: WorldEvent) => void;
  readonly subscribe: (listener: (event: WorldEvent) => void) => void;
}

/** What a new world is made from. */
export interface WorldOptions {
  readonly clock: Pick<Clock, 'now'>;
  readonly botName: string;
  readonly keepPerChannel: number;
}

/** Makes a Discord without guilds in which one application with one bot exists. */
export function createWorld(options: WorldOptions): World {
  const nextId = createSnowflakes(options.clock);
  const listeners: ((event: WorldEvent) => void)[] = [];
  const id = nextId();
  const bot: APIUser = {
    id,
    username: options.botName,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
  };
  return {
    clock: options.clock,
    nextId,
    application: { id, name: options.botName, messageContent: true, guildMembers: true, presences: true },
    bot,
    users: new Map([[id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    keepPerChannel: options.keepPerChannel,
    publish: (event) => {
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}

/** The channels of a guild in the order they were made, threads included. */
export function channelsOf(world: World, guildId: string): readonly ChannelState[] {
  return [...world.channels.values()].filter((channel) => channel.guildId === guildId);
}
