import { randomBytes } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { type Control, createControl } from './control/control.js';
import { createPressControl, type PressControl } from './control/press.js';
import { createWaiting, type Waiting } from './control/waiting.js';
import { type Gateway, openGateway } from './gateway/gateway.js';
import type { DiscordServerOptions } from './options.js';
import { serveRoutes } from './rest/answer.js';
import { ApiError } from './rest/api-error.js';
import { addBodyParsers } from './rest/body-parsers.js';
import { type Faults, openFaults } from './rest/faults.js';
import { NO_RATE_LIMITS, observedRateLimits } from './rest/rate-limits.js';
import type { RestRoute } from './rest/route.js';
import { applicationRoutes } from './rest/routes-application.js';
import { channelRoutes } from './rest/routes-channels.js';
import { commandRoutes } from './rest/routes-commands.js';
import { guildRoutes } from './rest/routes-guilds.js';
import { interactionRoutes } from './rest/routes-interactions.js';
import { messageRoutes } from './rest/routes-messages.js';
import { threadRoutes } from './rest/routes-threads.js';
import { openUploads, uploadRoutes } from './rest/uploads.js';
import { type Interactions, openInteractions } from './world/interactions.js';
import { createWorld, type World } from './world/world.js';

export type { DiscordServerOptions } from './options.js';

/** A local Discord: REST v10 and gateway for one bot, and a hand on everything that people would do in it. */
export interface DiscordServer
  extends Control,
    PressControl,
    Waiting,
    Pick<Gateway, 'disconnectAll' | 'dispatch' | 'forgetSessions' | 'silence'>,
    Pick<Faults, 'failNext' | 'clearFailures' | 'requests'> {
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
  readonly close: () => Promise<void>;
}

/** Starts a Discord on the loopback address. Nothing outside this machine can reach it. */
export async function startDiscordServer(options: DiscordServerOptions): Promise<DiscordServer> {
  const world = worldOf(options);
  const interactions = openInteractions(world);
  const faults = openFaults();
  const token = options.token ?? `sandbox.${randomBytes(24).toString('base64url')}`;
  const logins = { identified: 0, resumed: 0 };
  const place = { port: 0 };
  const apiUrl = () => `http://127.0.0.1:${place.port}/api`;
  const gatewayUrl = options.gatewayUrl ?? (() => `ws://127.0.0.1:${place.port}`);

  const app = openApp();
  const limits = options.rates === 'none' ? NO_RATE_LIMITS : observedRateLimits(world);
  const routes = [
    ...applicationRoutes(world, { url: gatewayUrl, shards: options.shards ?? 1, logins }),
    ...routesOf(world, interactions, apiUrl),
  ];
  serveRoutes(app, routes, { token, limits, faults });
  const gateway = openGateway(world, app.server, { ...sessionLimits(options), token, url: gatewayUrl, logins });
  place.port = await listen(app, options.port ?? 0);

  return {
    ...createControl(world, interactions),
    ...createPressControl(world, interactions, patienceOf(options)),
    ...createWaiting(gateway, interactions),
    ...gatewayControl(gateway),
    failNext: faults.failNext,
    clearFailures: faults.clearFailures,
    requests: faults.requests,
    port: place.port,
    apiUrl: apiUrl(),
    gatewayUrl: gatewayUrl(),
    token,
    botId: world.bot.id,
    applicationId: world.application.id,
    close: async () => {
      gateway.close();
      await app.close();
    },
  };
}

function worldOf(options: DiscordServerOptions): World {
  const world = createWorld({
    clock: options.clock,
    botName: options.botName ?? 'Didbon',
    keepPerChannel: options.keepPerChannel ?? 100_000,
  });
  world.application.messageContent = options.messageContent ?? true;
  world.application.guildMembers = options.guildMembers ?? true;
  return world;
}

async function listen(app: FastifyInstance, port: number): Promise<number> {
  await app.listen({ host: '127.0.0.1', port });
  const address = app.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function openApp(): FastifyInstance {
  const app = fastify({ bodyLimit: 30 * 1024 * 1024, forceCloseConnections: true });
  addBodyParsers(app);
  app.setErrorHandler(async (error, _request, reply) => {
    if (error instanceof ApiError) return reply.code(error.status).send({ message: error.message, code: error.code });
    return reply.code(500).send({ message: `500: ${String(error)}`, code: 0 });
  });
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ message: '404: Not Found', code: 0 }));
  return app;
}

function routesOf(world: World, interactions: Interactions, apiUrl: () => string): readonly RestRoute[] {
  const uploads = openUploads(world, apiUrl);
  return [
    ...messageRoutes(world, uploads.keep),
    ...channelRoutes(world),
    ...threadRoutes(world, uploads.keep),
    ...guildRoutes(world),
    ...commandRoutes(world),
    ...interactionRoutes(world, interactions, uploads.keep),
    ...uploadRoutes(uploads),
  ];
}

function patienceOf(options: DiscordServerOptions) {
  return { acknowledgeMs: options.acknowledgeMs ?? 3000, answerMs: options.answerMs ?? 10_000 };
}

function sessionLimits(options: DiscordServerOptions) {
  return {
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    replayLimit: options.replayLimit ?? 16_000_000,
    resumeWindowMs: options.resumeWindowMs ?? 180_000,
  };
}

function gatewayControl(gateway: Gateway) {
  return {
    disconnectAll: gateway.disconnectAll,
    dispatch: gateway.dispatch,
    forgetSessions: gateway.forgetSessions,
    silence: gateway.silence,
    gateway: { load: gateway.load, logins: gateway.logins },
    pauseGateway: gateway.pause,
    resumeGateway: gateway.unpause,
  };
}
