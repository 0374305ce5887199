import type { Assessment } from '../assess/assessment.js';
import { type Line, splitLines } from '../replay/split-lines.js';
import { answerLines, type GivenLine } from './answer-lines.js';
import { type Io, writeOut } from './io.js';
import type { Helpers, OpenHelpers } from './score-helpers.js';

/** From this many lines on it pays to start threads: each reads the pack for itself. */
const MANY_LINES = 500;
/**
 * Batches that are answered or asked for and not yet written, for each that helpers have in hand: a helper that has just started is
 * slow, and this thread goes on meanwhile.
 */
const WAITING = 8;

/**
 * The batch contract: `{"id","text"}` lines in, one line each out, in order (DESIGN §9).
 * A line that is no such object yields `{"id":null,"error":…}` and the run goes on.
 *
 * Many lines are shared out: helpers have as many as keep them busy, the rest is answered here. Memory does not grow with the
 * input: no more is read than that.
 */
export async function scoreJsonl(
  io: Io,
  assess: (text: string) => Assessment,
  openHelpers: OpenHelpers = async () => undefined,
): Promise<void> {
  const shared = shareOut(assess, openHelpers);
  // What is answered is written also while nothing is read: whoever asks may wait for it before asking on.
  const written: Promise<void>[] = [];
  let last: Promise<void> = Promise.resolve();
  try {
    for await (const lines of splitLines(io.stdin)) {
      const answers = shared.answer(lines.map(toText));
      last = last.then(async () => writeOut(io, await answers));
      // Awaited in their turn; a failure before that is not one that nobody sees.
      answers.catch(() => undefined);
      last.catch(() => undefined);
      written.push(last);
      while (written.length >= shared.mostWaiting()) await written.shift();
      if (io.stdout.destroyed) return;
    }
    await last;
  } finally {
    await shared.close();
  }
}

/** Answers here, and through helpers as well once there have been many lines and one of them is ready. */
function shareOut(assess: (text: string) => Assessment, openHelpers: OpenHelpers) {
  let seen = 0;
  let busy = 0;
  let opened: ReturnType<OpenHelpers> | undefined;
  let ready: Helpers | undefined;
  const open = async (): Promise<void> => {
    opened = openHelpers();
    const helpers = await opened;
    // Where none will ever be ready, the first that is asked says why.
    await helpers?.ready.catch(() => undefined);
    ready = helpers;
  };
  return {
    async answer(lines: readonly GivenLine[]): Promise<string> {
      seen += lines.length;
      // A failure to open is told on closing.
      if (seen > MANY_LINES && opened === undefined) open().catch(() => undefined);
      if (ready === undefined || busy >= ready.atOnce) return answerLines(lines, assess);
      busy += 1;
      try {
        return await ready.answer(lines);
      } finally {
        busy -= 1;
      }
    },
    mostWaiting: () => (ready?.atOnce ?? 0) * WAITING + 1,
    close: async () => (await opened)?.close(),
  };
}

function toText(line: Line): GivenLine {
  return line?.toString('utf8') ?? null;
}
