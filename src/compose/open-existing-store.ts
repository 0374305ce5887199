import { existsSync } from 'node:fs';
import type { Settings } from '../settings/settings.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { databasePlace, keySource } from './places.js';

/** Opens the database that the settings name, to look into it; undefined where there is none yet, because looking must make nothing. */
export async function openExistingStore(settings: Settings): Promise<Store | undefined> {
  const database = databasePlace(settings);
  if (database.kind === 'sqlite' && !existsSync(database.file)) return undefined;
  return await openStore({ database, key: keySource(settings) });
}
