import { afterAll, it } from '@jest/globals';
import { type AFaultyCommunity, aFaultyCommunity } from './a-faulty-community.js';
import type { Tally } from './nothing-lost.js';

/** Runs of each fault: one as a test, many as a soak (`npm run faults`). Each run has a seed of its own. */
const RUNS = Number(process.env['FAULT_RUNS'] ?? 1);
const FIRST_SEED = Number(process.env['FAULT_SEED'] ?? 1);

/** Whether time is no matter. */
const isSoak = RUNS > 1;

const rows: string[] = [];
afterAll(() => {
  if (isSoak && rows.length > 0) process.stdout.write(`${rows.join('\n')}\n`);
});

type Outcome = Tally & { readonly recoveryMs: number };

/** A fault, and what has to come of it; in a soak, a line of the table with sums, and the median and longest recovery. */
export function itSurvives(
  fault: string,
  run: (place: AFaultyCommunity) => Promise<Outcome>,
  timeoutMs = 60_000,
): void {
  it(
    `survive ${fault}`,
    async () => {
      const outcomes: Outcome[] = [];
      for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed += 1)
        outcomes.push(await run(await aFaultyCommunity(seed)));
      const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((all, outcome) => all + of(outcome), 0);
      const times = outcomes.map(({ recoveryMs }) => recoveryMs).sort((a, b) => a - b);
      const figures = [
        RUNS,
        ...(['messages', 'lost', 'doubled', 'alerts', 'alertsLost', 'alertsDoubled'] as const).map((name) =>
          sum((outcome) => outcome[name]),
        ),
        `${times[Math.floor(times.length / 2)]} ms, at most ${times.at(-1)} ms`,
      ];
      rows.push(`| ${fault} | ${figures.join(' | ')} |`);
    },
    timeoutMs * RUNS,
  );
}

/** A fault that takes too long to come out of for every run of the tests: in a soak only. */
export function itSurvivesInSoak(...given: Parameters<typeof itSurvives>): void {
  if (isSoak) itSurvives(...given);
}

/** What takes too long for every run of the tests: in a soak only (`npm run faults`). */
export function itInSoak(name: string, survive: () => Promise<void>, timeoutMs: number): void {
  if (isSoak) it(name, survive, timeoutMs);
}
