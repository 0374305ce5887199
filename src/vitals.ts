import type { Channel } from './domain/channel.js';
import type { Community } from './domain/community.js';
import { compareIds, createdAt, type Snowflake } from './domain/snowflake.js';
import type { ChannelLag, Vitals } from './domain/vitals.js';
import { isWatched } from './ingest/accept.js';
import type { Ingest } from './ingest/ingest.js';
import type { Clock } from './ports/clock.js';
import { messageOf } from './ports/errors.js';
import type { Feed } from './ports/feed.js';
import type { Standing } from './ports/standing.js';
import type { Store } from './store/store.js';

export interface VitalsParts {
  readonly communities: ReadonlyMap<Snowflake, Community>;
  readonly store: Pick<Store, 'ledger' | 'alerts'>;
  readonly feed: Pick<Feed, 'isConnected' | 'channels'>;
  readonly ingest: Pick<Ingest, 'waiting'>;
  readonly standing: Standing;
  readonly clock: Clock;
}

/** Looks how the bot is. Never throws: a database that does not answer is one of the faults. */
export async function readVitals(parts: VitalsParts): Promise<Vitals> {
  const { communities, feed, ingest } = parts;
  const offline = feed.isConnected() ? [] : ['not connected to Discord'];
  const refused = parts.standing.fault();
  const outside = refused === undefined ? offline : [...offline, refused];
  const rest = { liveWaiting: ingest.waiting() };
  try {
    const lags: ChannelLag[] = [];
    const cardsDue = new Map<Snowflake, number>();
    for (const community of communities.values()) {
      cardsDue.set(community.guildId, await parts.store.alerts.waiting(community.guildId, parts.clock.now()));
      for (const channel of feed.channels(community.guildId))
        if (channel.unreadable === undefined && isWatched(channel, community)) lags.push(await lagOf(channel, parts));
    }
    return { faults: outside, lags, cardsDue, ...rest };
  } catch (error) {
    const faults = [...outside, `the database does not answer: ${messageOf(error)}`];
    return { faults, lags: [], cardsDue: new Map(), ...rest };
  }
}

async function lagOf({ guildId, id, lastMessageId: last }: Channel, { store }: VitalsParts): Promise<ChannelLag> {
  const lag = (seconds: number): ChannelLag => ({ guildId, channelId: id, seconds });
  if (last === undefined) return lag(0);
  const end = (await store.ledger.ranges(id)).at(-1)?.to;
  if (end === undefined || compareIds(end, last) >= 0) return lag(0);
  return lag((createdAt(last).getTime() - createdAt(end).getTime()) / 1000);
}
