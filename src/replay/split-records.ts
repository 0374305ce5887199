import { parseJson } from './parse-json.js';
import { LONGEST_START, learnStart, type RecordStart, unknownStart } from './record-start.js';
import { isSpace, type RecordScan, scanOn, startScan } from './scan-record.js';

/** A part of an export, in the order of the file. `at` is its offset in bytes. */
export type Piece =
  /** What stands before the messages, as a JSON text of its own with an empty list. */
  | { readonly kind: 'header'; readonly json: string }
  | { readonly kind: 'record'; readonly at: number; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly at: number; readonly why: string }
  /** The file ended: after the list was closed, or in the middle. */
  | { readonly kind: 'end'; readonly at: number; readonly complete: boolean };

export interface RecordSplitter {
  push(chunk: Uint8Array): readonly Piece[];
  end(): readonly Piece[];
}

/** Where the splitter is: before the list, between records, inside one, looking for the next after damage, or behind the list. */
type Phase = 'header' | 'between' | 'record' | 'lost' | 'after';

interface State {
  phase: Phase;
  /** Bytes not yet used up. */
  held: Buffer;
  /** Offset of `held` in the file. */
  at: number;
  /** How far `held` was looked at. */
  seen: number;
  scan: RecordScan;
  /** What stood before the record in hand. */
  before: Buffer;
  start: RecordStart | undefined;
  /** Whether the file is the list itself. */
  bare: boolean;
}

/** More than any real message, also one with thousands of reactions; a damaged record must not fill the memory. Bytes. */
const LONGEST_RECORD = 8 * 1024 * 1024;
const LONGEST_HEADER = 1024 * 1024;

const COMMA = 0x2c;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
/** Quote and bracket: what a value starts with whose end can be paired. */
const PAIRED = [0x22, 0x5b];

/**
 * Splits an export `{…, "messages": [ {…}, … ], …}` (or a bare list) into its records without holding more than one of them.
 * A damaged record is named and left out; the next one is found by how records start in this file.
 */
export function createRecordSplitter(): RecordSplitter {
  const none = Buffer.alloc(0);
  const state: State = {
    phase: 'header',
    held: none,
    at: 0,
    seen: 0,
    scan: startScan(),
    before: none,
    start: undefined,
    bare: false,
  };
  return {
    push(chunk) {
      const added = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      state.held = state.held.length === 0 ? added : Buffer.concat([state.held, added]);
      const pieces: Piece[] = [];
      let goOn = true;
      while (goOn) goOn = STEPS[state.phase](state, pieces);
      return pieces;
    },
    end: () => endPieces(state),
  };
}

/** Each answers whether the next step may follow; false: more bytes are needed. */
const STEPS: Readonly<Record<Phase, (state: State, pieces: Piece[]) => boolean>> = {
  header: readHeader,
  between: readBetween,
  record: readRecord,
  lost: findNext,
  after: skipRest,
};

function drop(state: State, bytes: number): void {
  state.held = state.held.subarray(bytes);
  state.at += bytes;
  state.seen = 0;
}

