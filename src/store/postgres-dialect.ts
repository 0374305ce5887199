import { type Dialect, PostgresDialect } from 'kysely';
import pg from 'pg';

const CONNECT_TIMEOUT_MS = 10_000;
/** A server that vanished without a word must not hold the bot for ever. */
const ANSWER_TIMEOUT_MS = 30_000;
const POOL_SIZE = 8;

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
  pool.on('connect', (client) => client.on('error', onBroken));
  return new PostgresDialect({ pool });
}

function chooseParser(type: number, format?: 'text' | 'binary') {
  const { INT8, NUMERIC } = pg.types.builtins;
  if (format !== 'binary' && (type === INT8 || type === NUMERIC)) return Number;
  return pg.types.getTypeParser(type, format);
}
