import type { RESTOptions } from 'discord.js';
import PQueue from 'p-queue';
import type { Clock } from '../../ports/clock.js';
import { UnavailableError } from '../../ports/errors.js';
import { type Asked, backOffFor, waitBefore } from './back-off.js';
import type { Refusals } from './refusals.js';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;
type Request = Parameters<MakeRequest>[1];

export interface CarefulParts {
  /** Makes one request; discord.js's own. */
  readonly makeRequest: MakeRequest;
  readonly refusals: Refusals;
  readonly clock: Clock;
  /** Between 0 and 1. */
  readonly chance: () => number;
  /** Aborted when the client is closed: nothing is asked again then, and what hangs is let go. */
  readonly closed: AbortSignal;
}

/** One try may take this long. */
const TRY_MS = 15_000;

/** All tries of a request together; discord.js itself ends them then. */
export const REQUEST_MS = 60_000;

/** However much fails at once, so many repetitions go out in a second over all, beside what is asked for the first time. */
const REPEATED_PER_SECOND = 5;

/** Discord blocks who comes back at once; an answer that does not say when to come back is held back so long, in milliseconds. */
const UNNAMED_LIMIT_MS = 1_000;

/**
 * Asks again, with pauses that grow, where Discord answers with a fault of its own, or not at all; discord.js alone would ask
 * four times within 27 ms. Stops asking where too much was refused. Limits are left to discord.js, which reads them.
 */
export function askCarefully(parts: CarefulParts): MakeRequest {
  const { refusals, clock, closed } = parts;
  const repetitions = new PQueue({ interval: 1_000 / REPEATED_PER_SECOND, intervalCap: 1 });
  const open = new Set<AbortController>();
  closed.addEventListener('abort', () => open.forEach((one) => void one.abort()), { once: true });

  const askOnce = async (url: string, request: Request, signal: AbortSignal): Promise<Answer> => {
    refusals.require('anything');
    // Not by AbortSignal.any and timeout: Node 20 may collect what these are made of, and then nothing is ever aborted.
    const attempt = new AbortController();
    setTimeout(() => attempt.abort(), TRY_MS).unref();
    signal.addEventListener('abort', () => attempt.abort(), { once: true });
    if (signal.aborted) attempt.abort();
    const answer = await parts.makeRequest(url, { ...request, signal: attempt.signal });
    const { status, headers } = answer;
    refusals.note(status, headers.get('x-ratelimit-scope') === 'shared');
    if (status === 429 && !headers.has('retry-after')) await clock.sleep(UNNAMED_LIMIT_MS, signal);
    // What is not read to its end keeps its connection.
    if (status >= 500) await answer.text().catch(() => undefined);
    return answer;
  };

  const askPatiently = async (url: string, request: Request, signal: AbortSignal): Promise<Answer> => {
    const backOff = backOffFor(asked(url, request));
    for (let tries = 1; ; tries += 1) {
      const outcome = await settle(askOnce(url, request, signal));
      if (tries >= backOff.tries || signal.aborted || !mayBeAskedAgain(outcome)) return outcomeOf(outcome);
      await clock.sleep(waitBefore(tries, backOff, parts.chance()), signal);
      // Whoever gave up meanwhile takes nobody's turn.
      await repetitions.add(() => undefined, { priority: backOff.priority, signal }).catch(() => undefined);
      if (signal.aborted) return outcomeOf(outcome);
    }
  };

  return async (url, request) => {
    const own = new AbortController();
    if (closed.aborted) own.abort();
    open.add(own);
    if (request.signal instanceof AbortSignal) {
      if (request.signal.aborted) own.abort();
      request.signal.addEventListener('abort', () => own.abort(), { once: true });
    }
    try {
      return await askPatiently(url, request, own.signal);
    } finally {
      open.delete(own);
    }
  };
}

type Outcome = { readonly answer: Answer } | { readonly error: unknown };

async function settle(work: Promise<Answer>): Promise<Outcome> {
  try {
    return { answer: await work };
  } catch (error) {
    return { error };
  }
}

function mayBeAskedAgain(outcome: Outcome): boolean {
  return 'answer' in outcome ? outcome.answer.status >= 500 : !(outcome.error instanceof UnavailableError);
}

function outcomeOf(outcome: Outcome): Answer {
  if ('answer' in outcome) return outcome.answer;
  throw outcome.error;
}

function asked(url: string, { method, body }: Request): Asked {
  const json = body instanceof FormData ? body.get('payload_json') : body;
  return { method: method ?? 'GET', url, body: typeof json === 'string' ? json : undefined };
}
