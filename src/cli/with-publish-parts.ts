import type { PublishParts } from '../publish/publish-parts.js';
import { loadSettings, type Settings } from '../settings/settings.js';
import type { Store } from '../store/store.js';
import type { Io } from './io.js';

/** What the commands of the publish path work with. */
export interface PublishSession {
  readonly settings: Settings;
  readonly store: Store;
  readonly parts: PublishParts;
}

/** Opens the database of the settings for a command of the publish path, makes it where there is none, and closes it. */
export async function withPublishParts<T>(io: Io, act: (session: PublishSession) => Promise<T>): Promise<T> {
  const [{ openOwnStore }, { systemClock }] = await Promise.all([
    import('../compose/open-own-store.js'),
    import('../adapters/system/clock.js'),
  ]);
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const store = await openOwnStore(settings);
  try {
    return await act({ settings, store, parts: { store, clock: systemClock } });
  } finally {
    await store.close();
  }
}
