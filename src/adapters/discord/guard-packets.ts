import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { Clock } from '../../ports/clock.js';
import { type GatewayHooks, hookGateway } from './hook-gateway.js';
import { eventName, faultIn, isRecord, lostWith, type PacketFault } from './packet-fault.js';
import { type PacketSequence, packetSequence } from './packet-sequence.js';
import { seldomForEach } from './seldom.js';

/** What was lost for good within a session, as far as that is known: in the channel, else the guild, else anywhere on the shard. */
export interface LostPacket {
  readonly shard: number;
  readonly guildId: unknown;
  readonly channelId: unknown;
  /** Perhaps it was an edit or a deletion. */
  readonly changes: boolean;
}

export interface GuardParts {
  readonly clock: Pick<Clock, 'now'>;
  /** Told of every packet that was not handled. */
  readonly onFault: (fault: PacketFault, shard: number) => void;
  /** Told of a loss before anything that was sent after it is handled, unless {@link GuardParts.onDoubt} was. */
  readonly onLost: (lost: LostPacket) => void;
  /** Told, as early, when a message was passed over of which nobody knows in which channel it stands. Its loss is told at once or later. */
  readonly onDoubt: (where: Pick<LostPacket, 'shard' | 'guildId'>) => void;
}

/** A broken connection is taken up again at once, but no more often than this. Milliseconds. */
const RESUME_MS = [5_000, 60_000] as const;

/** A new session at once, then more and more seldom: Discord grants a bot 1,000 a day. */
const RENEW_MS = [120_000, 3_600_000] as const;

/** A channel that stays unknown and is talked in must not keep a community being read again. Milliseconds. */
const REREAD_MS = [5_000, 600_000] as const;

/**
 * Sees to it that no packet of the gateway ends the process, is lost unnoticed or is handled twice. What did not arrive is sent
 * again by Discord when the session is resumed; what arrives and cannot be handled is named, and told as lost.
 */
export function guardPackets(client: Client, { clock, onFault, onLost, onDoubt }: GuardParts): void {
  const sequences = new Map<number, PacketSequence>();
  const sequenceOf = (shard: number): PacketSequence => {
    const known = sequences.get(shard) ?? packetSequence();
    sequences.set(shard, known);
    return known;
  };
  const resumeSeldom = seldomForEach<number>(RESUME_MS);
  const renewSeldom = seldomForEach<number>(RENEW_MS);
  const rereadSeldom = seldomForEach<string | number>(REREAD_MS);
  const anywhere = (shard: number): void => onLost({ shard, guildId: undefined, channelId: undefined, changes: true });

  const failed = (packet: unknown, shard: number, reason: string): void => {
    const { t, d } = isRecord(packet) ? packet : {};
    const event = eventName(t);
    onFault({ event, reason }, shard);
    const lost = lostWith(event);
    if (lost === 'state') renewSeldom(shard, () => gateway.renew(shard));
    if (lost !== 'message' && lost !== 'change') return;
    const { guild_id: guildId, channel_id: channelId } = isRecord(d) ? d : {};
    onLost({ shard, guildId, channelId, changes: lost === 'change' });
  };

  /** We were not told of the channel, or its id is damaged and stands for one we know: the message may be missing anywhere. */
  const unplaced = (guildId: string, shard: number): void => {
    onFault({ event: GatewayDispatchEvents.MessageCreate, reason: UNKNOWN_CHANNEL }, shard);
    onDoubt({ shard, guildId });
    rereadSeldom(client.guilds.cache.has(guildId) ? guildId : shard, () =>
      onLost({ shard, guildId, channelId: undefined, changes: false }),
    );
    renewSeldom(shard, () => gateway.renew(shard));
  };

  /** Whether the packet is to be handled: it is the next one, or what is missing before it will not come. */
  const isItsTurn = (packet: Readonly<Record<string, unknown>>, shard: number): boolean => {
    const sequence = sequenceOf(shard);
    if (packet['t'] === GatewayDispatchEvents.Ready) sequence.begin(packet['s']);
    if (packet['t'] === GatewayDispatchEvents.Resumed) sequence.resumed(packet['s']);
    if (packet['t'] === GatewayDispatchEvents.Ready || packet['t'] === GatewayDispatchEvents.Resumed) return true;
    const turn = sequence.take(packet['s']);
    if (turn === 'resume') askAgain(shard, 'packets are missing');
    if (turn === 'after-loss') {
      onFault({ event: 'frame', reason: 'packets stay missing' }, shard);
      anywhere(shard);
    }
    return turn === 'next' || turn === 'after-loss';
  };

  const askAgain = (shard: number, reason: string): void => {
    onFault({ event: 'frame', reason }, shard);
    gateway.resume(shard);
  };

  const hooks: GatewayHooks = {
    event(packet, shard, handle) {
      if (!isRecord(packet)) return;
      if (!isItsTurn(packet, shard)) return;
      const wrong = faultIn(String(packet['t']), packet['d'], clock.now());
      if (wrong !== undefined) return failed(packet, shard, wrong);
      try {
        handle();
      } catch (error) {
        return failed(packet, shard, nameOf(error));
      }
      const guild = guildOfUnknownChannel(client, packet);
      if (guild !== undefined) unplaced(guild, shard);
    },
    connection(name, shard, handle) {
      if (name === 'hello') sequenceOf(shard).connected();
      // Told before its packet: the numbers of the session before must not be held against those of the new one.
      if (name === 'ready') sequenceOf(shard).begin(undefined);
      try {
        handle();
      } catch (error) {
        if (name === 'ready') failed({ t: GatewayDispatchEvents.Ready }, shard, nameOf(error));
        else hooks.broken(shard, error);
      }
    },
    failedLater: (packet, shard, error) => failed(packet, shard, nameOf(error)),
    unreadable(shard) {
      const turn = sequenceOf(shard).takeUnreadable();
      if (turn === 'resume') return askAgain(shard, 'no JSON');
      if (turn !== 'resuming') onFault({ event: 'frame', reason: 'no JSON' }, shard);
      if (turn === 'after-loss') anywhere(shard);
    },
    broken(shard, error) {
      onFault({ event: 'frame', reason: nameOf(error) }, shard);
      resumeSeldom(shard, () => gateway.resume(shard));
    },
    handledTo: (shard) => sequenceOf(shard).last(),
  };
  const gateway = hookGateway(client, hooks);
}

const UNKNOWN_CHANNEL = 'unknown channel';

/** The community of a message that discord.js passes over without a word, because it was not told of the channel; undefined for any other packet. */
function guildOfUnknownChannel(client: Client, { t, d }: Readonly<Record<string, unknown>>): string | undefined {
  if (t !== GatewayDispatchEvents.MessageCreate || !client.isReady() || !isRecord(d)) return undefined;
  const { channel_id: channel, guild_id: guild } = d;
  if (typeof channel !== 'string' || typeof guild !== 'string') return undefined;
  return client.channels.cache.has(channel) ? undefined : guild;
}

/** An error's name, without its message: that may quote what a member wrote. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
