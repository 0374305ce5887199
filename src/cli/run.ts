import type { Settings } from '../settings/settings.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

const HELP = `
This is the service's command: it needs a token and never starts a sandbox. It stops within ten seconds of SIGINT or
SIGTERM; what it had not finished is read again from Discord's history at the next start.

Example:
  $ didbon run`;

/** `didbon run`: the bot, until it is told to stop. */
export const addRun: AddCommand = (program, { io, act }) => {
  program
    .command('run')
    .summary('run the bot')
    .description('Connect to Discord with the token of .env, and watch the communities of the settings.')
    .addHelpText('after', HELP)
    .action(act(() => runBot(io)));
};

/** Runs the bot as the settings say. Throws ConfigError or UsageError before anything is opened. */
export async function runBot(io: Io): Promise<ExitCode> {
  const { loadSettings } = await import('../settings/settings.js');
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const token = tokenToRun(settings);

  const [
    { openBot },
    { onUncaught, runUntilStopped, stopSignal },
    { openLog },
    places,
    { systemClock },
    { settleHeap },
  ] = await Promise.all([
    import('../compose/open-bot.js'),
    import('../compose/run-until-stopped.js'),
    import('../compose/open-log.js'),
    import('../compose/places.js'),
    import('../adapters/system/clock.js'),
    import('../adapters/system/settle-heap.js'),
  ]);
  const stop = stopSignal();
  const ended: { code: ExitCode } = { code: EXIT.done };
  const { log, close } = openLog(settings, { stream: io.stdout, isTerminal: io.isTerminal, colour: io.colour });
  const stopFor = (why: string): void => {
    log.error('the bot must stop', { why });
    ended.code = EXIT.failed;
    stop.abort();
  };
  onUncaught((error) => stopFor(`an error that nothing caught: ${nameOf(error)}`));
  const bot = await openBot({
    token,
    api: settings.discordApi,
    database: places.databasePlace(settings),
    key: places.keySource(settings),
    communities: settings.communities,
    assess: { workingCopy: settings.packDir },
    readingPerSecond: settings.readingPerSecond,
    log,
    vitals: settings.vitals,
    onUnfit: stopFor,
  });
  try {
    await settleHeap();
    const inTime = await runUntilStopped(bot, stop.signal, { clock: systemClock, log });
    return inTime ? ended.code : EXIT.failed;
  } finally {
    await close();
  }
}

/** Throws UsageError for settings with which there is nothing to run. */
function tokenToRun({ secrets, communities }: Settings): string {
  if (secrets.token === undefined)
    throw new UsageError('DIDBON_TOKEN is not set; put the bot token into .env, or try `didbon sandbox` without one');
  if (communities.size === 0)
    throw new UsageError('no community is configured; add one under `communities:` in config/default.yaml');
  return secrets.token;
}

/** An error's name and where it was thrown, without its message: that may quote what a member wrote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...places.slice(0, 4).map((line) => line.trim())].join(' ');
}
