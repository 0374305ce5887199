import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Vitals } from '../../domain/vitals.js';
import { messageOf, RefusedError } from '../../ports/errors.js';
import type { Log } from '../../ports/log.js';
import type { PrometheusMeter } from './prometheus-meter.js';

export interface VitalsServerParts {
  readonly meter: PrometheusMeter;
  readonly vitals: () => Promise<Vitals>;
  readonly log: Log;
}

/** Where health and metrics can be asked for. */
export interface VitalsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `/healthz` (the process lives), `/readyz` (it can do its work, or why not) and `/metrics` (Prometheus). Counts and
 * channel ids only. It knows no passwords: let it listen where only the operator's own machines can ask.
 */
export async function serveVitals(host: string, port: number, parts: VitalsServerParts): Promise<VitalsServer> {
  const server = createServer((request, response) => {
    answer(request.method === 'GET' ? request.url : undefined, response, parts).catch((error: unknown) => {
      parts.log.error('a question of health could not be answered', { error: messageOf(error) });
      send(response, 500, 'text/plain', 'see the log\n');
    });
  });
  return {
    port: await listen(server, host, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(url: string | undefined, response: ServerResponse, parts: VitalsServerParts): Promise<void> {
  switch (url) {
    case '/healthz':
      return send(response, 200, 'text/plain', 'ok\n');
    case '/readyz': {
      const { faults } = await parts.vitals();
      return send(response, faults.length === 0 ? 200 : 503, 'text/plain', `${faults.join('\n') || 'ready'}\n`);
    }
    case '/metrics':
      return send(response, 200, parts.meter.contentType, await parts.meter.text(await parts.vitals()));
    default:
      return send(response, 404, 'text/plain', 'ask for /healthz, /readyz or /metrics\n');
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

/** The port it listens on: a free one where 0 was asked for. */
function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new RefusedError(`DIDBON_VITALS: cannot listen on ${host}:${port}: ${cause.message}`, 'rejected', { cause }),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
