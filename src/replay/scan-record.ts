/** What came last outside a string: decides what may come next. */
const OPENED = 0;
const VALUE = 1;
const LITERAL = 2;
const COMMA = 3;
const COLON = 4;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** Deeper nesting is no message but an attempt on the parser's stack. */
const DEEPEST = 200;

/** How far the reading of one record has come; goes on with the next bytes. */
export interface RecordScan {
  /** Whether grammar is watched; else only brackets and quotes are paired. */
  readonly strict: boolean;
  /** Open brackets, outermost first. */
  readonly open: number[];
  inString: boolean;
  escaped: boolean;
  last: number;
}

/** Where scanning stopped: after the record's last byte, for want of bytes, or where it cannot be JSON any more. */
export type ScanResult =
  | { readonly kind: 'whole'; readonly end: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'broken' };

const MORE: ScanResult = { kind: 'more' };
const BROKEN: ScanResult = { kind: 'broken' };

export function startScan(strict = true): RecordScan {
  return { strict, open: [], inString: false, escaped: false, last: COLON };
}

/**
 * Reads on in a JSON object, list or string, from `from`, until it closes.
 *
 * No full parser, but strict enough to notice at once where a bracket, quote or comma is missing: otherwise one
 * damaged record would swallow all that follow it.
 */
export function scanOn(scan: RecordScan, bytes: Uint8Array, from: number): ScanResult {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const fine = scan.inString ? stepInString(scan, byte) : isSpace(byte) || step(scan, byte);
    if (!fine && scan.strict) return BROKEN;
    if (scan.open.length === 0 && !scan.inString) return { kind: 'whole', end: at + 1 };
  }
  return MORE;
}

/** What JSON allows between its tokens. */
export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** False for a raw line break or other control, which no JSON string holds: its closing quote is missing. */
function stepInString(scan: RecordScan, byte: number): boolean {
  if (byte < 0x20) return false;
  if (scan.escaped) scan.escaped = false;
  else if (byte === BACKSLASH) scan.escaped = true;
  else if (byte === QUOTE) scan.inString = false;
  return true;
}

/** Takes one byte outside strings; false where JSON cannot have it. */
function step(scan: RecordScan, byte: number): boolean {
  switch (byte) {
    case QUOTE: {
      const fine = mayStartValue(scan);
      scan.inString = true;
      scan.last = VALUE;
      return fine;
    }
    case OPEN_BRACE:
    case OPEN_BRACKET:
      return enter(scan, byte);
    case CLOSE_BRACE:
    case CLOSE_BRACKET:
      return leave(scan, byte);
    case 0x2c:
      return follow(scan, COMMA);
    case 0x3a:
      return follow(scan, COLON);
    default: {
      const fine = scan.last !== VALUE;
      scan.last = LITERAL;
      return fine;
    }
  }
}

function mayStartValue({ last }: RecordScan): boolean {
  return last === OPENED || last === COMMA || last === COLON;
}

function enter(scan: RecordScan, byte: number): boolean {
  const inList = scan.open.at(-1) === OPEN_BRACKET;
  const fine = scan.last === COLON || (inList && mayStartValue(scan));
  scan.open.push(byte);
  scan.last = OPENED;
  return fine && scan.open.length <= DEEPEST;
}

function leave(scan: RecordScan, byte: number): boolean {
  scan.last = VALUE;
  return scan.open.pop() === (byte === CLOSE_BRACE ? OPEN_BRACE : OPEN_BRACKET);
}

function follow(scan: RecordScan, mark: number): boolean {
  const fine = scan.last === VALUE || scan.last === LITERAL;
  scan.last = mark;
  return fine;
}
