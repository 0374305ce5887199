import { createColors } from 'picocolors';
import type { BudgetPlan, BudgetShare } from '../domain/plan-budget.js';
import { ENOUGH_VERDICTS } from '../domain/precision.js';
import type { Snowflake } from '../domain/snowflake.js';
import { type Cell, formatNumber, renderTable } from './table.js';

const HEAD = ['language', 'threshold', 'alerts a day', 'precision', 'recall given up on written cases'] as const;

/** A budget as a person reads it at a terminal. */
export function renderBudget(guildId: Snowflake, plan: BudgetPlan | undefined, colour: boolean): string {
  const heading = createColors(colour).bold(`Community ${guildId}`);
  if (plan === undefined) return `${heading}\nNothing was read in this time, so the alerts to expect are not known.\n`;
  const rows = plan.languages.map((one) => [
    one.language,
    change(one.thresholdBefore, one.thresholdAfter, 2),
    ...cells(one),
  ]);
  return [
    heading,
    verdictOf(plan),
    renderTable(HEAD, [...rows, ['all', '', ...cells(plan.total)]], colour),
    `Precision: confirmed of those decided, as a share from ${ENOUGH_VERDICTS} verdicts on.`,
    `Days in which messages were read, and which this goes by: ${plan.days}. Nothing was changed.\n`,
  ].join('\n');
}

function verdictOf({ wanted, raise, isKept, total }: BudgetPlan): string {
  if (raise === 0 && isKept) return `The alerts keep to ${formatNumber(wanted)} a day as it is.`;
  if (!isKept)
    return `Even the highest thresholds would leave ${total.after.toFixed(1)} alerts a day: urgent ones are never held back.`;
  return `For ${formatNumber(wanted)} alerts a day every threshold would have to rise by ${raise.toFixed(2)}.`;
}

function cells(share: BudgetShare): readonly Cell[] {
  return [
    change(share.before, share.after, 1),
    precision(share),
    `${share.givenUp} of ${formatNumber(share.calls)} calls`,
  ];
}

function change(before: number, after: number, digits: number): string {
  return before === after ? before.toFixed(digits) : `${before.toFixed(digits)} → ${after.toFixed(digits)}`;
}

function precision({ precision: { confirmed, falseAlarms, share } }: BudgetShare): string {
  const decided = confirmed + falseAlarms;
  if (share === undefined) return `${confirmed} of ${decided}`;
  const percent = (value: number) => `${Math.round(value * 100)} %`;
  return `${percent(share.value)} (${percent(share.low)} to ${percent(share.high)}) of ${formatNumber(decided)}`;
}
