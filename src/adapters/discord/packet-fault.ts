import { GatewayDispatchEvents, InteractionType } from 'discord.js';
import { createdAt, isSnowflake } from '../../domain/snowflake.js';

/** A packet that could not be read, without anything that stood in it. */
export interface PacketFault {
  /** Discord's name of the event; `other` for one that nobody knows, `frame` where not even that could be read. */
  readonly event: string;
  /** What was wrong with it, e.g. `channel_id` or `TypeError`. */
  readonly reason: string;
}

/**
 * What is lost with a packet: a message, and its edit or deletion, can be looked at again, what is known of channels and roles
 * only begun anew. A press is lost, and Discord tells who pressed that it failed.
 */
export type Lost = 'message' | 'change' | 'state' | 'nothing';

const NAMES: ReadonlySet<string> = new Set(Object.values(GatewayDispatchEvents));

const DAY_MS = 86_400_000;

const CHANGES: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
]);

const STATE =
  /^(?:READY|(?:GUILD|CHANNEL|THREAD)_(?:CREATE|UPDATE|DELETE|LIST_SYNC)|GUILD_ROLE_\w+|GUILD_MEMBER_UPDATE)$/;

/** The name under which an event may be counted and logged: what stands there is Discord's to choose. */
export function eventName(event: unknown): string {
  return typeof event === 'string' && NAMES.has(event) ? event : 'other';
}

/**
 * What is wrong with the body of an event; undefined when it may be handled. Of a message as much as coverage hangs on must be
 * right: one with an id of the future would claim whatever comes until then. Of a deletion and of a press, what discord.js would
 * pass over without a word. What else is wrong, discord.js finds.
 */
export function faultIn(event: string, body: unknown, now: Date): string | undefined {
  if (!NAMES.has(event) || event === GatewayDispatchEvents.Resumed) return undefined;
  if (!isRecord(body)) return 'body';
  switch (event) {
    case GatewayDispatchEvents.MessageCreate:
      return faultInMessage(body, now) ?? faultInAuthorship(body);
    case GatewayDispatchEvents.MessageUpdate:
      return faultInMessage(body, now);
    case GatewayDispatchEvents.MessageDelete:
      return isSnowflake(body['id']) ? faultInPlace(body) : 'id';
    case GatewayDispatchEvents.MessageDeleteBulk:
      return areSnowflakes(body['ids']) ? faultInPlace(body) : 'ids';
    case GatewayDispatchEvents.InteractionCreate:
      return faultInInteraction(body);
    default:
      return undefined;
  }
}

type Body = Readonly<Record<string, unknown>>;

function faultInMessage(body: Body, now: Date): string | undefined {
  const { id } = body;
  return isSnowflake(id) && createdAt(id).getTime() <= now.getTime() + DAY_MS ? faultInPlace(body) : 'id';
}

function faultInPlace({ channel_id: channel, guild_id: guild }: Body): string | undefined {
  if (!isSnowflake(channel)) return 'channel_id';
  return guild === undefined || isSnowflake(guild) ? undefined : 'guild_id';
}

function faultInAuthorship({ author, content }: Body): string | undefined {
  if (!isRecord(author) || !isSnowflake(author['id'])) return 'author';
  return typeof content === 'string' ? undefined : 'content';
}

function areSnowflakes(ids: unknown): boolean {
  return Array.isArray(ids) && ids.every(isSnowflake);
}

const PRESSES: readonly unknown[] = [InteractionType.MessageComponent, InteractionType.ModalSubmit];

function faultInInteraction({ id, token, type, guild_id: guild, data }: Body): string | undefined {
  if (!isSnowflake(id)) return 'id';
  if (typeof token !== 'string') return 'token';
  if (typeof type !== 'number') return 'type';
  if (guild !== undefined && !isSnowflake(guild)) return 'guild_id';
  if (!PRESSES.includes(type)) return undefined;
  return isRecord(data) && typeof data['custom_id'] === 'string' ? undefined : 'custom_id';
}

/** What is lost where an event of this name cannot be handled. */
export function lostWith(event: string): Lost {
  if (event === GatewayDispatchEvents.MessageCreate) return 'message';
  return CHANGES.has(event) ? 'change' : STATE.test(event) ? 'state' : 'nothing';
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
