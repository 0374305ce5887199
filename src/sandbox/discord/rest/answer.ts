import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordOf, textOf } from '../json.js';
import { ApiError } from './api-error.js';
import type { Failure, Faults } from './faults.js';
import type { RateAnswer, RateLimits } from './rate-limits.js';
import { PARAMETERS, type RestCall, type RestRoute, type Upload } from './route.js';

/** What stands between a request and its answer. */
export interface Gate {
  readonly token: string;
  readonly limits: RateLimits;
  readonly faults: Faults;
}

/** Serves routes below `/api/v10`: planned failures first, then authentication, rate limits, and the route's own answer. */
export function serveRoutes(app: FastifyInstance, routes: readonly RestRoute[], gate: Gate): void {
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    app.route({
      method: route.method,
      url: `/api/v10${route.path}`,
      handler: async (request, reply) => {
        const failure = gate.faults.due(name);
        if (failure === 'cut-after') await route.answer(readCall(request));
        if (failure !== undefined)
          return fail(failure, request, reply, () => gate.faults.record(name, statusOf(failure)));
        await answer(route, name, gate, request, reply);
        gate.faults.record(name, reply.statusCode);
        return reply;
      },
    });
  }
}

async function answer(
  route: RestRoute,
  name: string,
  gate: Gate,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (!route.open && request.headers.authorization !== `Bot ${gate.token}`) {
    await reply.code(401).send({ message: '401: Unauthorized', code: 0 });
    return;
  }
  const call = readCall(request);
  const { channel, guild, token } = call.params;
  const rate = gate.limits.take(name, channel ?? guild ?? token ?? '', !route.open);
  reply.headers(rate.headers);
  if (rate.refused !== undefined) return refuse(rate.refused, reply);
  try {
    const body = await route.answer(call);
    await (body === undefined ? reply.code(204).send() : reply.code(200).send(body));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, code, message, errors } = error;
    await reply.code(status).send({ message, code, ...(errors !== undefined && { errors }) });
  }
}

async function refuse(refused: NonNullable<RateAnswer['refused']>, reply: FastifyReply): Promise<void> {
  const seconds = refused.retryAfterMs / 1000;
  await reply
    .code(429)
    .header('retry-after', `${Math.ceil(seconds)}`)
    .send({ message: 'You are being rate limited.', retry_after: seconds, global: refused.global });
}

async function fail(
  failure: Failure,
  request: FastifyRequest,
  reply: FastifyReply,
  record: () => void,
): Promise<FastifyReply> {
  record();
  if (typeof failure === 'string') {
    reply.hijack();
    if (failure !== 'stall') request.raw.socket.destroy();
    return reply;
  }
  if (typeof failure === 'number')
    return reply.code(failure).send({ message: `${failure}: the sandbox was asked to fail`, code: 0 });
  if (failure.scope === 'global') reply.header('x-ratelimit-global', 'true');
  reply.header('x-ratelimit-scope', failure.scope);
  await refuse({ retryAfterMs: failure.retryAfterMs, global: failure.scope === 'global' }, reply);
  return reply;
}

function statusOf(failure: Failure): number {
  if (typeof failure === 'number') return failure;
  return typeof failure === 'string' ? 0 : failure.status;
}

interface Parsed {
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

function readCall(request: FastifyRequest): RestCall {
  const given = recordOf(request.params);
  const params: Record<string, string> = {};
  for (const name of PARAMETERS) {
    const value = textOf(given[name]);
    if (value !== undefined) params[name] = value;
  }
  const parsed = isParsed(request.body) ? request.body : { body: undefined, uploads: [] };
  return { params, query: recordOf(request.query), ...parsed };
}

/** What both body parsers hand over. */
export function isParsed(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && 'uploads' in value && 'body' in value;
}
