import { setImmediate as breathe } from 'node:timers/promises';
import type { DiscordServer } from '../discord/server.js';
import { readTexts } from './read-texts.js';

/** What became of a file so far. */
export interface ImportCounts {
  /** Texts read, those skipped included. */
  readonly lines: number;
  readonly posted: number;
  /** Posted texts that were longer than Discord allows and lost their end. */
  readonly cut: number;
  readonly empty: number;
  /** Lines that are no such object, or rows without the column. */
  readonly malformed: number;
}

/** How a file is to be posted. */
export interface ImportOptions {
  /** Texts go to these channels in turn. */
  readonly channelIds: readonly string[];
  /** Members who post them in turn. */
  readonly authorIds: readonly string[];
  /** Posts no more than so many texts. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  /** Called after every batch of a hundred, and at the end. */
  readonly onProgress?: (counts: ImportCounts) => void;
  /** Awaited after every batch: the place to let a reader catch up. */
  readonly pause?: (counts: ImportCounts) => Promise<void>;
}

/** The longest message Discord takes, in characters (from a member who pays for it). */
export const LONGEST_MESSAGE = 4000;
const BATCH = 100;

/**
 * Posts every text of a file as fast as the connected bot reads them, in constant memory beside the server's own history.
 * Throws what the file system throws; on abort it resolves with what was done.
 */
export async function importTexts(server: DiscordServer, file: string, options: ImportOptions): Promise<ImportCounts> {
  const counts = { lines: 0, posted: 0, cut: 0, empty: 0, malformed: 0 };
  for await (const line of readTexts(file)) {
    if (options.signal?.aborted || counts.posted >= (options.limit ?? Number.POSITIVE_INFINITY)) break;
    counts.lines += 1;
    if (typeof line === 'string') counts[line] += 1;
    else postText(server, line.text, options, counts);
    if (counts.lines % BATCH === 0) await rest(server, options, counts);
  }
  await rest(server, options, counts);
  return counts;
}

function postText(
  server: DiscordServer,
  text: string,
  options: ImportOptions,
  counts: { posted: number; cut: number },
): void {
  const { channelIds, authorIds } = options;
  const channel = channelIds[counts.posted % channelIds.length];
  const author = authorIds[counts.posted % authorIds.length];
  if (channel === undefined || author === undefined) throw new RangeError('no channel or no author to post with');
  const short = cutText(text);
  server.post(channel, author, short);
  counts.posted += 1;
  if (short !== text) counts.cut += 1;
}

/** The text as far as Discord would take it, counted in code points. */
export function cutText(text: string): string {
  if (text.length <= LONGEST_MESSAGE) return text;
  const characters = [...text];
  return characters.length <= LONGEST_MESSAGE ? text : characters.slice(0, LONGEST_MESSAGE).join('');
}

async function rest(server: DiscordServer, options: ImportOptions, counts: ImportCounts): Promise<void> {
  options.onProgress?.({ ...counts });
  // Without a breath the bot in the same process would never get to read.
  await breathe();
  await server.drained(options.signal);
  await options.pause?.({ ...counts });
}
