import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { ApplicationFlags, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { apiGuildCreate } from '../api/api-guild.js';
import type { World } from '../world/world.js';
import { broadcast, servesGuild } from './broadcast.js';
import { type ConnectionHost, serveConnection } from './connection.js';
import { openSession, type Session } from './session.js';

/** How all connections are to be ended. */
export interface Disconnect {
  /** Whether the sessions can be resumed afterwards. Default: true. */
  readonly resume?: boolean;
  /** Close code of the WebSocket, e.g. 4000 or 4009; without code and `op` the socket is simply cut. */
  readonly code?: number;
  /** 7 asks clients to reconnect, 9 calls their session invalid (with `resume` as its answer). */
  readonly op?: 7 | 9;
}

/** The WebSocket side of the sandbox's Discord. */
export interface Gateway {
  readonly disconnectAll: (how?: Disconnect) => void;
  /** No session can be resumed any more; open connections go on being served until they end. */
  readonly forgetSessions: () => void;
  /** Refuses and cuts every connection until resumed; sessions stay, so that a client may still resume without loss. */
  readonly pause: () => void;
  readonly unpause: () => void;
  /** Half-open: sockets stay, but nothing is said any more, not even a heartbeat's acknowledgement. */
  readonly silence: (silent: boolean) => void;
  /** Sends every session an event as it is given, however wrong: Discord has done so. */
  readonly dispatch: (event: string, data: unknown) => void;
  /** Sessions with a socket, and bytes waiting to be read by the slowest of them. */
  readonly load: () => { readonly connected: number; readonly sessions: number; readonly bufferedBytes: number };
  readonly logins: () => Readonly<Logins>;
  readonly close: () => void;
}

/** What a gateway needs to know. */
export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** Characters of events kept for replay, per session. */
  readonly replayLimit: number;
  /** How long a session without a socket can be resumed. */
  readonly resumeWindowMs: number;
  /** The address clients are told to resume at. */
  readonly url: () => string;
  /** Counted up with every session begun or resumed. */
  readonly logins: Logins;
}

/** How many IDENTIFYs and RESUMEs were answered. */
export interface Logins {
  identified: number;
  resumed: number;
}

/** Starts answering WebSocket upgrades on the server with Discord's gateway protocol, version 10, JSON. */
export function openGateway(world: World, server: Server, options: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  const sessions = new Map<string, Session>();
  const mood = { paused: false, silent: false };
  const send = (socket: WebSocket, frame: string): void => {
    if (!mood.silent && socket.readyState === socket.OPEN) socket.send(frame);
  };

  const host = createHost(world, options, { sessions, send });
  world.subscribe((event) => {
    dropExpired(world, sessions, options.resumeWindowMs);
    broadcast(world, sessions.values(), event);
  });
  server.on('upgrade', (request, stream: Duplex, head) => {
    // Only browsers name an origin: a web page has no business here.
    if (mood.paused || request.headers.origin !== undefined) stream.destroy();
    else sockets.handleUpgrade(request, stream, head, (socket) => serveConnection(host, socket));
  });

  return {
    disconnectAll: (how = {}) => {
      if (how.op === 9) for (const session of sessions.values()) detach(world, session);
      if (how.resume === false) forget(sessions);
      for (const socket of sockets.clients) disconnect(socket, how, send);
    },
    forgetSessions: () => forget(sessions),
    pause: () => {
      mood.paused = true;
      for (const socket of sockets.clients) socket.terminate();
    },
    unpause: () => {
      mood.paused = false;
    },
    silence: (silent) => {
      mood.silent = silent;
    },
    dispatch: (event, data) => {
      for (const session of sessions.values()) session.push(event, JSON.stringify(data));
    },
    load: () => loadOf(sessions, sockets),
    logins: () => ({ ...options.logins }),
    close: () => shut(sockets),
  };
}

function shut(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) socket.terminate();
  sockets.close();
}

