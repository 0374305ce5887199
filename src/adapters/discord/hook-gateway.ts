import { type Client, SimpleShardingStrategy, WebSocketShardDestroyRecovery } from 'discord.js';

/** What is called between the gateway and discord.js's handling of what it sends; shards by their number. */
export interface GatewayHooks {
  /** An event; `handle` lets discord.js handle it, and throws what that throws. */
  event(packet: unknown, shard: number, handle: () => void): void;
  /** Something about the connection, by discord.js's name of it (`hello`, `ready`, `resumed`, …); likewise. */
  connection(name: string, shard: number, handle: () => void): void;
  /** discord.js could not handle an event that it had put off until all communities are known. */
  failedLater(packet: unknown, shard: number, error: unknown): void;
  /** A frame was no JSON. */
  unreadable(shard: number): void;
  /** Something in a frame that is no event was not as it must be. */
  broken(shard: number, error: unknown): void;
  /** The number of the last packet that was handled, after which a session is resumed; undefined where that is not known. */
  handledTo(shard: number): number | undefined;
}

/** A hold on the connections. */
export interface GatewayControl {
  /** Connects anew and goes on with the session after what was handled last. */
  resume(shard: number): void;
  /** Connects anew and begins a new session, with which Discord tells everything anew. */
  renew(shard: number): void;
}

type Method = (...given: unknown[]) => unknown;

/**
 * Hooks into discord.js, before it logs in. It handles packets where nobody can catch what it throws, drops frames that are no
 * JSON without a word, and does not look at the numbers of packets; so this takes methods of its by name. Throws TypeError
 * where another version has not got them any more: then nothing would be guarded.
 */
export function hookGateway(client: Client, hooks: GatewayHooks): GatewayControl {
  const shards = new Map<number, object>();
  const now = { inEvent: false };

  wrapMethod(client.ws, 'handlePacket', (handle) => (packet, shard) => {
    if (now.inEvent) return handle(packet, shard);
    try {
      return handle(packet, shard);
    } catch (error) {
      hooks.failedLater(packet, numberIn(shard, 'id'), error);
      return false;
    }
  });

  client.options.ws = {
    ...client.options.ws,
    buildStrategy: (manager) => {
      wrapMethod(manager, 'emit', (emit) => (name, given) => {
        const handle = (): void => void emit(name, given);
        const shard = numberIn(given, 'shardId');
        if (name !== 'dispatch') return hooks.connection(String(name), shard, handle);
        now.inEvent = true;
        try {
          hooks.event(entryOf(given, 'data'), shard, handle);
        } finally {
          now.inEvent = false;
        }
      });
      const session = manager.options.retrieveSessionInfo;
      manager.options.retrieveSessionInfo = async (shard) => {
        const info = await session(shard);
        return info && { ...info, sequence: hooks.handledTo(shard) ?? info.sequence };
      };
      const strategy = new SimpleShardingStrategy(manager);
      wrapMethod(strategy, 'spawn', (spawn) => async (ids) => {
        await spawn(ids);
        for (const [id, shard] of shardsOf(strategy)) {
          hookShard(shard, id, hooks);
          wrapMethod(shard, 'internalConnect', (connect) => async () => {
            // A client that is destroyed while it waits to be greeted would connect again and again.
            if (Reflect.get(client.ws, 'destroyed') !== true) await connect();
          });
          shards.set(id, shard);
        }
      });
      return strategy;
    },
  };

  const reconnect = (shard: number, recover: WebSocketShardDestroyRecovery): void => {
    const one = shards.get(shard);
    const destroy: unknown = one && Reflect.get(one, 'destroy');
    if (one === undefined || typeof destroy !== 'function') return;
    Promise.resolve(Reflect.apply(destroy, one, [{ reason: 'packets were lost', recover }])).catch((error: unknown) =>
      hooks.broken(shard, error),
    );
  };
  return {
    resume: (shard) => reconnect(shard, WebSocketShardDestroyRecovery.Resume),
    renew: (shard) => reconnect(shard, WebSocketShardDestroyRecovery.Reconnect),
  };
}

function hookShard(shard: object, id: number, hooks: GatewayHooks): void {
  wrapMethod(shard, 'unpackMessage', (unpack) => async (data, isBinary) => {
    const packet = await unpack(data, isBinary);
    if (packet === null) hooks.unreadable(id);
    return packet;
  });
  wrapMethod(shard, 'onMessage', (take) => async (data, isBinary) => {
    try {
      await take(data, isBinary);
    } catch (error) {
      hooks.broken(id, error);
    }
  });
}

function shardsOf(strategy: SimpleShardingStrategy): readonly (readonly [number, object])[] {
  const shards: unknown = Reflect.get(strategy, 'shards');
  if (!(shards instanceof Map)) throw new TypeError('discord.js keeps its shards elsewhere');
  return [...shards].flatMap(([id, shard]: readonly [unknown, unknown]) =>
    typeof id === 'number' && typeof shard === 'object' && shard !== null ? [[id, shard] as const] : [],
  );
}

function wrapMethod(object: object, name: string, wrap: (original: Method) => Method): void {
  const original: unknown = Reflect.get(object, name);
  if (typeof original !== 'function') throw new TypeError(`discord.js has no ${name} any more`);
  const wrapped = wrap((...given) => Reflect.apply(original, object, given));
  Object.defineProperty(object, name, { value: wrapped, configurable: true, writable: true });
}

function numberIn(value: unknown, name: string): number {
  const found = entryOf(value, name);
  return typeof found === 'number' ? found : 0;
}

function entryOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
