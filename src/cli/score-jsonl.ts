import type { Assessment } from '../assess/assessment.js';
import { type Line, splitLines } from '../replay/split-lines.js';
import { answerLines, type GivenLine } from './answer-lines.js';
import { type Io, writeOut } from './io.js';
import type { OpenHelpers } from './score-helpers.js';

/** From this many lines on it pays to start threads: each reads the pack for itself. */
const MANY_LINES = 4_000;

/**
 * The batch contract: `{"id","text"}` lines in, one line each out, in order (DESIGN §9).
 * A line that is no such object yields `{"id":null,"error":…}` and the run goes on.
 *
 * Many lines are shared out to helpers. Memory does not grow with the input: no more is read than the helpers are asked.
 */
export async function scoreJsonl(
  io: Io,
  assess: (text: string) => Assessment,
  openHelpers: OpenHelpers = async () => undefined,
): Promise<void> {
  const asked: Promise<string>[] = [];
  const writeFirst = async (): Promise<void> => writeOut(io, (await asked.shift()) ?? '');
  const helped = shareOut(assess, openHelpers);
  try {
    for await (const lines of splitLines(io.stdin)) {
      const { answers, atOnce } = await helped.answer(lines.map(toText));
      // Awaited in its turn; a failure before that is not one that nobody sees.
      answers.catch(() => undefined);
      asked.push(answers);
      while (asked.length >= atOnce) await writeFirst();
      if (io.stdout.destroyed) return;
    }
    while (asked.length > 0) await writeFirst();
  } finally {
    await helped.close();
  }
}

/** Answers here at first, and through helpers once there have been many lines. */
function shareOut(assess: (text: string) => Assessment, openHelpers: OpenHelpers) {
  let seen = 0;
  let helpers: Awaited<ReturnType<OpenHelpers>> | undefined;
  return {
    async answer(lines: readonly GivenLine[]) {
      seen += lines.length;
      if (seen > MANY_LINES) helpers ??= await openHelpers();
      if (helpers === undefined) return { answers: Promise.resolve(answerLines(lines, assess)), atOnce: 1 };
      return { answers: helpers.answer(lines), atOnce: helpers.atOnce };
    },
    close: async () => helpers?.close(),
  };
}

function toText(line: Line): GivenLine {
  return line?.toString('utf8') ?? null;
}
