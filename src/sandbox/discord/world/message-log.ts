import type { StoredMessage } from './message.js';
import { compareSnowflakes } from './snowflakes.js';

/** Which page of a channel's history is wanted; at most one of the three ids, as Discord reads them. */
export interface PageQuery {
  readonly before?: string;
  readonly after?: string;
  readonly around?: string;
  /** 1 to 100. */
  readonly limit: number;
}

/** The messages of one channel, oldest first. */
export interface MessageLog {
  readonly size: () => number;
  readonly append: (message: StoredMessage) => void;
  readonly find: (id: string) => StoredMessage | undefined;
  readonly remove: (id: string) => StoredMessage | undefined;
  readonly oldestFirst: () => readonly StoredMessage[];
  /** Newest first, as Discord lists them, whichever end of the history the query starts from. */
  readonly page: (query: PageQuery) => readonly StoredMessage[];
}

/** Opens an empty log that drops its oldest message beyond `keep`. Appending is cheap at any length; ids must arrive in order. */
export function openMessageLog(keep: number): MessageLog {
  let messages: StoredMessage[] = [];

  const firstAtOrAfter = (id: string): number => {
    let low = 0;
    let high = messages.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = messages[middle];
      if (there !== undefined && compareSnowflakes(there.id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const find = (id: string): StoredMessage | undefined => {
    const there = messages[firstAtOrAfter(id)];
    return there?.id === id ? there : undefined;
  };

  return {
    size: () => messages.length,
    append: (message) => {
      messages.push(message);
      // Dropped in large steps: one by one would move the whole array each time.
      if (messages.length > keep * 1.25) messages = messages.slice(-keep);
    },
    find,
    remove: (id) => {
      const at = firstAtOrAfter(id);
      return messages[at]?.id === id ? messages.splice(at, 1)[0] : undefined;
    },
    oldestFirst: () => messages,
    page: (query) => {
      const { start, end } = bounds(query, messages.length, firstAtOrAfter, (at) => messages[at]?.id);
      return messages.slice(Math.max(0, start), Math.max(0, end)).reverse();
    },
  };
}

function bounds(
  query: PageQuery,
  length: number,
  firstAtOrAfter: (id: string) => number,
  idAt: (index: number) => string | undefined,
): { readonly start: number; readonly end: number } {
  if (query.around !== undefined) {
    const start = Math.max(0, firstAtOrAfter(query.around) - Math.floor(query.limit / 2));
    return { start, end: start + query.limit };
  }
  if (query.after !== undefined) {
    const at = firstAtOrAfter(query.after);
    const start = idAt(at) === query.after ? at + 1 : at;
    return { start, end: start + query.limit };
  }
  const end = query.before === undefined ? length : firstAtOrAfter(query.before);
  return { start: end - query.limit, end };
}
