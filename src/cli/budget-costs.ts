import { createAssess } from '../assess/index.js';
import { alertingCalls, type BudgetSources } from '../learn/gather-budget.js';
import { readPack } from '../packs/read-pack.js';
import { readPackSources } from '../packs/read-pack-sources.js';

/** What raising the thresholds of a pack is weighed by: the thresholds, and the calls of its written cases. Throws PackError. */
export function readBudgetCosts(folder: string): Pick<BudgetSources, 'calls' | 'thresholds'> {
  const { parts } = readPack(folder);
  const { tajik, uzbek, russian } = parts.decisions;
  return {
    calls: alertingCalls(readPackSources(folder), createAssess(parts)),
    thresholds: {
      ...(tajik && { tajik: tajik.thresholds.review }),
      ...(uzbek && { uzbek: uzbek.thresholds.review }),
      ...(russian && { russian: russian.thresholds.review }),
    },
  };
}
