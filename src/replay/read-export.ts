import { type ExportMessage, type ExportPlace, readExportMessage, readPlace } from './export-message.js';
import { field } from './fields.js';
import { parseJson } from './parse-json.js';
import { splitLines } from './split-lines.js';
import { createRecordSplitter, type Piece } from './split-records.js';

/** One record of an export; `record` counts from 1, `at` is a byte offset in an export and a line number in JSONL. */
export type ExportRecord =
  | { readonly kind: 'message'; readonly record: number; readonly message: ExportMessage }
  | { readonly kind: 'malformed'; readonly record: number; readonly at: number; readonly why: string };

/** Where an export ended. */
export interface ExportEnd {
  /** False for an export that breaks off. */
  readonly complete: boolean;
  /** Records read, damaged ones included. */
  readonly records: number;
  /** Bytes of an export, lines of JSONL. */
  readonly at: number;
}

export type ExportFormat = 'export' | 'jsonl';

/** Told apart by what a file starts with, as much of it as was read. A bare list is an export. */
export function detectFormat(name: string, start: Uint8Array): ExportFormat {
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  const text = Buffer.from(start)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (text.trimStart().startsWith('[')) return 'export';
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  const first = parseJson(line);
  if (first === undefined) return /\.json$/i.test(name) || !text.includes('\n{') ? 'export' : 'jsonl';
  return Array.isArray(field(first, 'messages')) ? 'export' : 'jsonl';
}

/** Reads the records of one export, some at a time, in constant memory. Ends with where it ended. */
export async function* readExport(
  chunks: AsyncIterable<Uint8Array>,
  format: ExportFormat,
  name: string,
): AsyncGenerator<readonly ExportRecord[], ExportEnd> {
  return yield* format === 'jsonl' ? readLines(chunks, name) : readRecords(chunks, name);
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<readonly ExportRecord[], ExportEnd> {
  const place: ExportPlace = { guildId: undefined, channelId: undefined, channelName: name };
  let line = 0;
  let records = 0;
  for await (const lines of splitLines(chunks)) {
    const found: ExportRecord[] = [];
    for (const bytes of lines) {
      line++;
      if (bytes !== undefined && bytes.toString('latin1').trim() === '') continue;
      records++;
      const where = { record: records, at: line };
      if (bytes === undefined) found.push({ kind: 'malformed', ...where, why: 'the line is too long' });
      else found.push(toRecord(parseJson(bytes.toString('utf8')), where, place));
    }
    yield found;
  }
  return { complete: true, records, at: line };
}

async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<readonly ExportRecord[], ExportEnd> {
  const splitter = createRecordSplitter();
  const state = { place: readPlace(undefined, name), records: 0, name };
  for await (const chunk of chunks) yield toRecords(splitter.push(chunk), state);
  const last = splitter.end();
  yield toRecords(last, state);
  const end = last.find((piece) => piece.kind === 'end');
  return { complete: end?.complete ?? false, records: state.records, at: end?.at ?? 0 };
}

function toRecords(
  pieces: readonly Piece[],
  state: { place: ExportPlace; records: number; readonly name: string },
): readonly ExportRecord[] {
  const found: ExportRecord[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'header') state.place = readPlace(parseJson(piece.json), state.name);
    if (piece.kind === 'header' || piece.kind === 'end') continue;
    state.records++;
    const where = { record: state.records, at: piece.at };
    found.push(
      piece.kind === 'record'
        ? toRecord(piece.value, where, state.place)
        : { kind: 'malformed', ...where, why: piece.why },
    );
  }
  return found;
}

function toRecord(
  value: unknown,
  where: { readonly record: number; readonly at: number },
  place: ExportPlace,
): ExportRecord {
  if (value === undefined) return { kind: 'malformed', ...where, why: 'broken JSON' };
  const message = readExportMessage(value, place);
  if (typeof message === 'string') return { kind: 'malformed', ...where, why: message };
  return { kind: 'message', record: where.record, message };
}
