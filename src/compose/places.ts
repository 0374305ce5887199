import { join } from 'node:path';
import type { Settings } from '../settings/settings.js';
import type { DatabasePlace } from '../store/database-place.js';
import type { KeySource } from '../store/key.js';

/** The database that the settings name: PostgreSQL where there is a URL, else a file in the data folder. */
export function databasePlace({ secrets, dataDir }: Settings): DatabasePlace {
  if (secrets.databaseUrl !== undefined) return { kind: 'postgres', url: secrets.databaseUrl };
  return { kind: 'sqlite', file: join(dataDir, 'didbon.sqlite') };
}

/** Where the settings say that the key comes from. */
export function keySource({ secrets, keyFile }: Settings): KeySource {
  return secrets.key === undefined ? { kind: 'file', path: keyFile } : { kind: 'given', text: secrets.key };
}
