import { InvalidArgumentError } from 'commander';
import { chosenCommunities } from './chosen-communities.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import { readDays } from './read-days.js';
import type { AddCommand } from './shell.js';
import { withStore } from './with-store.js';

interface BudgetOptions {
  readonly alertsPerDay: number;
  readonly last: number;
  readonly guild?: string;
  readonly pack?: string;
  readonly json?: true;
}

const HELP = `
Shows by how much the thresholds of the pack would have to rise so that no more cards come in a day than the team can look at,
going by the cards of the last days, and what that would cost: the calls among the pack's written cases that would no longer
alert. Every language's threshold rises alike. Urgent cards are never held back. Precision is shown from 200 verdicts on.

It changes nothing. Thresholds are set by \`didbon train\` from wantedFalseAlerts in pack.yaml; alertsPerHour in the settings
caps the cards whatever the threshold.

Examples:
  $ didbon budget --alerts-per-day 10
  $ didbon budget --alerts-per-day 5 --last 8w --guild 100000000000000001 --json`;

/** `didbon budget`: what so many alerts a day would take and cost. */
export const addBudget: AddCommand = (program, { io, act }) => {
  program
    .command('budget')
    .summary('show what so many alerts a day would take and cost')
    .description('Show the thresholds at which no more alerts come in a day than wanted, and what they would miss.')
    .requiredOption('--alerts-per-day <number>', 'cards a day that the team can look at', readNumber)
    .option('--last <days>', 'days to go by, such as 28d or 8w', readDays, 28)
    .option('--guild <id>', 'only this community')
    .option('--pack <folder>', 'classifier pack (default: DIDBON_PACK_DIR or the one shipped)')
    .option('--json', 'print one JSON object a community and line')
    .addHelpText('after', HELP)
    .action(act((options: BudgetOptions) => budget(io, options)));
};

function readNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || number <= 0)
    throw new InvalidArgumentError('expected a number above 0, such as 10');
  return number;
}

async function budget(io: Io, options: BudgetOptions): Promise<ExitCode> {
  const [{ loadSettings }, { systemClock }, { daysUntil }, { gatherBudget }, { renderBudget }] = await Promise.all([
    import('../settings/settings.js'),
    import('../adapters/system/clock.js'),
    import('../report/period.js'),
    import('../learn/gather-budget.js'),
    import('./render-budget.js'),
  ]);
  const { packFolder } = await import('./pack-folder.js');
  const { readBudgetCosts } = await import('../learn/budget-costs.js');
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const communities = chosenCommunities(settings, options.guild);
  const costs = await readBudgetCosts(packFolder(io, options.pack));
  return await withStore(io, settings, async (store) => {
    const now = systemClock.now();
    for (const { guildId, timezone } of communities) {
      const period = daysUntil(now, options.last, timezone);
      const plan = await gatherBudget(guildId, period, options.alertsPerDay, { ...costs, ...store });
      say(io, options.json ? JSON.stringify({ guildId, ...plan }) : renderBudget(guildId, plan, io.colour));
    }
  });
}
