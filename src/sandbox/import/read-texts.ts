import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { parseJson, recordOf, textOf } from '../discord/json.js';

/** One line of an input file: its text, or why it has none. */
export type InputLine = { readonly text: string } | 'empty' | 'malformed';

/**
 * Reads a file text by text, however large it is: `.tsv` with a header (the column `text`, or the last one),
 * `.jsonl` or `.ndjson` (objects with `text` or `content`), anything else a text a line.
 * Throws what the file system throws.
 */
export async function* readTexts(file: string): AsyncGenerator<InputLine> {
  const extension = extname(file).toLowerCase();
  if (extension === '.tsv') yield* readTable(readLines(file));
  else if (extension === '.jsonl' || extension === '.ndjson') yield* readObjects(readLines(file));
  else for await (const line of readLines(file)) yield asText(line);
}

async function* readTable(lines: AsyncGenerator<string>): AsyncGenerator<InputLine> {
  let column: number | undefined;
  for await (const line of lines) {
    const cells = line.split('\t');
    if (column === undefined) {
      const named = cells.indexOf('text');
      column = named >= 0 ? named : cells.length - 1;
    } else if (line !== '') {
      const cell = cells[column];
      yield cell === undefined ? 'malformed' : asText(cell);
    } else {
      yield 'empty';
    }
  }
}

async function* readObjects(lines: AsyncGenerator<string>): AsyncGenerator<InputLine> {
  for await (const line of lines) {
    const { text, content } = recordOf(parseJson(line));
    const found = textOf(text) ?? textOf(content);
    if (line.trim() === '') yield 'empty';
    else yield found === undefined ? 'malformed' : asText(found);
  }
}

function asText(raw: string): InputLine {
  const text = raw.trim();
  return text === '' ? 'empty' : { text };
}

/**
 * Lines of a UTF-8 file, ended by LF or CRLF only: node's own reader also breaks at U+2028,
 * which stands inside texts people write.
 */
async function* readLines(file: string): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let atStart = true;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    const lines = `${rest}${decoder.write(chunk)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield cleanLine(line, atStart);
      atStart = false;
    }
  }
  rest += decoder.end();
  if (rest !== '') yield cleanLine(rest, atStart);
}

function cleanLine(line: string, atStart: boolean): string {
  const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
  return atStart && whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
}
