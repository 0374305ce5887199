import type { Gap, IdRange } from '../domain/coverage.js';
import { createdAt, type Snowflake } from '../domain/snowflake.js';
import type { Ledger } from '../store/store.js';
import { chosenCommunities } from './chosen-communities.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';
import { renderTable } from './table.js';
import { withStore } from './with-store.js';

interface CoverageOptions {
  readonly guild?: string;
  readonly json?: true;
}

interface ChannelCoverage {
  readonly guild: Snowflake;
  readonly channel: Snowflake;
  readonly ranges: readonly IdRange[];
  readonly gaps: readonly Gap[];
}

const HELP = `
A range is a stretch of message ids in which every message that existed when it was read has been assessed and counted.
What lies between ranges is a gap; each has its reason: before-first-start, outage (read again by itself), no-permission,
history-unavailable, channel-deleted, backfill (asked for, still to be read). Times are UTC.

Examples:
  $ didbon coverage
  $ didbon coverage --guild 100000000000000001 --json`;

/** `didbon coverage`: what has been read of each channel, what has not, and why. */
export const addCoverage: AddCommand = (program, { io, act }) => {
  program
    .command('coverage')
    .summary('show what has been read of each channel, and what has not')
    .description('Show covered ranges and gaps of every channel, with reasons.')
    .option('--guild <id>', 'only this community')
    .option('--json', 'print one JSON object a channel and line')
    .addHelpText('after', HELP)
    .action(act((options: CoverageOptions) => coverage(io, options)));
};

async function coverage(io: Io, options: CoverageOptions): Promise<ExitCode> {
  const { loadSettings } = await import('../settings/settings.js');
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const communities = chosenCommunities(settings, options.guild);
  return await withStore(io, settings, async ({ ledger }) => {
    for (const { guildId } of communities) show(io, await gather(guildId, ledger), options.json === true);
  });
}

async function gather(guild: Snowflake, ledger: Ledger): Promise<readonly ChannelCoverage[]> {
  const [channels, gaps] = await Promise.all([ledger.channels(guild), ledger.gaps(guild)]);
  const found: ChannelCoverage[] = [];
  for (const channel of channels) {
    found.push({
      guild,
      channel,
      ranges: await ledger.ranges(channel),
      gaps: gaps.filter((gap) => gap.channelId === channel),
    });
  }
  return found;
}

function show(io: Io, channels: readonly ChannelCoverage[], json: boolean): void {
  if (json) {
    for (const channel of channels) say(io, JSON.stringify(channel));
    return;
  }
  const rows = channels.flatMap(({ channel, ranges, gaps }) => [
    ...ranges.map((range) => [channel, 'read', ...ends(range)]),
    ...gaps.map((gap) => [channel, `gap: ${gap.reason}`, ...ends(gap)]),
  ]);
  say(io, renderTable(['channel', 'what', 'from', 'to'], rows, io.colour));
  const gapped = channels.filter(({ gaps }) => gaps.length > 0).length;
  say(io, `${channels.length} channels, ${gapped} with gaps`);
}

function ends({ from, to }: IdRange): readonly [string, string] {
  return [moment(from), moment(to)];
}

function moment(id: Snowflake): string {
  return createdAt(id).toISOString().replace('T', ' ').slice(0, 19);
}