function readHeader(state: State, pieces: Piece[]): boolean {
  const text = state.held.toString('latin1');
  const start = /^(\xef\xbb\xbf)?\s*\[/.exec(text) ?? /"messages"\s*:\s*\[/.exec(text);
  if (start === null) {
    if (state.held.length < LONGEST_HEADER) return false;
    pieces.push({ kind: 'malformed', at: 0, why: 'found no list of messages' });
    state.phase = 'after';
    return true;
  }
  const end = start.index + start[0].length;
  state.bare = start.index === 0;
  const before = state.held.toString('utf8', 0, end).replace(/^\ufeff/, '');
  pieces.push({ kind: 'header', json: state.bare ? '{}' : `${before}]}` });
  drop(state, end);
  state.phase = 'between';
  return true;
}

function readBetween(state: State, pieces: Piece[]): boolean {
  const { held } = state;
  while (state.seen < held.length && isBetween(held[state.seen] ?? 0)) state.seen++;
  const byte = held[state.seen];
  if (byte === undefined) return false;
  if (byte === LIST_END) state.phase = 'after';
  else if (byte === OBJECT || (state.start === undefined && PAIRED.includes(byte))) {
    state.before = held.subarray(0, state.seen);
    state.phase = 'record';
    state.scan = startScan();
  } else if (state.start === undefined) return readLiteral(state, pieces);
  drop(state, state.seen);
  if (state.phase === 'between') lose(state, pieces, 'no object');
  return true;
}

/** A number or word where a message should be: over at the next comma or the list's end. */
function readLiteral(state: State, pieces: Piece[]): boolean {
  const ends = [COMMA, LIST_END].map((byte) => state.held.indexOf(byte, state.seen)).filter((index) => index >= 0);
  if (ends.length === 0 && state.held.length < LONGEST_RECORD) return false;
  pieces.push({ kind: 'malformed', at: state.at + state.seen, why: 'no object' });
  drop(state, ends.length === 0 ? state.held.length : Math.min(...ends));
  return true;
}

function isBetween(byte: number): boolean {
  return byte === COMMA || isSpace(byte);
}

function readRecord(state: State, pieces: Piece[]): boolean {
  if (state.seen === 0 && readLines(state, pieces)) return true;
  const { held, at, scan } = state;
  const result = scanOn(scan, held, state.seen);
  if (result.kind === 'whole') {
    const bytes = held.subarray(0, result.end);
    if (scan.strict) state.start ??= learnStart(state.before, bytes);
    const value = scan.strict ? parseJson(bytes.toString('utf8')) : undefined;
    pieces.push(value === undefined ? { kind: 'malformed', at, why: 'broken JSON' } : { kind: 'record', at, value });
    drop(state, result.end);
    state.phase = 'between';
    return true;
  }
  state.seen = held.length;
  if (result.kind === 'broken') return leaveBroken(state, pieces);
  if (held.length <= LONGEST_RECORD) return false;
  lose(state, pieces, `longer than ${LONGEST_RECORD} bytes`);
  return true;
}

/**
 * The short way: what stands before the start of the next record is this one, if it is JSON. False where that cannot be said;
 * then the record is read byte by byte.
 */
function readLines(state: State, pieces: Piece[]): boolean {
  const marker = state.start?.marker;
  const next = marker === undefined ? -1 : state.held.indexOf(marker, 1);
  if (next < 0) return false;
  let end = next;
  while (end > 0 && isBetween(state.held[end - 1] ?? 0)) end--;
  const value = parseJson(state.held.toString('utf8', 0, end));
  if (value === undefined) return false;
  pieces.push({ kind: 'record', at: state.at, value });
  drop(state, next);
  state.phase = 'between';
  return true;
}

/** Looks for the next record; where it is not known how one starts, pairs the brackets of this one as well as may be. */
function leaveBroken(state: State, pieces: Piece[]): boolean {
  if (state.start === undefined && unknownStart.find(state.held, 0) !== 0) {
    state.scan = startScan(false);
    state.seen = 0;
  } else lose(state, pieces, 'broken JSON');
  return true;
}

function lose(state: State, pieces: Piece[], why: string): void {
  pieces.push({ kind: 'malformed', at: state.at, why });
  state.phase = 'lost';
  state.seen = 1;
}

function findNext(state: State): boolean {
  const found = (state.start ?? unknownStart).find(state.held, state.seen);
  if (found >= 0) {
    drop(state, found);
    state.phase = 'between';
    return true;
  }
  const kept = Math.min(state.held.length, LONGEST_START);
  const skipped = state.held.length - kept;
  drop(state, skipped);
  // The damaged record's own start must not be found again.
  state.seen = skipped === 0 ? 1 : 0;
  return false;
}

/** Behind the list only the end matters: whether it is there. */
function skipRest(state: State): boolean {
  drop(state, Math.max(0, state.held.length - LONGEST_START));
  return false;
}

function endPieces(state: State): readonly Piece[] {
  const { phase, at, held, bare } = state;
  const tail = held.toString('latin1').trimEnd();
  const closed = phase === 'after' ? bare || tail.endsWith('}') : phase === 'lost' && isClosed(tail, bare);
  const cut: readonly Piece[] = phase === 'record' ? [{ kind: 'malformed', at, why: 'the file ends inside it' }] : [];
  const none: readonly Piece[] = phase === 'header' ? [{ kind: 'malformed', at, why: 'no list of messages' }] : [];
  return [...cut, ...none, { kind: 'end', at: at + held.length, complete: closed }];
}

function isClosed(tail: string, bare: boolean): boolean {
  return bare ? tail.endsWith(']') : /\]\s*(,\s*"\w+"\s*:\s*[\w."-]*\s*)*\}$/.test(tail);
}
