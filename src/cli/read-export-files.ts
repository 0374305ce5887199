import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import {
  detectFormat,
  type ExportEnd,
  type ExportFormat,
  type ExportRecord,
  readExport,
} from '../replay/read-export.js';
import { readStart } from '../replay/read-start.js';
import type { Io } from './io.js';
import { progress } from './progress.js';
import { UsageError } from './usage-error.js';

/** Bytes read at a time. */
const CHUNK = 1024 * 1024;

export interface ExportFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** Where a record comes from. */
export interface RecordFile {
  readonly name: string;
  readonly format: ExportFormat;
}

/** Where an export breaks off. */
export interface BrokenOff {
  readonly file: string;
  readonly afterRecords: number;
  readonly atByte: number;
}

/** How reading ends that nobody waits for any more. */
const GIVEN_UP: ExportEnd = { complete: false, records: 0, at: 0 };

/** Exports that can be opened. Throws UsageError for one that is not there. */
export function findExportFiles(cwd: string, names: readonly string[]): readonly ExportFile[] {
  return names.map((name) => {
    const path = resolve(cwd, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw new UsageError(`there is no file ${name}`);
    if (!stat.isFile()) throw new UsageError(`${name} is no file`);
    return { name, path, bytes: stat.size };
  });
}

type OnRecords = (records: readonly ExportRecord[], file: RecordFile) => Promise<void>;

/** Reads exports one after the other in constant memory, with progress, and answers those that break off. Ends early when the signal aborts. */
export async function readExportFiles(
  io: Io,
  files: readonly ExportFile[],
  onRecords: OnRecords,
  signal?: AbortSignal,
): Promise<readonly BrokenOff[]> {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const shown = progress(io, { label: 'assessing', total: total / 1e6, unit: 'MB' });
  const broken: BrokenOff[] = [];
  let done = 0;
  const onRead = (bytes: number): void => {
    done += bytes;
    shown.update(done / 1e6);
  };
  try {
    for (const file of files) {
      const end = await readOne(file, onRecords, onRead, signal);
      if (signal?.aborted) break;
      if (!end.complete) broken.push({ file: file.name, afterRecords: end.records, atByte: end.at });
    }
  } finally {
    shown.stop();
  }
  return broken;
}

async function readOne(
  file: ExportFile,
  onRecords: OnRecords,
  onRead: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<ExportEnd> {
  const { start, chunks } = await readStart(createReadStream(file.path, { highWaterMark: CHUNK }), onRead);
  const format = detectFormat(file.name, start);
  const records = readExport(chunks, format, basename(file.name));
  for (;;) {
    const next = await records.next();
    if (next.done) return next.value;
    await onRecords(next.value, { name: file.name, format });
    if (!signal?.aborted) continue;
    await records.return(GIVEN_UP);
    return GIVEN_UP;
  }
}
