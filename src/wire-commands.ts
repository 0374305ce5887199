import { explainAssessment } from './alert/explain-assessment.js';
import type { Assessment } from './assess/assessment.js';
import type { CommandParts } from './commands/answer-command.js';
import { BUDGET_DAYS } from './commands/say-budget.js';
import type { Community } from './domain/community.js';
import type { BudgetCosts } from './domain/plan-budget.js';
import type { Snowflake } from './domain/snowflake.js';
import type { TermSearch } from './domain/term.js';
import { isWatched } from './ingest/accept.js';
import { gatherBudget } from './learn/gather-budget.js';
import type { Clock } from './ports/clock.js';
import type { CommandRegistry } from './ports/command.js';
import { messageOf } from './ports/errors.js';
import type { Log } from './ports/log.js';
import { gatherReport } from './report/gather-report.js';
import { daysUntil } from './report/period.js';
import { coverageCard, reportCard } from './report/report-card.js';
import { forgetUser } from './retention/forget-user.js';
import type { Store } from './store/store.js';
import { commandWords } from './texts/command-words.js';

export interface CommandWiring {
  readonly community: (guildId: Snowflake) => Community | undefined;
  readonly assess: (text: string) => Assessment;
  readonly searchTerms: TermSearch;
  readonly budgetCosts: () => Promise<BudgetCosts>;
  readonly store: Store;
  readonly nameOf: (guildId: Snowflake) => (channelId: Snowflake) => string | undefined;
  readonly wakeAlerts: (guildId: Snowflake) => void;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: () => string;
}

/** Days that /didbon coverage looks back. */
const COVERAGE_DAYS = 30;

/** What the commands need of the stages. */
export function wireCommands({ store, nameOf, ...wiring }: CommandWiring): CommandParts {
  const { clock } = wiring;
  const gather = async (community: Community, days: number) => {
    const now = clock.now();
    const source = { ...store, channelName: nameOf(community.guildId) };
    return await gatherReport(community, daysUntil(now, days, community.timezone), now, source);
  };
  return {
    ...wiring,
    ...store,
    isWatched,
    explain: explainAssessment,
    report: async (community, days) => reportCard(await gather(community, days), community.interfaceLanguage),
    coverage: async (community) => coverageCard(await gather(community, COVERAGE_DAYS), community.interfaceLanguage),
    budget: async ({ guildId, timezone }, alertsPerDay) => {
      const period = daysUntil(clock.now(), BUDGET_DAYS, timezone);
      return await gatherBudget(guildId, period, alertsPerDay, { ...store, ...(await wiring.budgetCosts()) });
    },
    forgetUser: async (guildId, userId, actor) =>
      (await forgetUser({ guildId, userId, actor }, { ...wiring, erasure: store.erasure })).flags,
  };
}

/** Makes Discord offer the commands, where it does not yet. Without them the cards work all the same. */
export async function offerCommands(registry: CommandRegistry, log: Log): Promise<void> {
  try {
    if (await registry.register(commandWords)) log.info('the commands are registered');
  } catch (error) {
    log.warn('the commands could not be registered', { error: messageOf(error) });
  }
}
