import { countRequests } from '../adapters/discord/count-requests.js';
import type { DiscordClient } from '../adapters/discord/create-client.js';
import type { Vitals } from '../domain/vitals.js';
import type { Log } from '../ports/log.js';

/** Where health and metrics are served. Port 0 takes a free one. */
export interface VitalsAddress {
  readonly host: string;
  readonly port: number;
}

/** A meter for the bot, and what serves it. Loaded only here: metrics take time and memory that others need not spend. */
export async function openVitals({ host, port }: VitalsAddress, client: DiscordClient, log: Log) {
  const [{ createPrometheusMeter }, { serveVitals }] = await Promise.all([
    import('../adapters/vitals/prometheus-meter.js'),
    import('../adapters/vitals/vitals-server.js'),
  ]);
  const meter = createPrometheusMeter(() => client.rest.globalRemaining);
  countRequests(client, meter);
  return { meter, serve: (vitals: () => Promise<Vitals>) => serveVitals(host, port, { meter, vitals, log }) };
}
