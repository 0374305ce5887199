import { setImmediate as breathe } from 'node:timers/promises';
import type { AssessParts } from '../assess/assess-parts.js';
import { type Assessment, alerts } from '../assess/assessment.js';
import { createAssess } from '../assess/index.js';
import type { BudgetCosts } from '../domain/plan-budget.js';
import { type Cases, languageOf } from '../packs/pack-sources.js';
import { readCases } from '../packs/read-cases.js';
import { readPack } from '../packs/read-pack.js';
import { caseTexts, evaluateCases } from './evaluate-cases.js';

/** What raising the thresholds of a pack is weighed by: the thresholds, and the calls among its written cases that alert today. */
export async function budgetCosts(
  { decisions: { tajik, uzbek, russian } }: Pick<AssessParts, 'decisions'>,
  cases: Cases,
  assess: (text: string) => Assessment,
): Promise<BudgetCosts> {
  return {
    calls: await alertingCalls(cases, assess),
    thresholds: {
      ...(tajik && { tajik: tajik.thresholds.review }),
      ...(uzbek && { uzbek: uzbek.thresholds.review }),
      ...(russian && { russian: russian.thresholds.review }),
    },
  };
}

/** The same of the pack in a folder. Throws PackError. */
export async function readBudgetCosts(folder: string): Promise<BudgetCosts> {
  const { parts } = readPack(folder);
  return await budgetCosts(parts, readCases(folder), createAssess(parts));
}

/** A running bot does this, too: between two cases whatever else is due gets its turn. */
async function alertingCalls(cases: Cases, assess: (text: string) => Assessment): Promise<BudgetCosts['calls']> {
  const alerting: BudgetCosts['calls'][number][] = [];
  for (const text of caseTexts(cases)) {
    if (text.category === undefined) continue;
    await breathe();
    for (const { writing, level, score } of evaluateCases([text], assess))
      if (alerts(level)) alerting.push({ language: languageOf(writing), level, score });
  }
  return alerting;
}
