import { isStatistical, type Reason } from '../assess/assessment.js';
import { cut } from './escape.js';

/** Characters kept before the first match, so that a reader sees how the sentence begins. */
const LEAD = 200;

/** The part of a long text around its first match, at most `limit` UTF-16 units; ellipses show where it was cut. */
export function excerpt(text: string, reasons: readonly Reason[], limit: number): string {
  if (text.length <= limit) return text;
  const starts = reasons
    .filter((reason) => !isStatistical(reason) && reason.end > reason.start)
    .map((reason) => reason.start);
  const first = starts.length === 0 ? 0 : Math.min(...starts);
  const from = Math.max(0, Math.min(first - LEAD, text.length - limit));
  if (from === 0) return cut(text, limit);

  const space = text.indexOf(' ', from);
  const start = space === -1 || space > first ? from : space + 1;
  const isHalf = /^[\uDC00-\uDFFF]/.test(text.slice(start));
  return `…${cut(text.slice(isHalf ? start + 1 : start), limit - 1)}`;
}
