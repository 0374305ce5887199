import type { Settings } from '../settings/settings.js';
import { openStore } from '../store/open-store.js';
import type { Store } from '../store/store.js';
import { databasePlace, keySource } from './places.js';

/** Opens the database that the settings name, and makes it where there is none yet. */
export async function openOwnStore(settings: Settings): Promise<Store> {
  return await openStore({ database: databasePlace(settings), key: keySource(settings) });
}
