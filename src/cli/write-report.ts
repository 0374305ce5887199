import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lazyChartPainter } from '../adapters/chart/lazy-chart-painter.js';
import type { Community } from '../domain/community.js';
import { localDay } from '../report/period.js';
import { reportCharts } from '../report/report-charts.js';
import { reportCsv } from '../report/report-csv.js';
import { reportHtml } from '../report/report-html.js';
import type { WeeklyReport } from '../report/weekly.js';

/** Writes a report as HTML, PNG and CSV files; answers the folder. Files of the same report are written over. */
export async function writeReport(
  report: WeeklyReport,
  { guildId, timezone, interfaceLanguage }: Community,
  parent: string,
): Promise<string> {
  const folder = join(parent, `${guildId}-${localDay(report.period.from, timezone)}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const charts = reportCharts(report, interfaceLanguage);
  const pictures =
    charts.length === 0
      ? undefined
      : { light: await lazyChartPainter.paint(charts, 'light'), dark: await lazyChartPainter.paint(charts, 'dark') };
  if (pictures) await writeFile(join(folder, 'report.png'), pictures.light);
  await writeFile(join(folder, 'report.html'), reportHtml(report, interfaceLanguage, pictures));
  for (const { name, text } of reportCsv(report)) await writeFile(join(folder, name), text);
  return folder;
}
