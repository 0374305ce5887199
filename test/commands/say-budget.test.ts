import { describe, expect, it, test } from '@jest/globals';
import { sayBudget } from '../../src/commands/say-budget.js';
import { planBudget, type ScoredAlert } from '../../src/domain/plan-budget.js';
import { textsIn } from '../../src/texts/texts-in.js';

const THRESHOLDS = { tajik: 1, russian: 1 };
const CALLS = [
  { language: 'tajik', level: 'review', score: 1.2 },
  { language: 'tajik', level: 'review', score: 4 },
] as const;

const cards = (count: number, over: Partial<ScoredAlert> = {}): readonly ScoredAlert[] =>
  Array.from({ length: count }, () => ({
    language: 'tajik',
    level: 'review',
    score: 1.5,
    verdict: undefined,
    ...over,
  }));

const plan = (wanted: number, alerts: readonly ScoredAlert[]) =>
  planBudget({ wanted, days: 10, alerts, calls: CALLS, thresholds: THRESHOLDS });

describe('what is said of a budget', () => {
  it('is by how much thresholds would rise, and the recall given up on written cases, by language and in all', () => {
    const says = sayBudget(1, plan(1, [...cards(20), ...cards(8, { score: 3 })]), textsIn('en')).split('\n');
    expect(says[0]).toBe('**A budget of 1 cards a day**');
    expect(says[1]).toBe('Every threshold would have to rise by 0.51.');
    expect(says[2]).toBe(
      '`tg`: threshold 1.00 → 1.51 · cards a day 2.8 → 0.8 · recall given up on written cases: 1 of 2 calls · confirmed 0 of 0 decided',
    );
    expect(says[3]).toContain('`ru`: threshold 1.00 → 1.51');
    expect(says[4]).toContain('all: cards a day 2.8 → 0.8 · recall given up on written cases: 1 of 2 calls');
  });

  it('is a percentage from 200 verdicts on, and below them how many were confirmed', () => {
    const decided = (count: number) =>
      sayBudget(
        100,
        plan(100, [...cards(count, { verdict: 'confirmed' }), ...cards(50, { verdict: 'false-alarm' })]),
        textsIn('en'),
      );
    expect(decided(149)).toContain('confirmed 149 of 199 decided');
    expect(decided(149)).toContain('A percentage is shown from 200 verdicts on.');
    expect(decided(149)).not.toContain('%');
    expect(decided(150)).toContain('75 % confirmed (95 % interval 69–80 %)');
    expect(decided(150)).toContain('The cards keep to it as it is.');
  });

  it('is that urgent cards are never held back, where they alone are more', () => {
    const says = sayBudget(1, plan(1, cards(30, { level: 'urgent' })), textsIn('en'));
    expect(says).toContain('Even the highest thresholds would leave 3.0 cards a day: urgent ones are never held back.');
  });

  test.each(['en', 'ru', 'tg', 'uz'] as const)('leaves no gap in its words in %s', (language) => {
    const texts = textsIn(language);
    const all = [
      plan(1, cards(28)),
      plan(1, cards(30, { level: 'urgent' })),
      plan(100, cards(200, { verdict: 'confirmed' })),
      undefined,
    ];
    for (const one of all) expect(sayBudget(1, one, texts)).not.toMatch(/[{}]|undefined|NaN/);
  });
});
