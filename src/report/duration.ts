import { fill } from '../texts/texts-in.js';
import type { ChartTexts } from './chart-texts.js';
import type { WeeklyReport } from './weekly.js';

const MINUTE_MS = 60_000;

/** «median time to a decision: 0 h 12 min (8 decided)»; undefined where nothing was decided. */
export function decisionLine({ decisions }: WeeklyReport, texts: ChartTexts): string | undefined {
  if (decisions.medianMs === undefined) return undefined;
  const minutes = Math.round(decisions.medianMs / MINUTE_MS);
  const time = fill(texts.duration, { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) });
  return fill(texts.decisionTime, { time, count: String(decisions.count) });
}
