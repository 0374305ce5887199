import { GatewayDispatchEvents } from 'discord.js';
import { createdAt, isSnowflake } from '../../domain/snowflake.js';

/** A packet that could not be read, without anything that stood in it. */
export interface PacketFault {
  /** Discord's name of the event; `other` for one that nobody knows, `frame` where not even that could be read. */
  readonly event: string;
  /** What was wrong with it, e.g. `channel_id` or `TypeError`. */
  readonly reason: string;
}

/** What is lost with a packet: a message or an edit can be read again, what is known of channels and roles only begun anew. */
export type Lost = 'message' | 'edit' | 'state' | 'nothing';

const NAMES: ReadonlySet<string> = new Set(Object.values(GatewayDispatchEvents));

const DAY_MS = 86_400_000;

const STATE =
  /^(?:READY|(?:GUILD|CHANNEL|THREAD)_(?:CREATE|UPDATE|DELETE|LIST_SYNC)|GUILD_ROLE_\w+|GUILD_MEMBER_UPDATE)$/;

/** The name under which an event may be counted and logged: what stands there is Discord's to choose. */
export function eventName(event: unknown): string {
  return typeof event === 'string' && NAMES.has(event) ? event : 'other';
}

/**
 * What is wrong with the body of an event; undefined when it may be handled. Of a message as much as coverage hangs on must be
 * right: one with an id of the future would claim whatever comes until then. What else is wrong, discord.js finds.
 */
export function faultIn(event: string, body: unknown, now: Date): string | undefined {
  if (!NAMES.has(event) || event === GatewayDispatchEvents.Resumed) return undefined;
  if (!isRecord(body)) return 'body';
  const { id, channel_id: channel, guild_id: guild, author, content } = body;
  const isCreate = event === GatewayDispatchEvents.MessageCreate;
  if (!isCreate && event !== GatewayDispatchEvents.MessageUpdate) return undefined;
  if (!isSnowflake(id) || createdAt(id).getTime() > now.getTime() + DAY_MS) return 'id';
  if (!isSnowflake(channel)) return 'channel_id';
  if (guild !== undefined && !isSnowflake(guild)) return 'guild_id';
  if (!isCreate) return undefined;
  if (!isRecord(author) || !isSnowflake(author['id'])) return 'author';
  return typeof content === 'string' ? undefined : 'content';
}

/** What is lost where an event of this name cannot be handled. */
export function lostWith(event: string): Lost {
  if (event === GatewayDispatchEvents.MessageCreate) return 'message';
  if (event === GatewayDispatchEvents.MessageUpdate) return 'edit';
  return STATE.test(event) ? 'state' : 'nothing';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
