import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import type { SandboxFlags } from './sandbox-flags.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

const HELP = `
A local Discord on 127.0.0.1 with a sample community, and the real bot logged in to it through discord.js: nothing leaves
this machine, and its database goes when it ends. On a terminal you can press the cards' buttons by their number.

Examples:
  $ didbon sandbox                         the conversation at a human pace, alerts as they come
  $ didbon sandbox --fast                  all of it at once, then a summary
  $ didbon sandbox --import texts.tsv --json
                                           posts any texts (lines, TSV with a header, JSONL) into a watched channel
  $ didbon sandbox --serve --port 4000     only the local Discord, for a bot that you start yourself

--json ends with one object: {"posted","assessed","alerts","byLevel","seconds"}`;

/** `didbon sandbox`: the whole product on this machine, without a token. */
export const addSandbox: AddCommand = (program, { io, act }) => {
  program
    .command('sandbox')
    .summary('try the whole bot on a local Discord, without a token')
    .description('Play a sample community, or your own texts, to the real bot on a local Discord.')
    .option('--fast', 'play everything at once and exit with a summary')
    .option('--import <file>', 'post the texts of a file instead, and exit when all are handled')
    .option('--json', 'print the summary as one JSON object on the last line')
    .option('--serve', 'run the local Discord alone and print how to connect a bot to it')
    .option('--port <number>', 'port of the local Discord (default: a free one)', readPort)
    .addHelpText('after', HELP)
    .action(act((flags: SandboxFlags) => sandbox(io, flags)));
};

/** `didbon start`: the bot where there is a token, else the sandbox. */
export const addStart: AddCommand = (program, { io, act }) => {
  program
    .command('start')
    .summary('run the bot, or the sandbox when there is no token')
    .description('With a token in .env, the same as `didbon run`; without one, the same as `didbon sandbox`.')
    .addHelpText('after', '\nExample:\n  $ npm start')
    .action(act(() => start(io)));
};

async function start(io: Io): Promise<ExitCode> {
  const { loadSettings } = await import('../settings/settings.js');
  const { secrets } = loadSettings({ env: io.env, cwd: io.cwd });
  if (secrets.token === undefined) return await sandbox(io, {});
  const { runBot } = await import('./run.js');
  return await runBot(io);
}

async function sandbox(io: Io, flags: SandboxFlags): Promise<ExitCode> {
  if (flags.serve && flags.json) throw new UsageError('--serve prints no summary; leave --json out');
  const { playSandbox, serveSandbox } = await import('./sandbox-session.js');
  return flags.serve ? await serveSandbox(io, flags) : await playSandbox(io, flags);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port: found "${text}"; expected a number from 0 to 65535`);
  return port;
}
