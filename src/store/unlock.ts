import { timingSafeEqual } from 'node:crypto';
import { type Cipher, createCipher } from './cipher.js';
import type { Connection } from './connection.js';
import { KeyError, type KeySource, makeKeyFile, readKey } from './key.js';
import { adoptNextKey, readNextKey } from './next-key.js';

/** Names the row of `meta` by which a database knows its key. */
export const KEY_CHECK = 'key-check';

/**
 * The cipher of this database.
 *
 * A database that has no key yet takes the one it is given; only then may a key file be made. A rotation that died after
 * the database was sealed anew, and before the key file was replaced, is finished. Throws KeyError when the database was
 * written with another key, or with a key whose file is gone.
 */
export async function unlock(connection: Connection, source: KeySource, place: string): Promise<Cipher> {
  const check = await readCheck(connection);
  const rotated = check === undefined ? undefined : finishRotation(check, source);
  if (rotated !== undefined) return rotated;
  const key = readKey(source) ?? makeFirstKey(check, source, place);
  const cipher = createCipher(key);
  const kept = check ?? (await keepCheck(connection, cipher.check));
  if (!isSame(kept, cipher.check)) throw wrongKey(source, place);
  return cipher;
}

function finishRotation(check: string, source: KeySource): Cipher | undefined {
  if (source.kind === 'given') return undefined;
  const next = readNextKey(source.path);
  const cipher = next && createCipher(next);
  if (cipher === undefined || !isSame(check, cipher.check)) return undefined;
  try {
    adoptNextKey(source.path);
  } catch (error) {
    // A key file that may not be replaced (mounted alone, or read-only) must not keep the bot from starting.
    if (!(error instanceof KeyError)) throw error;
  }
  return cipher;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function makeFirstKey(check: string | undefined, source: KeySource, place: string): Uint8Array {
  if (source.kind === 'given') throw new KeyError('DIDBON_KEY is empty');
  if (check === undefined) return makeKeyFile(source.path);
  throw new KeyError(
    `the key of the database ${place} is lost: there is no file ${source.path}. Restore it from where you keep it, or set DIDBON_KEY. Without it the stored flags cannot be read; to begin anew, move the database away`,
  );
}

function wrongKey(source: KeySource, place: string): KeyError {
  const given = source.kind === 'given' ? 'DIDBON_KEY' : `the key file ${source.path}`;
  return new KeyError(
    `${given} is not the key that the database ${place} was written with. Restore the right key, or name its database`,
  );
}

async function readCheck(connection: Connection): Promise<string | undefined> {
  const row = await connection.run((db) =>
    db.selectFrom('meta').select('value').where('name', '=', KEY_CHECK).executeTakeFirst(),
  );
  return row?.value;
}

/** Where two processes start at once, the first check stays and the other is measured by it. */
async function keepCheck(connection: Connection, value: string): Promise<string> {
  await connection.run((db) =>
    db
      .insertInto('meta')
      .values({ name: KEY_CHECK, value })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute(),
  );
  return (await readCheck(connection)) ?? value;
}
