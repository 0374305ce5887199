import { createColors } from 'picocolors';
import type { Assessment } from '../assess/assessment.js';
import { type AlertRow, type ReplayAlert, type ReplayCounts, totalAlerts } from '../replay/replay.js';
import type { ReplayOptions, ReplayResult } from './replay-result.js';
import { type Cell, formatNumber, numberCell, renderTable } from './table.js';
import { visibleText } from './visible-text.js';

/** Damaged records named in the readable form; the JSON form names more. */
const MOST_SHOWN = 10;

/** Languages shown one by one, those with alerts first. */
const MOST_LANGUAGES = 12;

/** The result as a person reads it: alerts by channel and category, languages, and what was not assessed and why. */
export function renderReplay(result: ReplayResult, colour: boolean): string {
  const c = createColors(colour);
  const { counts } = result;
  const total = totalAlerts(counts);
  const headline = `${formatNumber(total)} ${total === 1 ? 'alert' : 'alerts'} in ${formatNumber(counts.assessed)} messages assessed`;
  return [
    ...(total === 0 ? [] : [alertTable([...counts.alerts.values()], colour), '']),
    languageTable(counts, colour),
    '',
    c.bold(headline),
    ...countLines(counts),
    ...malformedLines(result),
  ].join('\n');
}

/** One alert, on a few lines. The text only where it was asked for: it need not stand in a terminal's history. */
export function renderReplayAlert(
  { message, assessment }: ReplayAlert,
  { colour, showText }: { readonly colour: boolean; readonly showText: boolean },
): string {
  const c = createColors(colour);
  const { place, id } = message;
  const where = linkOf({ message, assessment }) ?? `#${place.channelName} ${id ?? ''}`;
  const lines = reasonLines(assessment, showText);
  const heading = `${c.bold(assessment.level)} ${assessment.category} ${assessment.language} ${c.dim(visibleText(where))}`;
  const text = showText ? [`    ${visibleText(message.text).replaceAll('\n', '\n    ')}`] : [];
  return [heading, ...text, ...lines].join('\n');
}

/** Why an assessment is what it is, a line a reason; with the words of the message only where they were asked for. */
export function reasonLines({ reasons }: Pick<Assessment, 'reasons'>, showText: boolean): readonly string[] {
  return reasons.map((reason) => {
    const words = showText && reason.text !== '' ? `«${visibleText(reason.text)}» ` : '';
    return `    ${reason.kind} ${reason.role}: ${words}${reason.gloss} (${reason.weight.toFixed(2)})`;
  });
}

/** The result as one plain object, for `--json`. */
export function replayJson(result: ReplayResult, options: ReplayOptions): object {
  const { counts, alerts } = result;
  const rows = [...counts.alerts.values()];
  return {
    files: result.files,
    read: counts.read,
    assessed: counts.assessed,
    notAssessed: counts.notAssessed,
    skipped: counts.skipped,
    malformed: counts.malformed,
    malformedRecords: result.malformed.map(({ file, record, unit, at, why }) => ({ file, record, [unit]: at, why })),
    truncated: result.truncated,
    levels: counts.byLevel,
    alerts: {
      total: totalAlerts(counts),
      byLevel: sumBy(rows, (row) => row.level),
      byCategory: sumBy(rows, (row) => row.category),
      byChannel: sumBy(rows, (row) => row.channel),
      byLanguage: Object.fromEntries(
        [...counts.languages]
          .filter(([, { alerts: count }]) => count > 0)
          .map(([tag, { alerts: count }]) => [tag, count]),
      ),
      rows,
    },
    languages: Object.fromEntries([...counts.languages].map(([tag, { assessed }]) => [tag, assessed])),
    ...(options.alerts ? { list: alerts.map((alert) => alertJson(alert, options.showText === true)) } : {}),
    ...(result.alertsCut ? { listCut: true } : {}),
  };
}

function alertJson(alert: ReplayAlert, showText: boolean): object {
  const { message, assessment } = alert;
  return {
    id: message.id ?? null,
    link: linkOf(alert) ?? null,
    channel: message.place.channelName,
    level: assessment.level,
    category: assessment.category,
    language: assessment.language,
    score: assessment.score,
    reasons: assessment.reasons.map(({ text, ...reason }) => (showText ? { ...reason, text } : reason)),
    ...(showText ? { text: message.text } : {}),
  };
}

function linkOf({ message: { id, place } }: ReplayAlert): string | undefined {
  if (id === undefined || place.guildId === undefined || place.channelId === undefined) return undefined;
  return `https://discord.com/channels/${place.guildId}/${place.channelId}/${id}`;
}

function alertTable(rows: readonly AlertRow[], colour: boolean): string {
  const sorted = [...rows].sort((a, b) => b.count - a.count || a.channel.localeCompare(b.channel));
  const cells = sorted.map((row) => [visibleText(row.channel), row.category, row.level, numberCell(row.count)]);
  return renderTable(['channel', 'category', 'level', 'alerts'], cells, colour);
}

function languageTable(counts: ReplayCounts, colour: boolean): string {
  const sorted = [...counts.languages].sort(([, a], [, b]) => b.alerts - a.alerts || b.assessed - a.assessed);
  const shown = sorted.slice(0, MOST_LANGUAGES);
  const others = sorted.slice(MOST_LANGUAGES).map(([, row]) => row);
  const cells: (readonly Cell[])[] = shown.map(([tag, row]) => [tag, numberCell(row.assessed), numberCell(row.alerts)]);
  const sum = (of: 'assessed' | 'alerts') => numberCell(others.reduce((total, row) => total + row[of], 0));
  if (others.length > 0) cells.push([`${others.length} others`, sum('assessed'), sum('alerts')]);
  return renderTable(['language', 'assessed', 'alerts'], cells, colour);
}

function countLines({ read, notAssessed, skipped, malformed, byLevel }: ReplayCounts): readonly string[] {
  return [
    `  read ${formatNumber(read)} · watch only ${formatNumber(byLevel.watch)}`,
    `  not assessed: nothing to read ${formatNumber(notAssessed['no-text'])}, Perso-Arabic script ${formatNumber(notAssessed['perso-arabic'])}`,
    `  left out: written by Discord ${formatNumber(skipped.system)}, author to skip ${formatNumber(skipped.author)}`,
    `  malformed ${formatNumber(malformed)}`,
  ];
}

function malformedLines({ counts, malformed }: ReplayResult): readonly string[] {
  const shown = malformed.slice(0, MOST_SHOWN);
  const lines = shown.map(
    ({ file, record, unit, at, why }) => `    ${file}: record ${record} at ${unit} ${at}: ${why}`,
  );
  const more = counts.malformed - shown.length;
  return more > 0 ? [...lines, `    and ${formatNumber(more)} more`] : lines;
}

function sumBy(rows: readonly AlertRow[], keyOf: (row: AlertRow) => string): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.count);
  return Object.fromEntries(sums);
}
