import type { Assessment } from './assess/assessment.js';
import type { Community } from './domain/community.js';
import type { IdRange } from './domain/coverage.js';
import type { Flag } from './domain/flag.js';
import { flagMessage } from './domain/flag-message.js';
import type { Message } from './domain/message.js';
import type { Snowflake } from './domain/snowflake.js';
import { isExempt } from './ingest/accept.js';
import type { Clock } from './ports/clock.js';
import type { Meter } from './ports/meter.js';
import type { Shadow } from './publish/shadow.js';
import type { CommitResult, Ledger, ReadMessage } from './store/store.js';

const HOUR_MS = 3_600_000;

export interface PipelineParts {
  /** Text in, assessment out: normalise → detect language → score → decide. Pure. */
  readonly assess: (text: string) => Assessment;
  readonly ledger: Ledger;
  /** Told when the outbox has got new rows; the rows stand whether it listens or not. */
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly meter: Meter;
  readonly clock: Clock;
  /** A new random id for a flag. */
  readonly newId: () => string;
  /** Scores with a candidate pack beside the one in force; undefined where none may be tried. */
  readonly shadow?: Pick<Shadow, 'begin'> | undefined;
  /** Asked between two texts: whoever assesses many must let others have their turn. */
  readonly letLoopTurn: () => Promise<void> | undefined;
}

/** Messages of one channel that were read together: a page of history, a live burst, or edits. */
export interface Reading {
  readonly community: Community;
  readonly channelId: Snowflake;
  /** Ids covered once this is committed; undefined for edits, which cover nothing. */
  readonly range: IdRange | undefined;
  readonly messages: readonly { readonly message: Message; readonly late?: boolean }[];
}

/**
 * What happens to messages: assess → flag → commit counts, flags and outbox rows with the range they belong to → alert.
 *
 * May be called twice for the same messages (a page read again after a crash, a catch-up that overlaps the live feed):
 * what lies in a covered range is not counted again, and a known flag is not stored again. Nothing of an unflagged
 * message is kept but its count.
 */
export async function handleMessages(reading: Reading, parts: PipelineParts): Promise<CommitResult> {
  const now = parts.clock.now();
  const read: ReadMessage[] = [];
  const flags: Flag[] = [];
  const shadow = parts.shadow?.begin();
  for (const { message, late } of reading.messages) {
    if (isExempt(message, reading.community)) continue;
    await parts.letLoopTurn();
    const assessment = parts.assess(message.text);
    if (reading.range !== undefined) read.push(toCount(message, assessment, late === true));
    shadow?.compare(message, assessment);
    const flag = flagMessage(message, assessment, { id: parts.newId(), now });
    if (flag) flags.push(flag);
  }

  const { guildId } = reading.community;
  const result = await parts.ledger.commit({
    guildId,
    channelId: reading.channelId,
    range: reading.range,
    messages: read,
    flags,
    campaignsOpenForMs: reading.community.campaignHours * HOUR_MS,
    at: now,
  });
  for (const { language, outcome } of read) parts.meter.count('messages', { language, outcome });
  for (const { category, level } of result.newFlags) parts.meter.count('alerts', { category, level });
  if (result.newFlags.length > 0) parts.wakeAlerts(guildId);
  await shadow?.commit(result.counted, reading.community);
  return result;
}

function toCount(message: Message, assessment: Assessment, late: boolean): ReadMessage {
  const counted = {
    id: message.id,
    language: assessment.language,
    outcome: assessment.notAssessed ?? assessment.level,
  };
  return late ? { ...counted, late } : counted;
}
