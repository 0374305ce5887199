import type { Assessment } from '../assess/assessment.js';
import { MAX_LINE_BYTES } from '../replay/split-lines.js';

/** A line as it came; null for one that is too long to hold. */
export type GivenLine = string | null;

interface Request {
  readonly id: string;
  readonly text: string;
}

/** The batch contract (DESIGN §9): one line of JSON for each line given, in order, each with its line end. */
export function answerLines(lines: readonly GivenLine[], assess: (text: string) => Assessment): string {
  let answers = '';
  for (const line of lines) answers += `${answer(line, assess)}\n`;
  return answers;
}

function answer(line: GivenLine, assess: (text: string) => Assessment): string {
  const request = readRequest(line);
  if (typeof request === 'string') return JSON.stringify({ id: null, error: request });

  try {
    const { language, languages, level, score, category, reasons, pack, notAssessed } = assess(request.text);
    return JSON.stringify({ id: request.id, language, languages, level, score, category, reasons, pack, notAssessed });
  } catch (fault) {
    // One text that cannot be read must not cost the others; what it says may stand in the message, so only its kind is told.
    const kind = fault instanceof Error ? fault.name : 'unknown fault';
    return JSON.stringify({ id: request.id, error: `this text could not be assessed (${kind}); please report it` });
  }
}

/** The request, or what is wrong with the line. The line itself is not repeated: it may hold what a log should not. */
function readRequest(line: GivenLine): Request | string {
  if (line === null) return `the line is longer than ${MAX_LINE_BYTES} bytes`;
  const value = parseJson(line);
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
