import type { Language } from '../assess/assessment.js';
import type { BudgetPlan, BudgetShare } from '../domain/plan-budget.js';
import { ENOUGH_VERDICTS } from '../domain/precision.js';
import type { BudgetTexts } from '../texts/budget-texts.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';

/** Days whose cards a budget goes by. */
export const BUDGET_DAYS = 28;

const TAGS: Readonly<Record<Language, string>> = { tajik: 'tg', uzbek: 'uz', russian: 'ru' };

/** What a budget of so many cards a day would take and cost, in a few lines; of an unknown plan, that nothing was read. */
export function sayBudget(wanted: number, plan: BudgetPlan | undefined, { commands: { budget } }: Texts): string {
  const title = `**${fill(budget.title, { wanted: String(wanted) })}**`;
  if (plan === undefined) return [title, fill(budget.nothing, { days: String(BUDGET_DAYS) })].join('\n');
  return [
    title,
    takes(plan, budget),
    ...plan.languages.map((one) => {
      const [before, after] = [one.thresholdBefore.toFixed(2), one.thresholdAfter.toFixed(2)];
      return `\`${TAGS[one.language]}\`: ${[fill(budget.threshold, { before, after }), ...costs(one, budget)].join(' · ')}`;
    }),
    `${budget.all}: ${costs(plan.total, budget).join(' · ')}`,
    ...(plan.total.precision.share === undefined ? [fill(budget.tooFew, { count: String(ENOUGH_VERDICTS) })] : []),
    fill(budget.unchanged, { days: String(plan.days) }),
  ].join('\n');
}

function takes({ raise, isKept, total }: BudgetPlan, texts: BudgetTexts): string {
  if (!isKept) return fill(texts.notKept, { after: total.after.toFixed(1) });
  return raise === 0 ? texts.kept : fill(texts.raise, { raise: raise.toFixed(2) });
}

function costs({ before, after, precision, calls, givenUp }: BudgetShare, texts: BudgetTexts): readonly string[] {
  return [
    fill(texts.cards, { before: before.toFixed(1), after: after.toFixed(1) }),
    fill(texts.givenUp, { count: String(givenUp), calls: String(calls) }),
    sayPrecision(precision, texts),
  ];
}

function sayPrecision({ confirmed, falseAlarms, share }: BudgetShare['precision'], texts: BudgetTexts): string {
  if (share === undefined)
    return fill(texts.decided, { confirmed: String(confirmed), decided: String(confirmed + falseAlarms) });
  const percent = (value: number) => (100 * value).toFixed(0);
  return fill(texts.precision, {
    percent: percent(share.value),
    low: percent(share.low),
    high: percent(share.high),
  });
}
