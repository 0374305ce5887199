import type { Settings } from '../settings/settings.js';
import type { Store } from '../store/store.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, warn } from './io.js';

/** Looks into the database of the settings, and closes it. Where there is none yet it says so, and makes none. */
export async function withStore(io: Io, settings: Settings, look: (store: Store) => Promise<void>): Promise<ExitCode> {
  const { openExistingStore } = await import('../compose/open-existing-store.js');
  const store = await openExistingStore(settings);
  if (store === undefined) {
    warn(io, `there is no database in ${settings.dataDir} yet: nothing has been read`);
    return EXIT.failed;
  }
  try {
    await look(store);
    return EXIT.done;
  } finally {
    await store.close();
  }
}
