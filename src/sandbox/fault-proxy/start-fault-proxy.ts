import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import type { GatewayFault } from './gateway-fault.js';
import type { RestFault, RestMishap } from './rest-mishap.js';

/** Stands between a bot and the sandbox's Discord, takes both kinds of connections itself, and lets go wrong what it is told to. */
export interface FaultProxy {
  /** For the bot, in the place of the server's own. */
  readonly apiUrl: string;
  /** For the server to tell to its clients. */
  readonly gatewayUrl: string;
  /** What befalls requests from now on; nothing where undefined. */
  rest(fault: RestFault | undefined): void;
  /** What becomes of the gateway's frames from now on; nothing where undefined. */
  gateway(fault: GatewayFault | undefined): void;
  /** Cuts every connection to the gateway. */
  cut(): void;
  /** Leaves the connections to the gateway as they are, and carries nothing any more, either way; new ones work. */
  halfOpen(): void;
  close(): Promise<void>;
}

/** Starts on a free port of the loopback address. `port` is the one of the sandbox's Discord, once that is known. */
export async function startFaultProxy(port: () => number): Promise<FaultProxy> {
  const faults: { rest: RestFault | undefined; gateway: GatewayFault | undefined } = {
    rest: undefined,
    gateway: undefined,
  };
  const pairs = new Set<Pair>();
  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    const { method = 'GET', url: path = '/' } = request;
    carry(request, response, port(), faults.rest?.({ method, path })).catch(() => response.destroy());
  });
  server.on('upgrade', (request, stream, head) => {
    sockets.handleUpgrade(request, stream, head, (near) => {
      const far = new WebSocket(`ws://127.0.0.1:${port()}${request.url ?? '/'}`);
      const pair: Pair = { near, far, isDead: false };
      pairs.add(pair);
      join(pair, () => faults.gateway);
      // The far half of a dead pair lives on, as Discord's does that hears of nothing; closing the proxy ends it.
      near.on('close', () => {
        if (!pair.isDead) pairs.delete(pair);
      });
    });
  });
  const own = await listen(server);

  return {
    apiUrl: `http://127.0.0.1:${own}/api`,
    gatewayUrl: `ws://127.0.0.1:${own}`,
    rest: (fault) => {
      faults.rest = fault;
    },
    gateway: (fault) => {
      faults.gateway = fault;
    },
    cut: () => {
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.terminate();
    },
    halfOpen: () => {
      for (const pair of pairs) pair.isDead = true;
    },
    close: async () => {
      for (const { near, far } of pairs) for (const socket of [near, far]) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A bot's connection and ours to the gateway behind it. */
interface Pair {
  readonly near: WebSocket;
  readonly far: WebSocket;
  isDead: boolean;
}

function join(pair: Pair, fault: () => GatewayFault | undefined): void {
  const { near, far } = pair;
  const early: string[] = [];
  near.on('message', (data: RawData) => {
    if (pair.isDead) return;
    if (far.readyState === WebSocket.OPEN) far.send(data.toString());
    else early.push(data.toString());
  });
  far.on('open', () => early.splice(0).forEach((frame) => void far.send(frame)));
  far.on('message', (data: RawData) => {
    const frame = data.toString();
    if (!pair.isDead) for (const one of fault()?.(frame, pair) ?? [frame]) near.send(one);
  });
  const end = (other: WebSocket) => (code: number) => {
    if (pair.isDead) return;
    if (isSendable(code)) other.close(code);
    else other.terminate();
  };
  near.on('close', end(far));
  far.on('close', end(near));
  for (const socket of [near, far]) socket.on('error', () => undefined);
}

/** Codes below say that there was none, and are not for sending. */
function isSendable(code: number): boolean {
  return code === 1000 || code >= 3000;
}

async function carry(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  mishap: RestMishap | undefined,
): Promise<void> {
  const body: Buffer[] = [];
  for await (const chunk of request) body.push(Buffer.from(chunk));
  if (mishap?.kind === 'stall') return;
  if (mishap?.kind === 'cut') return void response.destroy();
  if (mishap?.kind === 'answer') {
    response.writeHead(mishap.status, { 'content-type': 'application/json', ...mishap.headers });
    response.end(JSON.stringify({ message: `${mishap.status}: a fault`, code: 0, retry_after: 1, global: false }));
    return;
  }
  const answer = await fetch(`http://127.0.0.1:${port}${request.url ?? '/'}`, {
    method: request.method ?? 'GET',
    headers: forwarded(request),
    ...(body.length > 0 ? { body: Buffer.concat(body) } : {}),
  });
  const text = Buffer.from(await answer.arrayBuffer());
  if (mishap?.kind === 'cut-after') return void response.destroy();
  if (mishap?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, mishap.ms));
  const headers = [...answer.headers].filter(([name]) => !HOP_BY_HOP.has(name));
  response.writeHead(answer.status, Object.fromEntries(headers));
  response.end(mishap?.kind === 'corrupt' ? text.subarray(0, Math.floor(text.length / 2)) : text);
}

const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-encoding',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !HOP_BY_HOP.has(name) ? [[name, value]] : [],
    ),
  );
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
