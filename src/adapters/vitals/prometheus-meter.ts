import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Vitals } from '../../domain/vitals.js';
import type { Counted, Meter } from '../../ports/meter.js';

const COUNTERS: Readonly<Record<keyof Counted, { readonly help: string; readonly labels: readonly string[] }>> = {
  messages: { help: 'Messages assessed, by language and outcome.', labels: ['language', 'outcome'] },
  alerts: { help: 'Flags that moderators are owed a card for.', labels: ['category', 'level'] },
  verdicts: { help: 'What moderators decided.', labels: ['verdict'] },
  discord_requests: { help: "Answers of Discord's REST interface, by HTTP status.", labels: ['status'] },
  packets_unread: { help: "Packets of Discord's gateway that could not be handled.", labels: ['event', 'reason'] },
};

/** What this process counts and how it is, as Prometheus reads it. */
export interface PrometheusMeter extends Meter {
  readonly contentType: string;
  /** The text that is scraped. */
  text(vitals: Vitals): Promise<string>;
}

export function createPrometheusMeter(restLeft: () => number): PrometheusMeter {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'didbon_' });
  const counters = new Map(
    Object.entries(COUNTERS).map(([name, { help, labels }]) => [
      name,
      new Counter({ name: `didbon_${name}_total`, help, labelNames: labels, registers }),
    ]),
  );
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `didbon_${name}`, help, labelNames, registers });
  const gauges = {
    ready: gauge('ready', '1 when the bot can do its work.'),
    liveWaiting: gauge('live_messages_waiting', 'Live messages in memory that wait for the database.'),
    cardsDue: gauge('cards_due', 'Cards that are due and not posted.', ['guild']),
    lag: gauge('channel_lag_seconds', 'History between the end of what is read and the newest message.', [
      ...['guild', 'channel'],
    ]),
    restLeft: gauge('discord_requests_left', "Requests left in this second's global budget."),
  };

  return {
    contentType: registry.contentType,
    count: (name, labels, by = 1) => counters.get(name)?.inc({ ...labels }, by),
    async text(vitals) {
      gauges.ready.set(vitals.faults.length === 0 ? 1 : 0);
      gauges.liveWaiting.set(vitals.liveWaiting);
      gauges.restLeft.set(restLeft());
      gauges.cardsDue.reset();
      for (const [guild, due] of vitals.cardsDue) gauges.cardsDue.set({ guild }, due);
      gauges.lag.reset();
      for (const { guildId, channelId, seconds } of vitals.lags)
        gauges.lag.set({ guild: guildId, channel: channelId }, seconds);
      return await registry.metrics();
    },
  };
}
