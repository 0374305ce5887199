import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Assessment } from '../assess/assessment.js';
import {
  detectFormat,
  type ExportEnd,
  type ExportFormat,
  type ExportRecord,
  readExport,
} from '../replay/read-export.js';
import { readStart } from '../replay/read-start.js';
import { type ReplayAlert, replayRecord, startCounts } from '../replay/replay.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn, writeOut } from './io.js';
import { openAssess } from './open-assess.js';
import { type Progress, progress } from './progress.js';
import { renderReplay, renderReplayAlert, replayJson } from './render-replay.js';
import type { ReplayOptions, ReplayResult } from './replay-result.js';
import { UsageError } from './usage-error.js';

/** Damaged records and alerts beyond this are counted but not held: memory must not grow with the export. */
const MOST_LISTED = 10_000;

/** Bytes read at a time. */
const CHUNK = 1024 * 1024;

interface ExportFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

interface Replay {
  readonly io: Io;
  readonly options: ReplayOptions;
  readonly assess: (text: string) => Assessment;
  readonly result: ReplayResult;
}

/** Assesses exports one after the other and prints what would have been alerted. Fails where a file holds no message at all. */
export async function replayFiles(io: Io, names: readonly string[], options: ReplayOptions): Promise<ExitCode> {
  const files = names.map((name) => openable(name, resolve(io.cwd, name)));
  const assess = await openAssess(io, options.pack);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  // A bar would be torn by alerts that are listed on the same terminal.
  const watched = { ...io, isProgressTerminal: io.isProgressTerminal && (options.json === true || !options.alerts) };
  const shown = progress(watched, { label: 'assessing', total: total / 1e6, unit: 'MB' });
  const result: ReplayResult = {
    files: names,
    counts: startCounts(),
    malformed: [],
    truncated: [],
    alerts: [],
    alertsCut: false,
  };
  try {
    let done = 0;
    for (const file of files) {
      await replayFile({ io, options, assess, result }, file, countingFrom(done, shown));
      done += file.bytes;
    }
  } finally {
    shown.stop();
  }
  print(io, result, options);
  return result.counts.read > result.counts.malformed ? EXIT.done : EXIT.failed;
}

function openable(name: string, path: string): ExportFile {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UsageError(`there is no file ${name}`);
  if (!stat.isFile()) throw new UsageError(`${name} is no file`);
  return { name, path, bytes: stat.size };
}

function countingFrom(start: number, shown: Progress): (bytes: number) => void {
  let done = start;
  return (bytes) => {
    done += bytes;
    shown.update(done / 1e6);
  };
}

async function replayFile(replay: Replay, file: ExportFile, onRead: (bytes: number) => void): Promise<void> {
  const { start, chunks } = await readStart(createReadStream(file.path, { highWaterMark: CHUNK }), onRead);
  const format = detectFormat(file.name, start);
  const end = await replayRecords(replay, { name: file.name, format }, readExport(chunks, format, basename(file.name)));
  if (!end.complete) replay.result.truncated.push({ file: file.name, afterRecords: end.records, atByte: end.at });
}

async function replayRecords(
  replay: Replay,
  file: { readonly name: string; readonly format: ExportFormat },
  records: AsyncGenerator<readonly ExportRecord[], ExportEnd>,
): Promise<ExportEnd> {
  const { result, assess, options } = replay;
  const rules = { assess, skipAuthor: options.skipAuthor };
  let next = await records.next();
  while (!next.done) {
    for (const record of next.value) {
      const alert = replayRecord(record, result.counts, rules);
      if (record.kind === 'malformed') keepMalformed(record, file, result);
      else if (alert !== undefined && options.alerts) await list(replay, alert);
    }
    next = await records.next();
  }
  return next.value;
}

function keepMalformed(
  { record, at, why }: Extract<ExportRecord, { kind: 'malformed' }>,
  { name, format }: { readonly name: string; readonly format: ExportFormat },
  { malformed }: ReplayResult,
): void {
  if (malformed.length < MOST_LISTED)
    malformed.push({ file: name, record, unit: format === 'jsonl' ? 'line' : 'byte', at, why });
}

/** Printed as it is found, so that nothing piles up; held only where one object is wanted. */
async function list({ io, options, result }: Replay, alert: ReplayAlert): Promise<void> {
  if (!options.json) {
    const text = renderReplayAlert(alert, { colour: io.colour, showText: options.showText === true });
    await writeOut(io, `${text}\n`);
  } else if (result.alerts.length < MOST_LISTED) result.alerts.push(alert);
  else result.alertsCut = true;
}

function print(io: Io, result: ReplayResult, options: ReplayOptions): void {
  if (options.json) say(io, JSON.stringify(replayJson(result, options)));
  else say(io, renderReplay(result, io.colour));
  for (const { file, afterRecords, atByte } of result.truncated)
    warn(io, `${file}: the export breaks off at byte ${atByte}, after ${afterRecords} records; those are counted`);
}
