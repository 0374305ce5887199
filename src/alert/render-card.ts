import type { Level, Reason } from '../assess/assessment.js';
import type { Alert } from '../domain/alert.js';
import { BUTTON_ACTIONS, type Card, type CardButton, type CardMenu, MENU_ACTIONS } from '../domain/card.js';
import { ERASED_ID } from '../domain/erasure.js';
import type { Mark, Marks } from '../domain/review.js';
import { scoreBand } from '../domain/score-band.js';
import { createdAt, type Snowflake } from '../domain/snowflake.js';
import { timestamp } from '../domain/timestamp.js';
import { nameMember } from '../texts/name-member.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';
import { cut, escapeText, wholeLines } from './escape.js';
import { excerpt } from './excerpt.js';
import { campaignLines, numberOf, placeLine, placesOf } from './render-campaign.js';

/** Discord takes 6,000 characters an embed and 1,024 a field; escaping can double a text, so each part has a share. */
const LONGEST_MESSAGE = 1_200;
const LONGEST_FIELD = 1_000;
const MOST_REASONS = 5;

const COLOURS: Readonly<Record<Level, number>> = {
  none: 0x80_84_8e,
  watch: 0x80_84_8e,
  review: 0xe0_8a_00,
  urgent: 0xc0_1e_2e,
};
const DECIDED = { confirmed: 0x5b_2a_86, 'false-alarm': 0x3b_7d_4a } as const;
const MARKS: Readonly<Record<Level, string>> = { none: '⚪', watch: '⚪', review: '🟠', urgent: '🔴' };
const STYLES = {
  confirm: 'danger',
  'false-alarm': 'success',
  unsure: 'plain',
  claim: 'plain',
  release: 'plain',
  why: 'plain',
} as const;
const LONGEST_REASON = 200;

/**
 * The card of an alert as moderators see it now. Pure: posting, editing and looking at it again all show the same.
 * Every text of a member is escaped and stands in a spoiler; nobody is pinged but, once a campaign, the role set for `urgent`.
 */
export function renderCard(alert: Alert, texts: Texts, urgentRole: Snowflake | undefined): Card {
  const { flag, verdict } = alert;
  return {
    id: alert.id,
    nonce: nonceOf(alert),
    title: `${MARKS[flag.level]} ${texts.levels[flag.level]} · ${texts.categories[flag.category]}`,
    colour: verdict === undefined ? COLOURS[flag.level] : DECIDED[verdict.kind],
    body: [messageLine(alert, texts), ...campaignLines(alert, texts), ...stateLines(alert, texts)].join('\n'),
    fields: fields(alert, texts),
    footer: cut(`${numberOf(alert)}${flag.pack} · ${alert.id}`, 200),
    buttons: shownButtons(alert).map((action) => button(action, alert, texts)),
    menu: menu(alert, texts),
    pingRole: flag.level === 'urgent' && alert.campaign?.pings !== false ? urgentRole : undefined,
  };
}

/** A card that was deleted by hand is due anew and gets another nonce: to the old one Discord answers with the message that is gone. */
function nonceOf({ id, dueAt }: Alert): string {
  return `${id.replaceAll('-', '').slice(0, 16)}${dueAt.getTime().toString(36)}`;
}

function messageLine({ flag }: Alert, texts: Texts): string {
  if (flag.text === undefined) return `*${texts.card.erased}*`;
  if (flag.text.trim() === '') return `*${texts.card.noText}*`;
  return `||${escapeText(excerpt(flag.text, flag.reasons, LONGEST_MESSAGE))}||`;
}

function stateLines({ flag, verdict, marks = {} }: Alert, texts: Texts): string[] {
  const lines = markLines(marks, verdict !== undefined, texts);
  if (flag.deletedAt) lines.push(`🗑 ${fill(texts.card.deleted, { when: timestamp(flag.deletedAt, 'R') })}`);
  if (verdict) lines.push(`**${decidedLine(verdict, texts)}**`);
  return lines;
}

/** What is said short of a verdict stands there until there is one; a hold stays. */
function markLines({ claim, unsure, asked, hold }: Marks, isDecided: boolean, texts: Texts): string[] {
  const { review } = texts;
  const line = (mark: Mark | undefined, sign: string, text: string, values = {}) =>
    mark
      ? [`${sign} ${fill(text, { member: nameMember(mark.by, texts), when: timestamp(mark.at, 'R'), ...values })}`]
      : [];
  const open = [
    ...line(claim, '👀', review.marks.claimed),
    ...line(unsure, '🤔', review.marks.unsure),
    ...line(asked, '📣', review.marks.asked),
  ];
  const reason = escapeText(cut((hold?.reason ?? '').replaceAll('\n', ' '), LONGEST_REASON));
  const kept = { reason, copies: String(hold?.copies) };
  const held = line(hold, '📌', (hold?.copies ?? 1) > 1 ? review.marks.heldAll : review.marks.held, kept);
  return [...(isDecided ? [] : open), ...held];
}

