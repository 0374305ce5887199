/** How a record starts in this file, so that the next can be found behind a damaged one. */
export interface RecordStart {
  /** Offset of the first record's opening brace at or after `from`; -1 where none starts. */
  find(bytes: Buffer, from: number): number;
  /** A line break, an indent and a brace, which stand before every record and nowhere else; undefined where nothing is so sure. */
  readonly marker: Buffer | undefined;
}

/** More than any start is long: so many bytes are kept when a chunk ends, lest a start that is cut be missed. */
export const LONGEST_START = 512;

/** What records of DiscordChatExporter start with; no object nested in them has an id followed by a type. */
const EXPORTER = /\{\s*"id"\s*:\s*"\d{1,20}"\s*,\s*"type"\s*:/;

const VALUE = String.raw`(?:"[^"\\]{0,100}"|[\w.+-]{1,30})`;
const FIRST_KEYS = new RegExp(String.raw`^\{\s*"(\w{1,40})"\s*:\s*${VALUE}\s*,\s*"(\w{1,40})"\s*:`);

/** Until more is known, records are looked for as DiscordChatExporter writes them. */
export const unknownStart: RecordStart = byPattern(EXPORTER);

/**
 * Learns from a whole record and what stands before it how records start in this file: on a line of their own with the same
 * indent, or else with the same two keys. Undefined where neither tells.
 */
export function learnStart(before: Buffer, record: Uint8Array): RecordStart | undefined {
  const line = before.lastIndexOf(0x0a);
  if (line >= 0) return byMarker(Buffer.concat([before.subarray(line), Buffer.from('{')]));
  const keys = FIRST_KEYS.exec(Buffer.from(record.subarray(0, LONGEST_START)).toString('latin1'));
  if (keys === null) return undefined;
  return byPattern(new RegExp(String.raw`\{\s*"${keys[1]}"\s*:\s*${VALUE}\s*,\s*"${keys[2]}"\s*:`));
}

function byMarker(marker: Buffer): RecordStart {
  return {
    find(bytes, from) {
      const index = bytes.indexOf(marker, Math.max(0, from - marker.length + 1));
      const byLine = index < 0 ? -1 : index + marker.length - 1;
      // A damaged record may have lost the line break before the next one.
      const byKeys = unknownStart.find(bytes, from);
      return byLine < 0 || (byKeys >= 0 && byKeys < byLine) ? byKeys : byLine;
    },
    // Without an indent, lists inside a record may have lines that start alike.
    marker: marker.length > 2 ? marker : undefined,
  };
}

function byPattern(pattern: RegExp): RecordStart {
  return {
    find(bytes, from) {
      const index = bytes.toString('latin1', from).search(pattern);
      return index < 0 ? -1 : from + index;
    },
    marker: undefined,
  };
}
