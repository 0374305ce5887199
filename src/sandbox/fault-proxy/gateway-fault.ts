/**
 * Says what becomes of each frame that the gateway sends: none is dropped, two are doubled, others come in its place. Connections
 * are told apart by identity: what was sent on one never arrives on another.
 */
export type GatewayFault = (frame: string, connection: object) => readonly string[];

/** Between 0 and 1, the same for the same seed. */
export type Chance = () => number;

/** Loses some frames. */
export function drop(share: number, chance: Chance): GatewayFault {
  return (frame) => (isEvent(frame) && chance() < share ? [] : [frame]);
}

/** Sends some frames twice. */
export function double(share: number, chance: Chance): GatewayFault {
  return (frame) => (isEvent(frame) && chance() < share ? [frame, frame] : [frame]);
}

/** Holds some frames back until the next of their connection has gone; where none comes, they are lost. */
export function reorder(share: number, chance: Chance): GatewayFault {
  const held = new WeakMap<object, string>();
  return (frame, connection) => {
    const before = held.get(connection);
    if (before === undefined && isEvent(frame) && chance() < share) {
      held.set(connection, frame);
      return [];
    }
    held.delete(connection);
    return before === undefined ? [frame] : [frame, before];
  };
}

/** Cuts some frames off in the middle, so that they are no JSON any more. */
export function corrupt(share: number, chance: Chance): GatewayFault {
  return (frame) => (isEvent(frame) && chance() < share ? [frame.slice(0, Math.ceil(frame.length / 2))] : [frame]);
}

/** Handshakes and heartbeats come through: what befalls these, a connection that is cut or silent shows. */
function isEvent(frame: string): boolean {
  return frame.startsWith('{"op":0,');
}
