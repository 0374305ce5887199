import { types } from 'node:util';
import { type RefusalReason, RefusedError, UnavailableError } from '../ports/errors.js';
import { DamagedDatabaseError } from './damaged-database-error.js';
import { KeyError } from './key.js';
import { SchemaBehindError } from './schema-behind-error.js';

const RETRY_AFTER_MS = 1_000;

type Fault = 'busy' | 'damaged' | 'full' | 'unreachable' | Exclude<RefusalReason, 'rejected'>;

/** SQLite's names and PostgreSQL's classes (its manual's appendix A), longest first; Node's own codes for the network and the disk. */
const FAULTS: readonly (readonly [prefix: string, fault: Fault])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'no-permission'],
  ['SQLITE_PERM', 'no-permission'],
  ['SQLITE_AUTH', 'no-permission'],
  ['SQLITE_IOERR', 'unreachable'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['08', 'unreachable'],
  ['53', 'unreachable'],
  ['57P', 'unreachable'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['28', 'credentials'],
  ['3D000', 'gone'],
  ['42501', 'no-permission'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
  ['ECONN', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['ENOSPC', 'full'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'no-permission'],
  ['ENOTDIR', 'no-permission'],
  ['EISDIR', 'no-permission'],
];

/** Whether the database is there but another writer holds it: nothing was changed, and trying again may work. */
export function isBusy(error: unknown): boolean {
  return isError(error) && findFault(error) === 'busy';
}

/** Says what a driver's error means for the caller. `place` is named in the message and must carry no password. */
export function translateDatabaseError(error: unknown, place: string): unknown {
  if (!isError(error) || isOurs(error)) return error;
  const fault = findFault(error);
  switch (fault) {
    case 'busy':
      return unavailable(`the database ${place} is locked by another process`, error);
    case 'unreachable':
      return unavailable(`the database ${place} cannot be reached`, error);
    case 'full':
      return unavailable(`there is no space left for the database ${place}`, error);
    case 'credentials':
    case 'gone':
    case 'no-permission':
      return new RefusedError(`the database ${place} refuses us: ${error.message}`, fault, { cause: error });
    case 'damaged':
      return new DamagedDatabaseError(`the database ${place} is damaged: ${error.message}. Restore a backup`, {
        cause: error,
      });
    case undefined:
      return error;
  }
}

/** libsql's errors inherit from Error and are none; those of Node's network may be of another realm's Error. */
function isError(error: unknown): error is Error {
  return error instanceof Error || types.isNativeError(error);
}

function isOurs(error: Error): boolean {
  const ours = [RefusedError, UnavailableError, DamagedDatabaseError, KeyError, SchemaBehindError];
  return ours.some((kind) => error instanceof kind);
}

function unavailable(message: string, cause: Error): UnavailableError {
  return new UnavailableError(message, { cause, retryAfterMs: RETRY_AFTER_MS });
}

/** libsql names no code when it cannot open the file, and pg none when the server closes or does not answer in time. */
function findFault(error: Error): Fault | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = FAULTS.find(([prefix]) => code.startsWith(prefix));
  if (known !== undefined) return known[1];
  return /^ConnectionFailed|Connection terminated|not queryable|timeout exceeded|timeout expired|read timeout/.test(
    error.message,
  )
    ? 'unreachable'
    : undefined;
}
