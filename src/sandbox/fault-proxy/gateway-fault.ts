/** Says what becomes of each frame that the gateway sends: none is dropped, two are doubled, others come in its place. */
export type GatewayFault = (frame: string) => readonly string[];

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

/** Holds some frames back until the next has gone. */
export function reorder(share: number, chance: Chance): GatewayFault {
  const held: string[] = [];
  return (frame) => {
    if (isEvent(frame) && held.length === 0 && chance() < share) {
      held.push(frame);
      return [];
    }
    return [frame, ...held.splice(0)];
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
