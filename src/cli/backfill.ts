import { InvalidArgumentError } from 'commander';
import type { IdRange } from '../domain/coverage.js';
import { createdAt, firstIdAt, previousId, type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Clock } from '../ports/clock.js';
import type { Ledger, Store } from '../store/store.js';
import { chosenCommunities } from './chosen-communities.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';
import { withStore } from './with-store.js';

interface BackfillOptions {
  readonly from: Date;
  readonly to?: Date;
  readonly guild?: string;
  readonly channel?: string;
  readonly wait: boolean;
}

const HELP = `
Asks the bot to read what lies before its first start, or was given up. A running bot begins within a minute, reads at the lowest
priority, and goes on after a restart; \`didbon coverage\` shows what is left as gaps named "backfill". Asking twice does no harm.

Examples:
  $ didbon backfill --from 2026-10-01
  $ didbon backfill --from 2026-10-01 --to 2026-10-15 --channel 100000000000000003 --no-wait`;

/** `didbon backfill`: has a stretch of the past read. */
export const addBackfill: AddCommand = (program, { io, act }) => {
  program
    .command('backfill')
    .summary('have a stretch of the past read')
    .description(
      'Have messages read that were posted before the bot came, or that it gave up. Shows progress until they are read.',
    )
    .requiredOption('--from <day>', 'first day, such as 2026-10-01, UTC', readDay)
    .option('--to <day>', 'last day; default: up to what is read already', readDay)
    .option('--guild <id>', 'only this community')
    .option('--channel <id>', 'only this channel')
    .option('--no-wait', 'ask, and do not wait for the end')
    .addHelpText('after', HELP)
    .action(act((options: BackfillOptions) => backfill(io, options)));
};

function readDay(text: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime())) throw new InvalidArgumentError('expected a day such as 2026-10-01');
  return day;
}

async function backfill(io: Io, options: BackfillOptions): Promise<ExitCode> {
  const [{ loadSettings }, { systemClock }] = await Promise.all([
    import('../settings/settings.js'),
    import('../adapters/system/clock.js'),
  ]);
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const communities = chosenCommunities(settings, options.guild);
  const range = rangeOf(options, systemClock.now());
  return await withStore(io, settings, async (store) => {
    const guildIds = communities.map(({ guildId }) => guildId);
    for (const guildId of guildIds) await ask(guildId, range, options.channel, { store, clock: systemClock });
    const left = await remaining(guildIds, store.ledger);
    if (left === 0)
      return say(io, 'There is nothing to read there: it is read already, or the channels are not known yet.');
    say(io, `Asked for: ${hours(left)} hours of channels. A running bot begins within a minute.`);
    if (options.wait) await showProgress(io, guildIds, { store, clock: systemClock });
  });
}

interface BackfillParts {
  readonly store: Pick<Store, 'ledger'>;
  readonly clock: Clock;
}

function rangeOf({ from, to }: BackfillOptions, now: Date): IdRange {
  const end = to === undefined ? now : new Date(to.getTime() + 86_400_000);
  if (end <= from) throw new UsageError('--to lies before --from');
  return { from: firstIdAt(from), to: previousId(firstIdAt(end)) };
}

async function ask(
  guildId: Snowflake,
  range: IdRange,
  channel: string | undefined,
  { store: { ledger }, clock }: BackfillParts,
): Promise<void> {
  const { reclaimable } = await import('../ingest/plan-catch-up.js');
  const only = channel === undefined ? undefined : toSnowflake(channel);
  const gaps = (await ledger.gaps(guildId)).filter(({ channelId }) => only === undefined || channelId === only);
  for (const gap of reclaimable(gaps, range))
    await ledger.nameGap(guildId, gap.channelId, gap, 'backfill', clock.now());
}

async function showProgress(io: Io, guildIds: readonly Snowflake[], { store, clock }: BackfillParts): Promise<void> {
  const { progress } = await import('./progress.js');
  const total = await remaining(guildIds, store.ledger);
  const bar = progress(io, { label: 'reading', total: hours(total), unit: 'hours' });
  for (let left = total; left > 0; left = await remaining(guildIds, store.ledger)) {
    bar.update(hours(total - left));
    await clock.sleep(1_000);
  }
  bar.stop();
  say(io, 'All that can be read of it is read.');
}

/** Milliseconds of channels that are asked for and not read. */
async function remaining(guildIds: readonly Snowflake[], ledger: Ledger): Promise<number> {
  const gaps = (await Promise.all(guildIds.map((guildId) => ledger.gaps(guildId)))).flat();
  return gaps
    .filter(({ reason }) => reason === 'backfill')
    .reduce((sum, { from, to }) => sum + Math.max(1, createdAt(to).getTime() - createdAt(from).getTime()), 0);
}

function hours(ms: number): number {
  return Math.max(1, Math.round(ms / 3_600_000));
}
