import type { Card } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import { timestamp } from '../domain/timestamp.js';
import type { Period } from '../store/store.js';
import { fill } from '../texts/texts-in.js';
import { addDays, localDay, startOfDay } from './period.js';
import { REPORT_DAYS } from './report-id.js';
import { reportTextsIn } from './report-texts.js';

/**
 * Says on a weekly report when the next one is due, so that a team notices that the bot has fallen silent: of itself it cannot
 * tell. A line in the report needs no permission and no edit. A report that is late says nothing of a day that is over.
 */
export function sayNext(
  card: Card,
  { period, now }: { readonly period: Period; readonly now: Date },
  { timezone, interfaceLanguage }: Pick<Community, 'timezone' | 'interfaceLanguage'>,
): Card {
  const next = startOfDay(addDays(localDay(period.to, timezone), REPORT_DAYS), timezone);
  if (next <= now) return card;
  return {
    ...card,
    body: `${card.body}\n${fill(reportTextsIn(interfaceLanguage).next, { when: timestamp(next, 'D') })}`,
  };
}
