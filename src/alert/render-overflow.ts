import type { Alert } from '../domain/alert.js';
import type { Card } from '../domain/card.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';
import { wholeLines } from './escape.js';
import { numberOf, placeLine } from './render-campaign.js';

/** Discord's limit for the content of a message. */
const LONGEST_ANSWER = 2_000;
/** As many lines as surely fit beside heading and count; a line is 190 characters at most. */
const MOST_LISTED = 9;
const COLOUR = 0x80_84_8e;

/** One card of a community at a time, named by when it was opened. */
interface OpenedAt {
  readonly guildId: Snowflake;
  readonly openedAt: Date;
}

export function overflowId({ guildId, openedAt }: OpenedAt): string {
  return `overflow-${guildId}-${openedAt.getTime()}`;
}

/** The card that says how many alerts wait for the hourly cap; without its button once none does. */
export function renderOverflow(opened: OpenedAt, waiting: number, cap: number, texts: Texts): Card {
  const { overflow, buttons } = texts;
  const some = waiting > 0;
  return {
    id: overflowId(opened),
    nonce: `${opened.openedAt.getTime().toString(36)}o${opened.guildId.slice(-10)}`,
    title: fill(overflow.waiting, { count: String(waiting) }),
    colour: COLOUR,
    body: some ? fill(overflow.why, { cap: String(cap) }) : overflow.none,
    fields: [],
    footer: overflowId(opened),
    buttons: some ? [{ action: 'waiting', label: buttons.waiting, style: 'plain', disabled: false }] : [],
    pingRole: undefined,
  };
}

/** What waits, in the order in which it will be posted: where it stands, and no word of it. */
export function renderWaiting(alerts: readonly Alert[], waiting: number, texts: Texts): string {
  if (waiting === 0) return texts.overflow.none;
  const lines = alerts.slice(0, MOST_LISTED).map((alert) => waitingLine(alert, texts));
  const heading = `**${fill(texts.overflow.waiting, { count: String(waiting) })}**`;
  const left = waiting - lines.length;
  const more = left > 0 ? [fill(texts.overflow.andMore, { count: String(left) })] : [];
  return wholeLines([heading, ...lines, ...more], LONGEST_ANSWER);
}

function waitingLine(alert: Alert, texts: Texts): string {
  const { flag, campaign } = alert;
  const copies = campaign !== undefined && campaign.copies > 1 ? ` × ${campaign.copies}` : '';
  return `• ${numberOf(alert)}${texts.categories[flag.category]} · ${flag.language} · ${placeLine(flag, texts)}${copies}`;
}
