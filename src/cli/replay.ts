import type { ReplayOptions } from './replay-result.js';
import type { AddCommand } from './shell.js';

const HELP = `
Reads exports of DiscordChatExporter in JSON (its format "Json"), or JSONL with a message or {"text"} a line.
Nothing is stored and nothing is sent. Damaged records are counted and named, and the rest goes on.

Examples:
  $ didbon replay general.json
  $ didbon replay exports/*.json --json > replay.json
  $ didbon replay general.json --alerts --show-text`;

/** `didbon replay`: what would have been alerted in past messages. */
export const addReplay: AddCommand = (program, { io, act }) => {
  program
    .command('replay')
    .summary('assess an export and show what would have been alerted')
    .description('Assess exported messages offline and show what would have been alerted, by channel and category.')
    .argument('<files...>', 'exports of DiscordChatExporter (JSON), or JSONL')
    .option('--json', 'print one JSON object instead of tables')
    .option('--alerts', 'list each alert with its link and reasons')
    .option('--show-text', 'with --alerts: print the texts, too')
    .option('--skip-author <id>', 'leave out messages of this author, such as the bot itself')
    .option('--pack <folder>', 'classifier pack to use (default: DIDBON_PACK_DIR or the one shipped)')
    .addHelpText('after', HELP)
    .action(
      act(async (files: readonly string[], options: ReplayOptions) => {
        const { replayFiles } = await import('./replay-files.js');
        return replayFiles(io, files, options);
      }),
    );
};
