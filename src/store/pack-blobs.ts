import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Connection } from './connection.js';
import { DamagedDatabaseError } from './damaged-database-error.js';
import type { PackBlobs } from './pack-stores.js';

/** Far above any pack; what unpacks to more was not written by us. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Packs by content hash. The hash is of the archive itself, so that it does not change with the version of zlib. */
export function createPackBlobs(connection: Connection): PackBlobs {
  return {
    async keep(archive, pack, at) {
      const hash = hashOf(archive);
      const row = { hash, pack, archive: gzipSync(archive).toString('base64'), kept_at: at.getTime() };
      await connection.run((db) =>
        db
          .insertInto('pack_blob')
          .values(row)
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute(),
      );
      return hash;
    },
    async read(hash) {
      const row = await connection.run((db) =>
        db.selectFrom('pack_blob').select('archive').where('hash', '=', hash).executeTakeFirst(),
      );
      return row === undefined ? undefined : unpack(row.archive, hash);
    },
    list: () =>
      connection.run((db) =>
        db.selectFrom('pack_blob').select(['hash', 'pack']).orderBy('kept_at').orderBy('hash').execute(),
      ),
  };
}

/** SHA-256 of an archive, in hex. */
export function hashOf(archive: Uint8Array): string {
  return createHash('sha256').update(archive).digest('hex');
}

function unpack(stored: string, hash: string): Uint8Array {
  const archive = gunzip(stored, hash);
  const found = hashOf(archive);
  if (found !== hash)
    throw new DamagedDatabaseError(`the stored pack ${hash} was altered: what is there has the hash ${found}`);
  return archive;
}

function gunzip(stored: string, hash: string): Uint8Array {
  try {
    return gunzipSync(Buffer.from(stored, 'base64'), { maxOutputLength: MOST_BYTES });
  } catch (cause) {
    throw new DamagedDatabaseError(`the stored pack ${hash} was altered: it cannot be unpacked`, { cause });
  }
}
