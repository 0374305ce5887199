import type { Client } from 'discord.js';
import type { Meter } from '../../ports/meter.js';

/** Counts every answer of Discord's REST interface, by status. */
export function countRequests(client: Client, meter: Meter): void {
  client.rest.on('response', (_request, { status }) => meter.count('discord_requests', { status: String(status) }));
}
