import type { Alert, Campaign, LikeVerdict } from '../domain/alert.js';
import { jumpUrl } from '../domain/message.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';
import { wholeLines } from './escape.js';

/** Discord takes 1,024 characters a field. */
const LONGEST_FIELD = 1_000;

/** «#12 · », as a card is spoken of; empty for one without a number. */
export function numberOf({ campaign }: Alert): string {
  return campaign === undefined ? '' : `#${campaign.number} · `;
}

/** How many messages the card stands for, in how many wordings, and what was said of other wordings. */
export function campaignLines({ flag, campaign }: Alert, { campaign: texts, verdicts }: Texts): string[] {
  if (campaign === undefined) return [];
  const { copies, channels, wordings, deleted } = campaign;
  const counts = { copies, channels, wordings, deleted };
  const lines: string[] = [];
  if (copies > 1) lines.push(`🔁 **${fillNumbers(texts.copies, counts)}**`);
  if (wordings > 1) lines.push(`*${texts.oneWording}*`);
  if (copies > 1 && deleted > 0) lines.push(`🗑 ${fillNumbers(texts.deleted, counts)}`);
  for (const like of campaign.like)
    lines.push(`↪ ${fill(texts.like, { card: cardLink(like, flag.guildId), verdict: verdicts[like.verdict] })}`);
  return lines;
}

/** A line a channel: how many stand there, and one of them to open. */
export function placesOf(campaign: Campaign, guildId: Snowflake, texts: Texts): string {
  const lines = campaign.places.map(({ copies, ...place }) => `${placeLine({ ...place, guildId }, texts)} × ${copies}`);
  const left = campaign.channels - lines.length;
  if (left > 0) lines.push(fillNumbers(texts.campaign.otherChannels, { channels: left }));
  return lines.length === 0 ? '—' : wholeLines(lines, LONGEST_FIELD);
}

/** A channel and a link to a message in it. */
export function placeLine(
  place: { readonly guildId: Snowflake; readonly channelId: Snowflake; readonly messageId: Snowflake },
  texts: Texts,
): string {
  return `<#${place.channelId}> · [${texts.card.open}](${jumpUrl({ ...place, id: place.messageId })})`;
}

function cardLink({ number, card }: LikeVerdict, guildId: Snowflake): string {
  return card === undefined ? `#${number}` : `[#${number}](${jumpUrl({ guildId, ...card, id: card.messageId })})`;
}

function fillNumbers(text: string, values: Readonly<Record<string, number>>): string {
  return fill(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])));
}
