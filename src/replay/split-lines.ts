const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Longer lines are named, not read: one line without an end must not fill the memory. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** One line without its ending; undefined for a line that is too long to hold. */
export type Line = Buffer | undefined;

/**
 * Splits bytes into lines, an array of lines for each chunk, because a promise for each line would cost more than the line.
 * CRLF and a missing last newline are understood, a byte order mark is dropped, a blank line is a line.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = MAX_LINE_BYTES,
): AsyncGenerator<readonly Line[]> {
  const open = openLine(maxBytes);
  let atStart = true;
  for await (const chunk of chunks) {
    const lines = linesIn(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength), open);
    if (lines.length === 0) continue;
    yield atStart ? [withoutMark(lines[0]), ...lines.slice(1)] : lines;
    atStart = false;
  }
  if (open.size() === 0) return;
  const last = open.close();
  yield [atStart ? withoutMark(last) : last];
}

interface OpenLine {
  add(part: Buffer): void;
  /** Ends the line and starts the next. */
  close(): Line;
  size(): number;
}

function openLine(maxBytes: number): OpenLine {
  let parts: Buffer[] = [];
  let bytes = 0;
  return {
    add(part) {
      bytes += part.length;
      if (bytes > maxBytes) parts = [];
      else parts.push(part);
    },
    close() {
      const whole = parts.length === 1 ? parts[0] : Buffer.concat(parts);
      const line = bytes > maxBytes ? undefined : withoutReturn(whole ?? Buffer.alloc(0));
      parts = [];
      bytes = 0;
      return line;
    },
    size: () => bytes,
  };
}

function linesIn(bytes: Buffer, open: OpenLine): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    open.add(bytes.subarray(start, end));
    lines.push(open.close());
    start = end + 1;
  }
  if (start < bytes.length) open.add(bytes.subarray(start));
  return lines;
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}

function withoutMark(line: Line): Line {
  return line?.subarray(0, 3).equals(BYTE_ORDER_MARK) ? line.subarray(3) : line;
}
