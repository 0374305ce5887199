import { Presets, SingleBar } from 'cli-progress';
import type { Io } from './io.js';

export interface Progress {
  /** Sets how much is done, in the unit of `total`. */
  update(done: number): void;
  /** Ends the bar; elsewhere writes nothing more. */
  stop(): void;
}

export interface ProgressOptions {
  /** What is being done, e.g. `assessing`. */
  readonly label: string;
  /** 0 where it is not known. */
  readonly total: number;
  /** `MB`, `messages`, `lines`. */
  readonly unit: string;
}

/** Elsewhere than on a terminal a line is written each time this many hundredths more are done. */
const STEP_PERCENT = 10;

/** Shows how far long work has come: a bar on a terminal, plain lines elsewhere. Writes to stderr, so that results stay clean. */
export function progress(io: Io, options: ProgressOptions): Progress {
  return io.isProgressTerminal ? bar(io, options) : plainLines(io, options);
}

function bar(io: Io, { label, total, unit }: ProgressOptions): Progress {
  const shown = new SingleBar(
    {
      // The types of cli-progress want a terminal stream, of which it uses what a plain one has, too.
      ...(isTerminalStream(io.stderr) ? { stream: io.stderr } : {}),
      format: `${label} {bar} {percentage} % · {value}/{total} ${unit} · {eta_formatted} left`,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  shown.start(Math.max(1, Math.round(total)), 0);
  return {
    update: (done) => shown.update(Math.round(done)),
    stop: () => shown.stop(),
  };
}

function plainLines(io: Io, { label, total, unit }: ProgressOptions): Progress {
  let written = 0;
  return {
    update(done) {
      const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
      if (percent < written + STEP_PERCENT) return;
      written = percent - (percent % STEP_PERCENT);
      io.stderr.write(`${label}: ${written} % of ${Math.round(total)} ${unit}\n`);
    },
    stop: () => {},
  };
}

function isTerminalStream(stream: NodeJS.WritableStream): stream is NodeJS.WriteStream {
  return 'isTTY' in stream && stream.isTTY === true;
}
