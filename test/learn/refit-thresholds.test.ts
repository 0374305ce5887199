import { describe, expect, it } from '@jest/globals';
import { refitThresholds } from '../../src/learn/refit-thresholds.js';
import type { Lesson } from '../../src/store/pack-stores.js';
import { aLesson, lessons } from './a-lesson.js';

const WANTED = { ordinaryPer100000: 5, hardestPer1000: 1 };
const decisions = { russian: { thresholds: { review: 1, urgent: 2.5 } } };

function refit(given: readonly Lesson[], messages = 100_000) {
  return refitThresholds({ lessons: given, decisions, messages: new Map([['ru', messages]]), wanted: WANTED })[0];
}

/** Scores spread evenly from one to another. */
function spread(count: number, from: number, to: number, verdict: Lesson['verdict']): readonly Lesson[] {
  return Array.from({ length: count }, (_, n) =>
    aLesson({ score: from + ((to - from) * n) / Math.max(1, count - 1), verdict }),
  );
}

describe('refitting thresholds from verdicts', () => {
  it('rises above false alarms that score less than calls', () => {
    const found = refit([...spread(100, 3, 6, 'confirmed'), ...spread(40, 1, 2, 'false-alarm')]);
    expect(found?.proposed).toBeGreaterThan(1.8);
    expect(found?.proposed).toBeLessThan(3);
    expect(found).toMatchObject({ confirmed: 100, falseAlarms: 40, missed: 0 });
    expect(found?.spared).toBeGreaterThanOrEqual(35);
  });

  it('gives up few confirmed calls where the two cannot be told apart', () => {
    const found = refit([...spread(100, 1, 6, 'confirmed'), ...spread(100, 1, 6, 'false-alarm')]);
    expect(found?.missed).toBeLessThanOrEqual(4);
  });

  it('stays where false alarms are as rare as the pack wants', () => {
    const found = refit(
      [...spread(100, 1, 6, 'confirmed'), ...lessons(3, { score: 5, verdict: 'false-alarm' })],
      1_000_000,
    );
    expect(found).toMatchObject({ current: 1, proposed: 1, missed: 0, spared: 0 });
  });

  it('never goes below the present threshold: what scored less was shown to nobody', () => {
    expect(refit(spread(100, 1, 6, 'confirmed'))?.proposed).toBe(1);
  });

  it('waits for enough verdicts, and looks at those of the language alone', () => {
    expect(refit(spread(49, 1, 2, 'false-alarm'))).toMatchObject({ proposed: undefined, falseAlarms: 49 });
    expect(refit(spread(60, 1, 2, 'false-alarm').map((one) => ({ ...one, language: 'uz-Latn' })))).toMatchObject({
      proposed: undefined,
      falseAlarms: 0,
    });
  });
});
