import type { Progress as Steps } from '../learn/progress.js';
import type { Io } from './io.js';
import { type Progress, progress } from './progress.js';

/** Shows work that goes through several steps, one bar each. */
export function stepProgress(io: Io): Steps {
  const current: { bar: Progress | undefined } = { bar: undefined };
  return {
    begin(step, total, unit = 'texts') {
      current.bar?.stop();
      current.bar = progress(io, { label: step, total, unit });
    },
    advance: (done) => current.bar?.update(done),
    end() {
      current.bar?.stop();
      current.bar = undefined;
    },
  };
}
