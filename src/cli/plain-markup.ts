/** Discord's markup as a terminal shows it: marks gone, escapes undone, moments in words. `nameOf` names a member by id. */
export function plainMarkup(text: string, nameOf: (id: string) => string, now: Date): string {
  return text
    .replace(/<@!?(\d+)>/g, (_whole, id: string) => nameOf(id))
    .replace(/<t:(\d+):R>/g, (_whole, seconds: string) => ago(now.getTime() - Number(seconds) * 1000))
    .replace(/(?<!\\)(?:\|\||\*\*)/g, '')
    .replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

function ago(ms: number): string {
  if (ms < MINUTE_MS) return 'just now';
  return ms < HOUR_MS ? `${Math.floor(ms / MINUTE_MS)} min ago` : `${Math.floor(ms / HOUR_MS)} h ago`;
}
