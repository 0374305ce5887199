import type { WebSocket } from 'ws';

/** One bot's session. It outlives its socket, so that a dropped connection can be resumed without loss. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Which part of the guilds it serves. */
  readonly shard: readonly [id: number, count: number];
  socket: WebSocket | undefined;
  /** Milliseconds since 1970 since when no socket is attached; undefined while one is. */
  detachedMs: number | undefined;
  /** False once the session was forgotten: it serves its open socket to the end and no other. */
  resumable: boolean;
  readonly push: (name: string, json: string) => void;
  /** Every frame after this sequence number; undefined when the oldest of them are no longer kept. */
  readonly framesAfter: (sequence: number) => readonly string[] | undefined;
  readonly sequence: () => number;
}

/** What a new session is made from. */
export interface SessionDraft {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly socket: WebSocket | undefined;
  /** Characters of replayable frames kept at most. */
  readonly replayLimit: number;
  /** Hands a frame to the socket, if the gateway is in the mood. */
  readonly send: (socket: WebSocket, frame: string) => void;
}

/** Opens a session whose events are numbered from 1. */
export function openSession(draft: SessionDraft): Session {
  let frames: string[] = [];
  let firstKept = 1;
  let size = 0;
  let sequence = 0;

  const keep = (frame: string): void => {
    frames.push(frame);
    size += frame.length;
    if (size <= draft.replayLimit) return;
    // Half at once: dropping one by one would move the whole array for every event.
    const dropped = Math.ceil(frames.length / 2);
    size -= frames.slice(0, dropped).reduce((sum, old) => sum + old.length, 0);
    frames = frames.slice(dropped);
    firstKept += dropped;
  };

  const session: Session = {
    id: draft.id,
    intents: draft.intents,
    shard: draft.shard,
    socket: draft.socket,
    detachedMs: undefined,
    resumable: true,
    push: (name, json) => {
      sequence += 1;
      const frame = `{"op":0,"s":${sequence},"t":"${name}","d":${json}}`;
      keep(frame);
      if (session.socket !== undefined) draft.send(session.socket, frame);
    },
    framesAfter: (after) => {
      if (after > sequence || after < firstKept - 1) return undefined;
      return frames.slice(after - firstKept + 1);
    },
    sequence: () => sequence,
  };
  return session;
}
