import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10';
import { may } from '../world/permissions.js';
import type { World, WorldEvent } from '../world/world.js';
import type { Session } from './session.js';

/**
 * Hands an event to every session that should learn of it: right shard, right intents, and a bot that may view the channel.
 * The text is serialised once per view, however many sessions there are.
 */
export function broadcast(world: World, sessions: Iterable<Session>, event: WorldEvent): void {
  if (!isVisible(world, event)) return;
  let full: string | undefined;
  let stripped: string | undefined;
  for (const session of sessions) {
    if (!servesGuild(session.shard, event.guildId)) continue;
    if (event.intents !== 0 && (event.intents & session.intents) === 0) continue;
    if (readsContent(world, session.intents)) {
      full ??= JSON.stringify(event.body({ readsContent: true }));
      session.push(event.name, full);
    } else {
      stripped ??= JSON.stringify(event.body({ readsContent: false }));
      session.push(event.name, stripped);
    }
  }
}

/** Whether a shard is the one that a guild belongs to. */
export function servesGuild([id, count]: readonly [number, number], guildId: string): boolean {
  return count <= 1 || (BigInt(guildId) >> 22n) % BigInt(count) === BigInt(id);
}

function isVisible(world: World, event: WorldEvent): boolean {
  if (event.channelId === undefined) return true;
  const channel = world.channels.get(event.channelId);
  return channel !== undefined && may(world, channel, world.bot.id, PermissionFlagsBits.ViewChannel);
}

function readsContent(world: World, intents: number): boolean {
  return world.application.messageContent && (intents & GatewayIntentBits.MessageContent) !== 0;
}
