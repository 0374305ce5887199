import type { PostPayload } from '../discord/control/post.js';
import type { PersonKey } from './people.js';
import type { PlaceKey } from './places.js';

/** Why a message stands in the sample: a short, flat indicator that should alert, or a harmless one that looks like it. */
export type Purpose = 'call' | 'near';

/** Something a person writes. */
export interface Saying {
  readonly do: 'say';
  /** A channel, or the key under which a thread or forum post was opened. */
  readonly in: PlaceKey | string;
  readonly by: PersonKey;
  readonly text: string | PostPayload;
  /** What later steps call this message. */
  readonly key?: string;
  readonly purpose?: Purpose;
}

/** One thing that happens in the sample community. */
export type Step =
  | Saying
  | { readonly do: 'edit'; readonly key: string; readonly text: string; readonly purpose?: Purpose }
  | { readonly do: 'delete'; readonly key: string }
  | {
      readonly do: 'thread';
      readonly key: string;
      readonly from: string;
      readonly name: string;
      readonly by: PersonKey;
    }
  | {
      readonly do: 'forum';
      readonly key: string;
      readonly name: string;
      readonly by: PersonKey;
      readonly text: string;
      readonly purpose?: Purpose;
    };

/** A message in a channel. */
export function say(place: PlaceKey | string, by: PersonKey, text: string | PostPayload, key?: string): Saying {
  return { do: 'say', in: place, by, text, ...(key !== undefined && { key }) };
}

/** A harmless message that looks like a call: news, warnings, names, homonyms. */
export function near(place: PlaceKey | string, by: PersonKey, text: string | PostPayload): Saying {
  return { do: 'say', in: place, by, text, purpose: 'near' };
}

/** An indicator: a short, flat fragment that names a designated group and an act, with nothing that could persuade. */
export function call(place: PlaceKey | string, by: PersonKey, text: string | PostPayload, key?: string): Saying {
  return { do: 'say', in: place, by, text, purpose: 'call', ...(key !== undefined && { key }) };
}
