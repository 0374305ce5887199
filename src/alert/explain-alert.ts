import type { Alert } from '../domain/alert.js';
import type { Texts } from '../texts/texts.js';
import { wholeLines } from './escape.js';
import { reasonLine, scoreText } from './render-card.js';

/** Discord's limit for the content of a message. */
const LONGEST_ANSWER = 2_000;

/** The whole explanation behind Why?: every reason with its weight, what spoke for a call first, then what spoke against it. */
export function explainAlert(alert: Alert, texts: Texts, runbookUrl?: string): string {
  const { flag } = alert;
  const lines = flag.reasons.map((reason) => ({
    reason,
    line: `${reasonLine(reason)} · ${reason.role} ${signed(reason.weight)}`,
  }));
  const raised = lines.filter(({ reason }) => reason.weight >= 0).map(({ line }) => line);
  const lowered = lines.filter(({ reason }) => reason.weight < 0).map(({ line }) => line);
  const link = runbookUrl === undefined ? '' : `\n[${texts.review.runbook}](<${runbookUrl}>)`;
  const total = `${texts.card.score}: ${scoreText(flag.score, texts)} (${signed(flag.score)}) · ${flag.pack}${link}`;
  const parts = [`**${texts.answers.why}**`, ...raised];
  if (lowered.length > 0) parts.push(`**${texts.answers.lowered}**`, ...lowered);
  return `${wholeLines(parts, LONGEST_ANSWER - total.length - 1)}\n${total}`;
}

function signed(weight: number): string {
  return `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
}
