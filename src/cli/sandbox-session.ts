import { createColors } from 'picocolors';
import { createWinstonLog } from '../adapters/log/winston-log.js';
import { systemClock } from '../adapters/system/clock.js';
import { LEVELS, type Level } from '../assess/assessment.js';
import { openSandboxBot, type SandboxBot, sandboxCommunity, startSandbox } from '../compose/open-sandbox.js';
import { aborted, closeInTime, stopSignal } from '../compose/run-until-stopped.js';
import { messageOf } from '../ports/errors.js';
import type { Sandbox } from '../sandbox/create-sandbox.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import { openClassifier } from './open-assess.js';
import { type Progress, progress } from './progress.js';
import { renderAlert } from './render-alert.js';
import type { SandboxFlags } from './sandbox-flags.js';
import { takePresses } from './take-presses.js';
import { UsageError } from './usage-error.js';

/** How many imported messages may wait for the bot: well within what it holds in memory. */
const FAR_BEHIND = 4_000;

export interface Summary {
  /** Messages posted that the bot could read. */
  readonly posted: number;
  /** Messages the bot read and counted, those without any text included. */
  readonly assessed: number;
  /** Alerts raised; an edit may raise one of its own. */
  readonly alerts: number;
  /** Messages by level; what has no text to assess counts as `none`. */
  readonly byLevel: Readonly<Record<Level, number>>;
  readonly seconds: number;
}

/** Plays the sample community or a file to the real bot, and prints alerts as they come and a summary at the end. */
export async function playSandbox(io: Io, flags: SandboxFlags): Promise<ExitCode> {
  const classifier = openClassifier(io, undefined);
  const stop = stopSignal();
  const started = systemClock.now().getTime();
  const quick = flags.fast === true || flags.import !== undefined;
  const sandbox = await startSandbox({ port: flags.port ?? 0, rates: quick ? 'none' : 'discord' });
  const { log } = createWinstonLog({
    level: 'warn',
    format: 'text',
    secrets: [sandbox.token],
    stream: io.stderr,
    clock: systemClock,
  });
  banner(io, sandbox);
  const shown = { count: 0 };
  const open = await openSandboxBot(sandbox, {
    ...classifier,
    log,
    onPosted: (alert) => {
      shown.count += 1;
      if (flags.json !== true) say(io, renderAlert(shown.count, alert, io.colour));
    },
  });
  try {
    await open.bot.app.start();
    const presses = takePresses(io, sandbox, stop.signal);
    const posted =
      flags.import === undefined
        ? await play(io, sandbox, quick, stop.signal)
        : await importAll(io, sandbox, { file: flags.import, pause: waitFor(open, stop.signal) }, stop.signal);
    await handled(open, posted, stop.signal);
    report(io, await summarise(open, posted, started), flags.json === true);
    if (!quick && presses) await presses.untilStopped;
    return stop.signal.aborted && quick ? EXIT.failed : EXIT.done;
  } finally {
    await closeInTime({ ...open.bot, close: open.close }, { clock: systemClock, log });
    await sandbox.close();
  }
}

/** Runs the local Discord alone, for a bot in a process of its own. */
export async function serveSandbox(io: Io, flags: SandboxFlags): Promise<ExitCode> {
  const stop = stopSignal();
  const quick = flags.fast === true || flags.import !== undefined;
  const sandbox = await startSandbox({ port: flags.port ?? 0, rates: quick ? 'none' : 'discord' });
  const { guildId, moderatorChannel, moderatorRoles, readerRoles } = sandboxCommunity(sandbox);
  banner(io, sandbox);
  say(io, 'To connect a bot, put these into its environment or .env:');
  say(io, `DIDBON_TOKEN=${sandbox.token}\nDIDBON_DISCORD_API=${sandbox.apiUrl}`);
  say(io, 'and this into its settings (DIDBON_CONFIG):');
  say(
    io,
    `communities:\n  "${guildId}":\n    moderatorChannel: "${moderatorChannel}"\n    moderatorRoles: ${JSON.stringify(moderatorRoles)}\n    readerRoles: ${JSON.stringify(readerRoles)}`,
  );
  try {
    await firstBot(sandbox, stop.signal);
    if (!stop.signal.aborted) say(io, 'A bot is connected.');
    const posted =
      flags.import === undefined
        ? await play(io, sandbox, flags.fast === true, stop.signal)
        : await importAll(io, sandbox, { file: flags.import }, stop.signal);
    say(io, `${posted} messages posted; Ctrl-C ends it.`);
    await aborted(stop.signal);
    return EXIT.done;
  } finally {
    await sandbox.close();
  }
}

