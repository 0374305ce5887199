import type { Assessment } from '../assess/assessment.js';
import type { ExportRecord } from '../replay/read-export.js';
import { type ReplayAlert, replayRecord, startCounts } from '../replay/replay.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn, writeOut } from './io.js';
import { openAssess } from './open-assess.js';
import { findExportFiles, type RecordFile, readExportFiles } from './read-export-files.js';
import { renderReplay, renderReplayAlert, replayJson } from './render-replay.js';
import type { ReplayOptions, ReplayResult } from './replay-result.js';

/** Damaged records and alerts beyond this are counted but not held: memory must not grow with the export. */
const MOST_LISTED = 10_000;

interface Replay {
  readonly io: Io;
  readonly options: ReplayOptions;
  readonly assess: (text: string) => Assessment;
  readonly result: ReplayResult;
}

/** Assesses exports one after the other and prints what would have been alerted. Fails where a file holds no message at all. */
export async function replayFiles(io: Io, names: readonly string[], options: ReplayOptions): Promise<ExitCode> {
  const files = findExportFiles(io.cwd, names);
  const assess = openAssess(io, options.pack);
  const result: ReplayResult = {
    files: names,
    counts: startCounts(),
    malformed: [],
    truncated: [],
    alerts: [],
    alertsCut: false,
  };
  const replay = { io, options, assess, result };
  // A bar would be torn by alerts that are listed on the same terminal.
  const watched = { ...io, isProgressTerminal: io.isProgressTerminal && (options.json === true || !options.alerts) };
  const broken = await readExportFiles(watched, files, (records, file) => replayRecords(replay, records, file));
  result.truncated.push(...broken);
  print(io, result, options);
  return result.counts.read > result.counts.malformed ? EXIT.done : EXIT.failed;
}

async function replayRecords(replay: Replay, records: readonly ExportRecord[], file: RecordFile): Promise<void> {
  const { result, assess, options } = replay;
  const rules = { assess, skipAuthor: options.skipAuthor };
  for (const record of records) {
    const alert = replayRecord(record, result.counts, rules);
    if (record.kind === 'malformed') keepMalformed(record, file, result);
    else if (alert !== undefined && options.alerts) await list(replay, alert);
  }
}

function keepMalformed(
  { record, at, why }: Extract<ExportRecord, { kind: 'malformed' }>,
  { name, format }: RecordFile,
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
