import { type BudgetCosts, type BudgetPlan, planBudget } from '../domain/plan-budget.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { CardScores, Counts, Period } from '../store/store.js';
import { languageOfTag } from './score-benign.js';

export interface BudgetSources extends BudgetCosts {
  readonly counts: Pick<Counts, 'tallies'>;
  readonly cardScores: CardScores;
}

/** What a budget of so many cards a day would take; undefined where nothing was read in the period. */
export async function gatherBudget(
  guildId: Snowflake,
  period: Period,
  wanted: number,
  { counts, cardScores, calls, thresholds }: BudgetSources,
): Promise<BudgetPlan | undefined> {
  const tallies = await counts.tallies(guildId, period);
  // Days before the first start, or while the bot was away, would make alerts look rarer than they are.
  const days = new Set(tallies.map(({ day }) => day)).size;
  if (days === 0) return undefined;
  const scores = await cardScores.read(guildId, period);
  const scored = scores.map(({ language, ...score }) => ({ ...score, language: languageOfTag(language) }));
  return planBudget({ wanted, days, alerts: scored, calls, thresholds });
}