function banner(io: Io, { apiUrl }: Sandbox): void {
  const c = createColors(io.colour);
  warn(io, c.bold('SANDBOX: a local Discord with invented members. Nothing leaves this machine, nobody real is read.'));
  warn(io, `The bot logs in through discord.js at ${apiUrl}`);
}

async function play(io: Io, sandbox: Sandbox, fast: boolean, signal: AbortSignal): Promise<number> {
  warn(
    io,
    fast
      ? 'The conversation is played at once.'
      : 'The conversation takes about three minutes; alerts appear as they come. Ctrl-C ends it.',
  );
  const played = await sandbox.play({ pace: fast ? 'fast' : 'human', signal });
  return played.messages;
}

interface Imported {
  readonly file: string;
  /** Holds the posting up while whoever reads it is far behind. */
  readonly pause?: (counts: { readonly posted: number }) => Promise<void>;
}

function waitFor({ bot, community }: SandboxBot, signal: AbortSignal): NonNullable<Imported['pause']> {
  return async ({ posted }) => {
    while (!signal.aborted && posted - (await bot.store.counts.total(community.guildId)) > FAR_BEHIND)
      await systemClock.sleep(20, signal);
  };
}

async function importAll(io: Io, sandbox: Sandbox, { file, pause }: Imported, signal: AbortSignal): Promise<number> {
  const total = await countLines(file);
  const shown: Progress = progress(io, { label: 'posting', total, unit: 'lines' });
  try {
    const counts = await sandbox.importTexts(file, {
      signal,
      onProgress: ({ lines }) => shown.update(lines),
      ...(pause ? { pause } : {}),
    });
    shown.stop();
    warn(
      io,
      `${counts.posted} posted, ${counts.cut} cut to 4,000 characters, ${counts.empty} empty, ${counts.malformed} malformed`,
    );
    return counts.posted;
  } catch (error) {
    shown.stop();
    throw error;
  }
}

async function countLines(file: string): Promise<number> {
  const { createReadStream } = await import('node:fs');
  const NEW_LINE = 10;
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file))
      if (Buffer.isBuffer(chunk)) for (const byte of chunk) if (byte === NEW_LINE) lines += 1;
  } catch (error) {
    throw new UsageError(`--import: ${file} cannot be read (${messageOf(error)})`);
  }
  return lines;
}

/** Waits until every posted message is counted and every card that may go out is out. */
async function handled({ bot, community }: SandboxBot, posted: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await bot.store.counts.total(community.guildId)) < posted)
    await systemClock.sleep(25, signal);
  await bot.app.idle();
}

async function summarise({ bot, community }: SandboxBot, posted: number, started: number): Promise<Summary> {
  const now = systemClock.now();
  const ever = { from: new Date(0), to: new Date(now.getTime() + 86_400_000) };
  const [tallies, alerts] = await Promise.all([
    bot.store.counts.tallies(community.guildId, ever),
    bot.store.counts.alerts(community.guildId, ever),
  ]);
  const byLevel = { none: 0, watch: 0, review: 0, urgent: 0 };
  for (const { outcome, count } of tallies) byLevel[LEVELS.find((level) => level === outcome) ?? 'none'] += count;
  return {
    posted,
    assessed: tallies.reduce((sum, { count }) => sum + count, 0),
    alerts: alerts.reduce((sum, { count }) => sum + count, 0),
    byLevel,
    seconds: Number(((now.getTime() - started) / 1000).toFixed(1)),
  };
}

function report(io: Io, summary: Summary, json: boolean): void {
  if (json) {
    say(io, JSON.stringify(summary));
    return;
  }
  const levels = LEVELS.map((level) => `${level} ${summary.byLevel[level]}`).join(', ');
  say(
    io,
    `${summary.posted} messages posted, ${summary.assessed} assessed (${levels}), ${summary.alerts} cards (copies share one), ${summary.seconds} s`,
  );
}

async function firstBot({ server }: Sandbox, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && server.gateway.load().connected === 0) await systemClock.sleep(100, signal);
}
