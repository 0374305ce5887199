import type { Clock } from '../ports/clock.js';
import type { Store } from '../store/store.js';

/** All that the publish path needs of the database and the time. */
export interface PublishParts {
  readonly store: Pick<Store, 'packBlobs' | 'publications' | 'packTrials'>;
  readonly clock: Clock;
}
