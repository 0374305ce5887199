import type { Finding } from '../domain/finding.js';
import type { Settings } from '../settings/settings.js';

const WHAT = 'running bot';
const PATIENCE_MS = 3_000;

/** Asks the running bot how it is, where it serves its health: what it has met with, only it knows. Nothing without an address. */
export async function examineRunningBot({ vitals }: Pick<Settings, 'vitals'>): Promise<readonly Finding[]> {
  if (vitals === undefined) return [];
  const host = vitals.host === '0.0.0.0' ? '127.0.0.1' : vitals.host;
  try {
    const answer = await fetch(`http://${host}:${vitals.port}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const says = (await answer.text()).trim();
    if (answer.ok) return [{ what: WHAT, state: 'fine', says, todo: undefined }];
    return says.split('\n').map((fault) => ({ what: WHAT, state: 'fault', says: fault, todo: 'look into its log' }));
  } catch {
    const says = `nothing answers at ${vitals.host}:${vitals.port}`;
    return [{ what: WHAT, state: 'notice', says, todo: 'start it with `didbon run`, unless it is to be down' }];
  }
}
