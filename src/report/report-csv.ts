import type { WeeklyReport } from './weekly.js';

/** A table by the name of its file. */
export interface CsvFile {
  readonly name: string;
  readonly text: string;
}

type Cell = string | number | undefined;

/** The numbers of a report as tables for a spreadsheet (RFC 4180), one a file. Channels stand in them by id, people not at all. */
export function reportCsv(report: WeeklyReport): readonly CsvFile[] {
  return [
    table('messages-by-day', ['day', 'assessed', 'not_assessed'], daysOf(report)),
    table('messages-by-channel', ['channel', 'assessed'], channelsOf(report)),
    table('messages-by-language', ['language', 'assessed'], languagesOf(report)),
    table('alerts', ['category', 'level', 'count', 'confirmed', 'false_alarms'], alertsOf(report)),
    table('alerts-by-period', ['from', 'language', 'count'], periodsOf(report)),
    table('campaigns', ['number', 'category', 'copies', 'channels'], campaignsOf(report)),
    table('retention', ['from', 'to', 'texts_erased'], retentionOf(report)),
    table('precision', ['language', 'confirmed', 'false_alarms', 'share', 'low', 'high'], precisionOf(report)),
    table('rising-terms', ['role', 'gloss', 'now', 'month_before', 'z'], termsOf(report)),
    table('gaps', ['channel', 'reason', 'from', 'to'], gapsOf(report)),
  ];
}

function daysOf({ volume }: WeeklyReport): readonly Cell[][] {
  return volume.byDay.map(({ day, assessed, notAssessed }) => [day, assessed, notAssessed]);
}

function channelsOf({ volume }: WeeklyReport): readonly Cell[][] {
  return volume.byChannel.map(({ channel, assessed }) => [channel.id, assessed]);
}

function languagesOf({ messages }: WeeklyReport): readonly Cell[][] {
  return messages.byLanguage.map(({ language, count }) => [language, count]);
}

function alertsOf({ alerts }: WeeklyReport): readonly Cell[][] {
  return alerts.rows.map(({ category, level, count, confirmed, falseAlarms }) => [
    ...[category, level, count, confirmed, falseAlarms],
  ]);
}

function periodsOf({ periods }: WeeklyReport): readonly Cell[][] {
  return periods.flatMap(({ from, byLanguage }) =>
    byLanguage.map(({ language, count }) => [from.toISOString(), language, count]),
  );
}

function campaignsOf({ campaigns }: WeeklyReport): readonly Cell[][] {
  return campaigns.biggest.map(({ number, category, copies, channels }) => [number, category, copies, channels]);
}

function retentionOf({ period: { from, to }, erased }: WeeklyReport): readonly Cell[][] {
  return [[from.toISOString(), to.toISOString(), erased]];
}

function precisionOf({ precisionByLanguage }: WeeklyReport): readonly Cell[][] {
  return precisionByLanguage.map(({ language, precision: { confirmed, falseAlarms, share } }) => [
    ...[language, confirmed, falseAlarms, ...[share?.value, share?.low, share?.high].map(rounded)],
  ]);
}

function rounded(share: number | undefined): Cell {
  return share === undefined ? undefined : Number(share.toFixed(4));
}

function termsOf({ rising }: WeeklyReport): readonly Cell[][] {
  return rising.map(({ role, gloss, now, before, z }) => [role, gloss, now, before, Number(z.toFixed(2))]);
}

function gapsOf({ gaps }: WeeklyReport): readonly Cell[][] {
  return gaps.map(({ channel, reason, from, to }) => [channel.id, reason, from.toISOString(), to.toISOString()]);
}

function table(name: string, head: readonly string[], rows: readonly (readonly Cell[])[]): CsvFile {
  const text = [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
  return { name: `${name}.csv`, text };
}

/** Quoted where it must be, and never a formula to a spreadsheet. */
function cell(value: Cell): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
