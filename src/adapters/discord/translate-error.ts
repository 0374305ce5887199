import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  HTTPError,
  RateLimitError,
  RESTJSONErrorCodes,
} from 'discord.js';
import { messageOf, type RefusalReason, RefusedError, UnavailableError } from '../../ports/errors.js';

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownGuild,
]);

/** What an error of discord.js means to us: no (with the reason), or not now. Unknown errors count as «not now». */
export function translateError(error: unknown, doing: string): RefusedError | UnavailableError {
  if (error instanceof RefusedError || error instanceof UnavailableError) return error;
  if (error instanceof RateLimitError)
    return new UnavailableError(`${doing}: rate limited`, { cause: error, retryAfterMs: error.retryAfter });
  if (error instanceof DiscordAPIError)
    return new RefusedError(`${doing}: ${error.message} (${error.status}, code ${error.code})`, refusalOf(error), {
      cause: error,
    });
  if (error instanceof DiscordjsError && isCredentials(error))
    return new RefusedError(`${doing}: ${error.message}`, 'credentials', { cause: error });
  const why = error instanceof HTTPError ? `HTTP ${error.status}` : whatFailed(error);
  return new UnavailableError(`${doing}: ${why}`, { cause: error });
}

/** Does something with discord.js and throws what its errors mean to us. */
export async function translating<T>(doing: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw translateError(error, doing);
  }
}

/** What an unknown error says, for a log line. A parser's complaint quotes what it could not read, which may be a member's text. */
export function whatFailed(error: unknown): string {
  return error instanceof SyntaxError ? 'not valid JSON' : messageOf(error);
}

function refusalOf(error: DiscordAPIError): RefusalReason {
  if (GONE.has(error.code) || error.status === 404) return 'gone';
  if (error.status === 401) return 'credentials';
  return error.status === 403 ? 'no-permission' : 'rejected';
}

function isCredentials(error: DiscordjsError): boolean {
  const codes: readonly string[] = [DiscordjsErrorCodes.TokenInvalid, DiscordjsErrorCodes.TokenMissing];
  return codes.includes(error.code);
}
