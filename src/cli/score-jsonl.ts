import type { Assessment } from '../assess/assessment.js';
import { type Line, MAX_LINE_BYTES, splitLines } from '../replay/split-lines.js';
import { type Io, writeOut } from './io.js';

/** Written to stdout in one go, so that a line costs no system call of its own. Characters. */
const BATCH_CHARACTERS = 64 * 1024;

interface Request {
  readonly id: string;
  readonly text: string;
}

/**
 * The batch contract: `{"id","text"}` lines in, one line each out, in order (DESIGN §9).
 * A line that is no such object yields `{"id":null,"error":…}` and the run goes on. Memory does not grow with the input.
 */
export async function scoreJsonl(io: Io, assess: (text: string) => Assessment): Promise<void> {
  for await (const lines of splitLines(io.stdin)) {
    let batch = '';
    for (const line of lines) {
      batch += `${answer(line, assess)}\n`;
      if (batch.length < BATCH_CHARACTERS) continue;
      await writeOut(io, batch);
      batch = '';
    }
    if (batch !== '') await writeOut(io, batch);
    if (io.stdout.destroyed) return;
  }
}

function answer(line: Line, assess: (text: string) => Assessment): string {
  const request = readRequest(line);
  if (typeof request === 'string') return JSON.stringify({ id: null, error: request });

  const { language, languages, level, score, category, reasons, pack } = assess(request.text);
  return JSON.stringify({ id: request.id, language, languages, level, score, category, reasons, pack });
}

/** The request, or what is wrong with the line. The line itself is not repeated: it may hold what a log should not. */
function readRequest(line: Line): Request | string {
  if (line === undefined) return `the line is longer than ${MAX_LINE_BYTES} bytes`;
  const value = parseJson(line.toString('utf8'));
  if (value === undefined) return 'not JSON; expected {"id": string, "text": string}';
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'not an object; expected {"id": string, "text": string}';
  const id = 'id' in value ? value.id : undefined;
  const text = 'text' in value ? value.text : undefined;
  if (typeof id !== 'string') return '"id" is no string; expected {"id": string, "text": string}';
  if (typeof text !== 'string') return '"text" is no string; expected {"id": string, "text": string}';
  return { id, text };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