function loadOf(sessions: Map<string, Session>, sockets: WebSocketServer) {
  return {
    connected: [...sessions.values()].filter((session) => session.socket !== undefined).length,
    sessions: sessions.size,
    bufferedBytes: Math.max(0, ...[...sockets.clients].map((socket) => socket.bufferedAmount)),
  };
}

interface HostParts {
  readonly sessions: Map<string, Session>;
  readonly send: (socket: WebSocket, frame: string) => void;
}

function createHost(world: World, options: GatewayOptions, parts: HostParts): ConnectionHost {
  const { sessions, send } = parts;
  const { logins } = options;
  return {
    heartbeatIntervalMs: options.heartbeatIntervalMs,
    token: options.token,
    disallowedIntents: () => disallowedIntents(world),
    send,
    identify: (socket, intents, shard) => {
      logins.identified += 1;
      const id = `session-${world.nextId()}`;
      const session = openSession({ id, intents, shard, socket, replayLimit: options.replayLimit, send });
      sessions.set(id, session);
      greet(world, session, options.url());
      return session;
    },
    resume: (socket, sessionId, sequence) => {
      const session = sessions.get(sessionId);
      const missed = session?.framesAfter(sequence);
      if (session?.resumable !== true || missed === undefined) return undefined;
      logins.resumed += 1;
      session.socket?.close(4000, 'Resumed elsewhere.');
      session.socket = socket;
      session.detachedMs = undefined;
      for (const frame of missed) send(socket, frame);
      session.push(GatewayDispatchEvents.Resumed, '{}');
      return session;
    },
    detach: (session, socket) => {
      if (session.socket === socket) detach(world, session);
    },
  };
}

function detach(world: World, session: Session): void {
  session.socket = undefined;
  session.detachedMs = world.clock.now().getTime();
}

function forget(sessions: Map<string, Session>): void {
  for (const session of sessions.values()) session.resumable = false;
}

function greet(world: World, session: Session, url: string): void {
  const guilds = [...world.guilds.values()].filter((guild) => servesGuild(session.shard, guild.id));
  const ready = {
    v: 10,
    user: world.bot,
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    shard: session.shard,
    application: { id: world.application.id, flags: applicationFlags(world), flags_new: `${applicationFlags(world)}` },
  };
  session.push(GatewayDispatchEvents.Ready, JSON.stringify(ready));
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
  for (const guild of guilds)
    session.push(GatewayDispatchEvents.GuildCreate, JSON.stringify(apiGuildCreate(world, guild)));
}

/** What the application's flags say about its privileged intents. */
export function applicationFlags(world: World): number {
  const { messageContent, guildMembers, presences } = world.application;
  const content = messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0;
  const members = guildMembers ? ApplicationFlags.GatewayGuildMembersLimited : 0;
  return content | members | (presences ? ApplicationFlags.GatewayPresenceLimited : 0);
}

function disallowedIntents(world: World): number {
  const { messageContent, guildMembers, presences } = world.application;
  const content = messageContent ? 0 : GatewayIntentBits.MessageContent;
  const members = guildMembers ? 0 : GatewayIntentBits.GuildMembers;
  return content | members | (presences ? 0 : GatewayIntentBits.GuildPresences);
}

function disconnect(socket: WebSocket, how: Disconnect, send: (socket: WebSocket, frame: string) => void): void {
  const say = (op: GatewayOpcodes, d: unknown): void => send(socket, JSON.stringify({ op, d, s: null, t: null }));
  if (how.op === 7) say(GatewayOpcodes.Reconnect, null);
  else if (how.op === 9) say(GatewayOpcodes.InvalidSession, how.resume !== false);
  else if (how.code === undefined) socket.terminate();
  else socket.close(how.code);
}

function dropExpired(world: World, sessions: Map<string, Session>, windowMs: number): void {
  const oldest = world.clock.now().getTime() - windowMs;
  for (const session of sessions.values()) {
    if (session.detachedMs === undefined) continue;
    if (!session.resumable || session.detachedMs < oldest) sessions.delete(session.id);
  }
}
