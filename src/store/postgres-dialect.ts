import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

const CONNECT_TIMEOUT_MS = 10_000;
/** A server that vanished without a word must not hold the bot for ever. */
const ANSWER_TIMEOUT_MS = 30_000;
const POOL_SIZE = 8;
/** What pg says then; it has no code for it. */
const UNANSWERED = 'Query read timeout';

/** Connects when first asked. Whole numbers arrive as numbers: ours are counts and milliseconds, far below 2^53. */
export function createPostgresDialect(url: string, onBroken: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'didbon',
    types: { getTypeParser: chooseParser },
  });
  // Without listeners a server that restarts would end the process: the pool hears of idle connections only.
  pool.on('error', onBroken);
  pool.on('connect', (client) => {
    client.on('error', onBroken);
    endWhenUnanswered(client);
  });
  return new PostgresDialect({ pool });
}

/** A connection that did not answer would go back into the pool, and hold up whatever is asked on it next just as long. */
function endWhenUnanswered(client: pg.PoolClient): void {
  const query: unknown = Reflect.get(client, 'query');
  if (typeof query !== 'function') return;
  const ask = (...given: unknown[]): unknown => {
    const answer: unknown = Reflect.apply(query, client, given);
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === UNANSWERED) end(client);
      });
    return answer;
  };
  Object.defineProperty(client, 'query', { value: ask, configurable: true, writable: true });
}

/** With a question still open, this destroys the socket, and the pool lets the connection go. */
function end(client: pg.PoolClient): void {
  const close: unknown = Reflect.get(client, 'end');
  if (typeof close === 'function') Promise.resolve(Reflect.apply(close, client, [])).catch(() => undefined);
}

function chooseParser(type: number, format?: 'text' | 'binary') {
  const { INT8, NUMERIC } = pg.types.builtins;
  if (format !== 'binary' && (type === INT8 || type === NUMERIC)) return Number;
  return pg.types.getTypeParser(type, format);
}