/** «Confirmed by @member 3 minutes ago». */
export function decidedLine(verdict: NonNullable<Alert['verdict']>, texts: Texts): string {
  return fill(texts.card.decided, {
    verdict: texts.verdicts[verdict.kind],
    member: nameMember(verdict.by, texts),
    when: timestamp(verdict.at, 'R'),
  });
}

function fields(alert: Alert, texts: Texts): Card['fields'] {
  const { flag } = alert;
  const percent = Math.round(flag.languageProbability * 100);
  const labels = [
    { name: texts.card.language, value: `${flag.language} · ${percent} %`, inline: true },
    { name: texts.card.score, value: scoreText(flag.score, texts), inline: true },
  ];
  if (flag.authorId === ERASED_ID) return labels;
  const posted =
    timestamp(createdAt(flag.messageId), 'R') +
    (flag.editedAt ? ` · ${fill(texts.card.edited, { when: timestamp(flag.editedAt, 'R') })}` : '');
  return [
    { name: texts.card.matched, value: matched(flag.reasons), inline: false },
    ...labels,
    { name: texts.card.age, value: posted, inline: true },
    ...whereFields(alert, texts),
  ];
}

/** Of many messages the places, never the authors. */
function whereFields({ flag, campaign }: Alert, texts: Texts): Card['fields'] {
  if (campaign !== undefined && campaign.copies > 1)
    return [{ name: texts.card.place, value: placesOf(campaign, flag.guildId, texts), inline: false }];
  return [
    { name: texts.card.place, value: placeLine(flag, texts), inline: true },
    { name: texts.card.author, value: `<@${flag.authorId}>`, inline: true },
  ];
}

/** The patterns first: each is a clause with a gloss that keeps its polarity; words only where no pattern stands. */
function matched(reasons: readonly Reason[]): string {
  const patterns = reasons.filter((reason) => reason.kind === 'pattern');
  const cues = reasons.filter((reason) => reason.kind === 'cue');
  const shown = patterns.length > 0 ? patterns : reasons.filter((reason) => reason.kind === 'term');
  const lines = [...shown, ...cues].slice(0, MOST_REASONS).map(reasonLine);
  return lines.length === 0 ? '—' : wholeLines(lines, LONGEST_FIELD);
}

/** «words» — what they mean in English; a cue that lowered the score is marked as such. */
export function reasonLine(reason: Reason): string {
  const mark = reason.weight < 0 ? '➖' : '➕';
  const words = reason.text.trim() === '' ? '' : `||${escapeText(cut(reason.text.replaceAll('\n', ' '), 120))}|| — `;
  return `${mark} ${words}${escapeText(cut(reason.gloss, 120))}`;
}

/** The score in words. What alerts in spite of a score on the benign side is a weak case. */
export function scoreText(score: number, { bands }: Texts): string {
  const band = scoreBand(score);
  return band === 'clear' || band === 'strong' ? bands[band] : bands.weak;
}

type ButtonAction = (typeof BUTTON_ACTIONS)[number];

/** Of Claim and Release the one that can be pressed now: Discord takes five buttons a row. */
function shownButtons({ marks }: Alert): readonly ButtonAction[] {
  const other = marks?.claim ? 'claim' : 'release';
  return BUTTON_ACTIONS.filter((action) => action !== other);
}

function button(action: ButtonAction, alert: Alert, texts: Texts): CardButton {
  return {
    action,
    label: texts.buttons[action],
    style: STYLES[action],
    disabled: alert.verdict !== undefined && action !== 'why',
  };
}

function menu({ flag, verdict, marks }: Alert, { buttons, review }: Texts): CardMenu {
  const shown = MENU_ACTIONS.filter((action) => {
    if (action === 'history') return true;
    if (flag.text === undefined) return false;
    if (action === 'ask-reader') return verdict === undefined && !marks?.asked;
    if (action === 'delete-message') return flag.deletedAt === undefined;
    return action === 'time-out' || (action === 'hold') === (marks?.hold === undefined);
  });
  const options = shown.map((action) => ({ action, label: buttons[action], hint: review.hints[action] }));
  return { placeholder: review.more, options };
}
