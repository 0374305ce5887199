import { Option } from 'commander';
import type { BacktestOptions } from './backtest-options.js';
import { readDayCount } from './read-day-count.js';
import type { AddCommand } from './shell.js';

const HELP = `
Rereads the watched channels over REST in memory, one page at a time and with pauses, so that the running bot comes first; or reads
exports of DiscordChatExporter (JSON) or JSONL. Prints each alert gained or lost with its link and reasons, then totals.

Texts are printed only with --show-text, and never stored: counts and encrypted links are, so that \`didbon publish\` can say that
this very pack was tried. A backtest that is broken off with Ctrl-C leaves nothing behind.

Examples:
  $ didbon backtest --days 7
  $ didbon backtest --export exports/*.json --show-text
  $ didbon backtest --days 2 --community 100000000000000001 --against classifiers-old`;

/** `didbon backtest`: what another state of the pack would have alerted. */
export const addBacktest: AddCommand = (program, { io, act }) => {
  program
    .command('backtest')
    .summary('compare a pack with the active one on past messages')
    .description('Compare a classifier pack with the active one on the messages of the last days, or of exports.')
    .option('--days <number>', 'how far back Discord is read', readDayCount(365), 7)
    .option('--community <id>', 'only this community')
    .option('--export <files...>', 'exports to read instead of Discord')
    .addOption(new Option('--pack <folder>', 'pack to try (default: DIDBON_PACK_DIR or the one shipped)'))
    .option('--against <folder>', 'pack to compare with (default: the active one)')
    .option('--show-text', 'print the texts, too')
    .addHelpText('after', HELP)
    .action(
      act(async (options: BacktestOptions) => {
        const { runBacktest } = await import('./run-backtest.js');
        return runBacktest(io, options);
      }),
    );
};
