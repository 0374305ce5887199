import { describe, expect, it, test } from '@jest/globals';
import { planBudget, type ScoredAlert } from '../../src/domain/plan-budget.js';

const THRESHOLDS = { tajik: 1, uzbek: 3 };

function anAlert(score: number, change: Partial<ScoredAlert> = {}): ScoredAlert {
  return { language: 'tajik', level: 'review', score, verdict: undefined, ...change };
}

const plan = (wanted: number, alerts: readonly ScoredAlert[], change: Partial<Parameters<typeof planBudget>[0]> = {}) =>
  planBudget({ wanted, days: 1, alerts, calls: [], thresholds: THRESHOLDS, ...change });

describe('a budget of alerts', () => {
  test.each<[string, number, readonly ScoredAlert[], { raise: number; isKept: boolean; after: number }]>([
    ['asks for nothing where it is kept', 3, [anAlert(1), anAlert(2)], { raise: 0, isKept: true, after: 2 }],
    ['lets the lowest go', 2, [anAlert(1.2), anAlert(2), anAlert(3)], { raise: 0.21, isKept: true, after: 2 }],
    [
      'lets all go that score the same',
      2,
      [anAlert(2), anAlert(2), anAlert(2)],
      { raise: 1.01, isKept: true, after: 0 },
    ],
    [
      'goes by how far each is above its own threshold',
      1,
      [anAlert(2), anAlert(3.5, { language: 'uzbek' })],
      { raise: 0.51, isKept: true, after: 1 },
    ],
    [
      'never gives up what is urgent',
      1,
      [anAlert(1, { level: 'urgent' }), anAlert(1, { level: 'urgent' }), anAlert(4)],
      { raise: 3.01, isKept: false, after: 2 },
    ],
  ])('%s', (_name, wanted, alerts, { raise, isKept, after }) => {
    const { total, ...found } = plan(wanted, alerts);
    expect({ raise: found.raise, isKept: found.isKept, after: total.after }).toEqual({
      raise: expect.closeTo(raise, 6),
      isKept,
      after,
    });
  });

  it('raises every threshold by the same', () => {
    const { languages, raise } = plan(1, [anAlert(2), anAlert(5)]);
    expect(languages.map(({ thresholdBefore, thresholdAfter }) => thresholdAfter - thresholdBefore)).toEqual([
      expect.closeTo(raise),
      expect.closeTo(raise),
    ]);
  });

  it('counts by the day', () => {
    const alerts = Array.from({ length: 30 }, (_, n) => anAlert(1 + n));
    const { total } = plan(2, alerts, { days: 10 });
    expect(total).toMatchObject({ before: 3, after: 2 });
  });

  it('says which written calls it would give up', () => {
    const calls = [anAlert(1.1), anAlert(4), anAlert(1, { level: 'urgent' }), anAlert(3.1, { language: 'uzbek' })];
    const { total, languages } = plan(1, [anAlert(2), anAlert(3)], { calls });
    expect(total).toMatchObject({ calls: 4, givenUp: 2 });
    expect(languages.map(({ language, givenUp }) => [language, givenUp])).toEqual([
      ['tajik', 1],
      ['uzbek', 1],
    ]);
  });

  it('shows precision of what is left, as a share only from 200 verdicts on', () => {
    const decided = (count: number) => [
      ...Array.from({ length: count }, () => anAlert(5, { verdict: 'confirmed' })),
      anAlert(1, { verdict: 'false-alarm' }),
    ];
    expect(plan(199, decided(199)).total.precision).toMatchObject({ confirmed: 199, falseAlarms: 0, share: undefined });
    expect(plan(300, decided(199)).total.precision.share?.value).toBeCloseTo(199 / 200);
  });
});
