import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { type JsonRecord, listOf, numberOf, parseJson, recordOf, textOf } from '../json.js';
import type { Session } from './session.js';

/** What one connection asks of the gateway behind it. */
export interface ConnectionHost {
  readonly heartbeatIntervalMs: number;
  readonly token: string;
  /** The privileged intent bits that the application may not use. */
  readonly disallowedIntents: () => number;
  readonly send: (socket: WebSocket, frame: string) => void;
  /** Opens a session and greets it with READY and its guilds. */
  readonly identify: (socket: WebSocket, intents: number, shard: readonly [number, number]) => Session;
  /** Attaches the socket to a known session and replays what it missed; undefined when that is impossible. */
  readonly resume: (socket: WebSocket, sessionId: string, sequence: number) => Session | undefined;
  readonly detach: (session: Session, socket: WebSocket) => void;
}

const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

/** Speaks the gateway protocol with one client until its socket closes. */
export function serveConnection(host: ConnectionHost, socket: WebSocket): void {
  let session: Session | undefined;
  const send = (op: GatewayOpcodes, d: unknown): void => host.send(socket, JSON.stringify({ op, d, s: null, t: null }));

  const heartbeats = watchHeartbeats(host.heartbeatIntervalMs, socket);

  const greet = (op: GatewayOpcodes, d: JsonRecord): void => {
    // A session that was called invalid is no longer this socket's: the client may resume it right here.
    if (session?.socket === socket) {
      socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      return;
    }
    const { token, session_id: sessionId, seq } = d;
    if (textOf(token)?.replace(/^Bot /, '') !== host.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return;
    }
    if (op === GatewayOpcodes.Identify) session = identify(host, socket, d);
    else session = host.resume(socket, textOf(sessionId) ?? '', numberOf(seq) ?? 0);
    if (session === undefined && op === GatewayOpcodes.Resume) send(GatewayOpcodes.InvalidSession, false);
  };

  socket.on('message', (raw) => {
    const frame = parseJson(raw.toString());
    const { op, d } = recordOf(frame);
    if (typeof op !== 'number') return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
    heartbeats.heard();
    if (op === GatewayOpcodes.Heartbeat) return send(GatewayOpcodes.HeartbeatAck, null);
    if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) return greet(op, recordOf(d));
    if (session === undefined) return socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    if (!(op in GatewayOpcodes)) socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
  });

  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    heartbeats.stop();
    if (session !== undefined) host.detach(session, socket);
  });
  send(GatewayOpcodes.Hello, { heartbeat_interval: host.heartbeatIntervalMs });
}

/** A client that stops beating is cut off after two intervals, as Discord does; its session stays. */
function watchHeartbeats(intervalMs: number, socket: WebSocket) {
  let silentFor = 0;
  const watch = setInterval(() => {
    silentFor += 1;
    if (silentFor > 2) socket.close(GatewayCloseCodes.SessionTimedOut, 'Session timed out.');
  }, intervalMs);
  watch.unref();
  return {
    heard: () => {
      silentFor = 0;
    },
    stop: () => clearInterval(watch),
  };
}

function identify(host: ConnectionHost, socket: WebSocket, d: JsonRecord): Session | undefined {
  const { intents: wanted, shard } = d;
  const intents = numberOf(wanted) ?? -1;
  if (intents < 0 || (intents & ~ALL_INTENTS) !== 0) {
    socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
    return undefined;
  }
  if ((intents & host.disallowedIntents()) !== 0) {
    socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
    return undefined;
  }
  const [id, count] = listOf(shard).map(Number);
  if (id === undefined || count === undefined) return host.identify(socket, intents, [0, 1]);
  if (id >= 0 && id < count) return host.identify(socket, intents, [id, count]);
  socket.close(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
  return undefined;
}
