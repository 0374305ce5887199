import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../adapters/system/clock.js';
import { openHistory } from '../compose/open-history.js';
import { stopSignal } from '../compose/run-until-stopped.js';
import type { Community } from '../domain/community.js';
import { jumpUrl } from '../domain/message.js';
import { type Backtest, beginBacktest, type Judge, type PastMessage } from '../publish/backtest.js';
import { judgeInForce, judgeOfFolder } from '../publish/open-judges.js';
import { readPast } from '../publish/read-past.js';
import type { ExportMessage } from '../replay/export-message.js';
import type { ExportRecord } from '../replay/read-export.js';
import { BUILT_IN } from '../settings/community.js';
import type { BacktestOptions } from './backtest-options.js';
import { chosenCommunities } from './chosen-communities.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn, writeOut } from './io.js';
import { packFolder } from './pack-folder.js';
import { findExportFiles, type RecordFile, readExportFiles } from './read-export-files.js';
import { type DifferenceRow, renderDifferences, renderFinding } from './render-backtest.js';
import { formatNumber } from './table.js';
import { UsageError } from './usage-error.js';
import { type PublishSession, withPublishParts } from './with-publish-parts.js';

const DAY_MS = 86_400_000;

/** One run over one source, and what it came to. */
interface Run {
  readonly io: Io;
  readonly backtest: Backtest;
  readonly showText: boolean;
  readonly signal: AbortSignal;
  readonly rows: DifferenceRow[];
  read: number;
}

/** Compares two packs on past messages. Fails when it was broken off. */
export async function runBacktest(io: Io, options: BacktestOptions): Promise<ExitCode> {
  const stop = stopSignal();
  return await withPublishParts(io, async (session) => {
    const candidate = judgeOfFolder(packFolder(io, options.pack));
    const inForce =
      options.against === undefined
        ? await judgeInForce(session.parts)
        : judgeOfFolder(resolve(io.cwd, options.against));
    if (candidate.hash === inForce.hash) throw new UsageError(`${candidate.pack} is on both sides: nothing to compare`);
    say(io, `${candidate.pack} against ${inForce.pack}`);
    const judges = { candidate, inForce };
    const sources =
      options.export === undefined ? await discordSources(io, session, options) : [exportSource(io, options.export)];
    try {
      for (const source of sources) await runOne(io, { session, judges, source, options, signal: stop.signal });
    } finally {
      await sources[0]?.close?.();
    }
    return stop.signal.aborted ? EXIT.failed : EXIT.done;
  });
}

/** Where past messages come from. */
interface Source {
  /** In words, as `didbon packs` repeats them. */
  readonly name: string;
  readonly retentionDays: number;
  readonly read: (run: Run) => Promise<void>;
  readonly close?: () => Promise<void>;
}

interface RunOptions {
  readonly session: PublishSession;
  readonly judges: { readonly candidate: Judge & { readonly hash: string }; readonly inForce: Judge };
  readonly source: Source;
  readonly options: BacktestOptions;
  readonly signal: AbortSignal;
}

async function runOne(io: Io, { session, judges, source, options, signal }: RunOptions): Promise<void> {
  if (signal.aborted) return;
  const startedAt = systemClock.now();
  const backtest = await beginBacktest({
    ...judges,
    trials: session.store.packTrials,
    trial: { id: randomUUID(), source: source.name, startedAt },
    expiresAt: new Date(startedAt.getTime() + source.retentionDays * DAY_MS),
  });
  const run: Run = { io, backtest, showText: options.showText === true, signal, rows: [], read: 0 };
  try {
    await source.read(run);
  } catch (error) {
    await backtest.breakOff();
    throw error;
  }
  if (signal.aborted) {
    await backtest.breakOff();
    warn(io, `broken off after ${formatNumber(run.read)} messages; nothing is kept of it`);
    return;
  }
  await backtest.finish(systemClock.now());
  report(run, source.name);
}

async function judge({ io, backtest, showText, rows }: Run, message: PastMessage): Promise<void> {
  const found = backtest.judge(message);
  if (found === undefined) return;
  rows.push({ language: found.difference.language, category: found.difference.category ?? '-', kind: found.kind });
  if (found.kind === 'moved') return;
  await writeOut(io, `${renderFinding(found, showText ? message.text : undefined, io.colour)}\n`);
}

function report({ io, rows, read }: Run, name: string): void {
  const count = (kind: DifferenceRow['kind']): string => formatNumber(rows.filter((row) => row.kind === kind).length);
  if (rows.length > 0) say(io, renderDifferences(rows, io.colour));
  say(
    io,
    `${name}: ${formatNumber(read)} messages, ${count('gained')} alerts gained, ${count('lost')} lost, ${count('moved')} other levels`,
  );
}

async function discordSources(
  io: Io,
  { settings }: PublishSession,
  options: BacktestOptions,
): Promise<readonly Source[]> {
  const communities = chosenCommunities(settings, options.community);
  const { token } = settings.secrets;
  if (token === undefined)
    throw new UsageError('DIDBON_TOKEN is not set, so Discord cannot be read; name files with --export instead');
  const { history, channels, close } = await openHistory(token, settings.discordApi);
  const onRefused = (channel: { readonly id: string }): void => warn(io, `channel ${channel.id} may not be read`);
  return communities.map((community) => ({
    name: `${options.days} ${options.days === 1 ? 'day' : 'days'} of a community`,
    retentionDays: community.retention.textDays,
    read: (run) => readDiscord(run, community, options.days, { history, channels, clock: systemClock, onRefused }),
    close,
  }));
}

async function readDiscord(
  run: Run,
  community: Community,
  days: number,
  parts: Parameters<typeof readPast>[2],
): Promise<void> {
  const since = new Date(systemClock.now().getTime() - days * DAY_MS);
  let told = 0;
  for await (const messages of readPast(community, since, parts, run.signal)) {
    for (const message of messages) await judge(run, { key: message.id, text: message.text, link: jumpUrl(message) });
    run.read += messages.length;
    await run.backtest.store();
    if (run.read - told < 1_000) continue;
    told = run.read;
    warn(run.io, `read ${formatNumber(run.read)} messages`);
  }
}

function exportSource(io: Io, names: readonly string[]): Source {
  const files = findExportFiles(io.cwd, names);
  return {
    name: files.length === 1 ? 'an export' : `${files.length} exports`,
    retentionDays: BUILT_IN.retention.textDays,
    async read(run) {
      // A bar would be torn by alerts that are listed on the same terminal.
      const watched = { ...io, isProgressTerminal: false };
      const onRecords = (records: readonly ExportRecord[], file: RecordFile) => judgeRecords(run, records, file);
      for (const { file, afterRecords, atByte } of await readExportFiles(watched, files, onRecords, run.signal))
        warn(io, `${file}: the export breaks off at byte ${atByte}, after ${afterRecords} records; those are counted`);
    },
  };
}

async function judgeRecords(run: Run, records: readonly ExportRecord[], file: RecordFile): Promise<void> {
  for (const record of records) {
    if (record.kind === 'malformed' || record.message.isSystem) continue;
    run.read += 1;
    const { message } = record;
    await judge(run, { key: message.id ?? `${file.name}:${record.record}`, text: message.text, link: linkOf(message) });
  }
  await run.backtest.store();
}

function linkOf({ id, place }: ExportMessage): string | undefined {
  if (id === undefined || place.guildId === undefined || place.channelId === undefined) return undefined;
  return `https://discord.com/channels/${place.guildId}/${place.channelId}/${id}`;
}
