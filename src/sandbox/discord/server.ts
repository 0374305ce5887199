import fastify from 'fastify';
import type { Clock } from '../../ports/clock.js';
import { type Control, createControl } from './control/control.js';
import { type Gateway, openGateway } from './gateway/gateway.js';
import { serveRoutes } from './rest/answer.js';
import { ApiError } from './rest/api-error.js';
import { addBodyParsers } from './rest/body-parsers.js';
import { type Faults, openFaults } from './rest/faults.js';
import { NO_RATE_LIMITS, observedRateLimits } from './rest/rate-limits.js';
import { applicationRoutes } from './rest/routes-application.js';
import { messageRoutes } from './rest/routes-messages.js';
import { createWorld } from './world/world.js';

/** How the sandbox's Discord is to behave. */
export interface DiscordServerOptions {
  /** Ids, time stamps and rate limits follow it. */
  readonly clock: Pick<Clock, 'now'>;
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** What the bot logs in with. */
  readonly token?: string;
  readonly botName?: string;
  /** `discord`, the default, imitates the rates observed there; `none` lets everything through. */
  readonly rates?: 'discord' | 'none';
  /** Whether the application may use the message-content intent. Default: true. */
  readonly messageContent?: boolean;
  /** Whether the application may use the members intent. Default: true. */
  readonly guildMembers?: boolean;
  /** How often clients are told to beat. Default: Discord's 41,250 ms. */
  readonly heartbeatIntervalMs?: number;
  /** How long a session without a socket can be resumed. Default: three minutes. */
  readonly resumeWindowMs?: number;
  /** Characters of events kept for replay, per session. Default: 32 million. */
  readonly replayLimit?: number;
  /** Messages kept per channel; older ones are forgotten. Default: 250,000. */
  readonly keepPerChannel?: number;
  /** How many shards `GET /gateway/bot` recommends. Default: 1. */
  readonly shards?: number;
  /** The gateway address told to clients where it is not the server's own, as behind a fault proxy. */
  readonly gatewayUrl?: () => string;
}

/** A local Discord: REST v10 and gateway for one bot, and a hand on everything that people would do in it. */
export interface DiscordServer
  extends Control,
    Omit<Gateway, 'close' | 'pause' | 'unpause' | 'load' | 'logins'>,
    Pick<Faults, 'failNext' | 'requests'> {
  readonly port: number;
  /** For discord.js: `new Client({ rest: { api: apiUrl } })`. */
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  readonly token: string;
  readonly botId: string;
  readonly applicationId: string;
  /** Cuts every connection and takes none until resumed; sessions survive it, unless they are forgotten meanwhile. */
  readonly pauseGateway: () => void;
  readonly resumeGateway: () => void;
  readonly gateway: Pick<Gateway, 'load' | 'logins'>;
  /** Resolves once no client is far behind in reading; what a fast poster awaits so that memory stays flat. */
  readonly drained: (signal?: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where a client that reads too slowly makes posters wait. */
const BEHIND_BYTES = 1024 * 1024;

/** Starts a Discord on the loopback address. Nothing outside this machine can reach it. */
export async function startDiscordServer(options: DiscordServerOptions): Promise<DiscordServer> {
  const token = options.token ?? 'sandbox';
  const world = createWorld({
    clock: options.clock,
    botName: options.botName ?? 'Didbon',
    keepPerChannel: options.keepPerChannel ?? 250_000,
  });
  world.application.messageContent = options.messageContent ?? true;
  world.application.guildMembers = options.guildMembers ?? true;

  const app = fastify({ bodyLimit: 30 * 1024 * 1024, forceCloseConnections: true });
  const place = { port: 0 };
  const gatewayUrl = options.gatewayUrl ?? (() => `ws://127.0.0.1:${place.port}`);
  const faults = openFaults();
  const limits = options.rates === 'none' ? NO_RATE_LIMITS : observedRateLimits(world);
  addBodyParsers(app);
  app.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof ApiError) return reply.code(error.status).send({ message: error.message, code: error.code });
    return reply.code(500).send({ message: '500: Internal Server Error', code: 0 });
  });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ message: '404: Not Found', code: 0 }));
  const routes = [...applicationRoutes(world, gatewayUrl, options.shards ?? 1), ...messageRoutes(world, () => [])];
  serveRoutes(app, routes, { token, limits, faults });
  const gateway = openGateway(world, app.server, {
    token,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    replayLimit: options.replayLimit ?? 32_000_000,
    resumeWindowMs: options.resumeWindowMs ?? 180_000,
    url: gatewayUrl,
  });
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const address = app.server.address();
  if (typeof address === 'object' && address !== null) place.port = address.port;

  return {
    ...createControl(world),
    failNext: faults.failNext,
    requests: faults.requests,
    disconnectAll: gateway.disconnectAll,
    forgetSessions: gateway.forgetSessions,
    silence: gateway.silence,
    gateway,
    pauseGateway: gateway.pause,
    resumeGateway: gateway.unpause,
    port: place.port,
    apiUrl: `http://127.0.0.1:${place.port}/api`,
    gatewayUrl: gatewayUrl(),
    token,
    botId: world.bot.id,
    applicationId: world.application.id,
    drained: (signal) => drained(gateway, signal),
    close: async () => {
      gateway.close();
      await app.close();
    },
  };
}

async function drained(gateway: Gateway, signal: AbortSignal | undefined): Promise<void> {
  while (gateway.load().bufferedBytes > BEHIND_BYTES && signal?.aborted !== true)
    await new Promise((resolve) => setTimeout(resolve, 2));
}
