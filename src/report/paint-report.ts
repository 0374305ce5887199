import type { Card } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { ChartPainter } from '../ports/chart-painter.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import { reportCard } from './report-card.js';
import { reportCharts } from './report-charts.js';
import type { WeeklyReport } from './weekly.js';

/** The card of a report with its picture. Without one where there is nothing to draw, or drawing fails: the words must go out. */
export async function paintReport(
  report: WeeklyReport,
  { interfaceLanguage }: Pick<Community, 'interfaceLanguage'>,
  { painter, log }: { readonly painter: ChartPainter; readonly log: Log },
): Promise<Card> {
  const card = reportCard(report, interfaceLanguage);
  const charts = reportCharts(report, interfaceLanguage);
  if (charts.length === 0) return card;
  try {
    return { ...card, image: { name: 'report.png', png: await painter.paint(charts, 'light') } };
  } catch (error) {
    log.error('the charts of a report could not be drawn', { guild: report.guildId, error: messageOf(error) });
    return card;
  }
}
