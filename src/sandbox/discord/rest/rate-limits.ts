import type { World } from '../world/world.js';

/** So many requests in so long a time. */
export interface RateLimit {
  readonly limit: number;
  readonly perMs: number;
}

/** What became of one request. */
export interface RateAnswer {
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined when the request may pass. */
  readonly refused: { readonly retryAfterMs: number; readonly global: boolean } | undefined;
}

/** Lets requests through as Discord does. */
export interface RateLimits {
  readonly take: (route: string, major: string, countsGlobally: boolean) => RateAnswer;
}

/**
 * Rates observed on Discord in 2026, per channel (or guild, or webhook): the documentation names none of them.
 * Routes that are not listed are counted together by route.
 */
const OBSERVED: Readonly<Record<string, RateLimit>> = {
  'POST /channels/:channel/messages': { limit: 5, perMs: 5000 },
  'GET /channels/:channel/messages': { limit: 5, perMs: 5000 },
  'PATCH /channels/:channel/messages/:message': { limit: 5, perMs: 5000 },
  'DELETE /channels/:channel/messages/:message': { limit: 5, perMs: 1000 },
  'PATCH /channels/:channel': { limit: 2, perMs: 600_000 },
  'PATCH /guilds/:guild/members/:user': { limit: 10, perMs: 10_000 },
};
const OTHERS: RateLimit = { limit: 20, perMs: 1000 };
const GLOBAL: RateLimit = { limit: 50, perMs: 1000 };

interface Window {
  used: number;
  endsMs: number;
}

/** Counts nothing and sends no headers: for imports and tests in which time stands still. */
export const NO_RATE_LIMITS: RateLimits = { take: () => ({ headers: {}, refused: undefined }) };

/** Counts per route and channel in fixed windows, and fifty a second over all. */
export function observedRateLimits(world: World): RateLimits {
  const windows = new Map<string, Window>();
  const overall: Window = { used: 0, endsMs: 0 };

  return {
    take: (route, major, countsGlobally) => {
      const now = world.clock.now().getTime();
      if (countsGlobally && !enter(overall, GLOBAL, now))
        return { headers: { 'x-ratelimit-global': 'true', ...scope('global') }, refused: refusal(overall, now, true) };

      const rate = OBSERVED[route] ?? OTHERS;
      const key = `${route} ${major}`;
      const window = windows.get(key) ?? { used: 0, endsMs: 0 };
      windows.set(key, window);
      if (windows.size > 10_000) forgetEnded(windows, now);
      const entered = enter(window, rate, now);
      const headers = bucketHeaders(route, rate, window, now);
      return entered
        ? { headers, refused: undefined }
        : { headers: { ...headers, ...scope('user') }, refused: refusal(window, now, false) };
    },
  };
}

function enter(window: Window, rate: RateLimit, now: number): boolean {
  if (now >= window.endsMs) {
    window.used = 0;
    window.endsMs = now + rate.perMs;
  }
  if (window.used >= rate.limit) return false;
  window.used += 1;
  return true;
}

function bucketHeaders(route: string, rate: RateLimit, window: Window, now: number): Record<string, string> {
  return {
    'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(0, 80),
    'x-ratelimit-limit': `${rate.limit}`,
    'x-ratelimit-remaining': `${rate.limit - window.used}`,
    'x-ratelimit-reset': (window.endsMs / 1000).toFixed(3),
    'x-ratelimit-reset-after': ((window.endsMs - now) / 1000).toFixed(3),
  };
}

function refusal(window: Window, now: number, global: boolean): RateAnswer['refused'] {
  return { retryAfterMs: Math.max(1, window.endsMs - now), global };
}

function scope(name: 'global' | 'user'): Record<string, string> {
  return { 'x-ratelimit-scope': name };
}

function forgetEnded(windows: Map<string, Window>, now: number): void {
  for (const [key, window] of windows) if (window.endsMs <= now) windows.delete(key);
}
