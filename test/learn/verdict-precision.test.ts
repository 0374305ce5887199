import { describe, expect, it } from '@jest/globals';
import { precisionOf, proposeChanges } from '../../src/learn/verdict-precision.js';
import { BROTHERS, GROUP, JOIN, lessons } from './a-lesson.js';

const falseAlarm = { verdict: 'false-alarm' } as const;

describe('precision from verdicts', () => {
  it('is told by language, category, pattern and term, with the range in which it lies', () => {
    const rows = precisionOf([
      ...lessons(6),
      ...lessons(4, { ...falseAlarm, language: 'tg', labels: [JOIN, BROTHERS] }),
    ]);
    const shares = rows.map(({ kind, name, confirmed: { hits, of } }) => `${kind} ${name}: ${hits} of ${of}`);
    expect(shares).toEqual([
      'language ru: 6 of 6',
      'language tg: 0 of 4',
      'category join: 6 of 10',
      'pattern join: join the group: 6 of 10',
      'term group: Islamic State: 6 of 6',
      'term group: the brothers: 0 of 4',
    ]);
    expect(rows[2]?.confirmed.low).toBeCloseTo(0.262, 3);
    expect(rows[2]?.confirmed.high).toBeCloseTo(0.878, 3);
  });

  it.each([
    ['retires what is nearly always wrong', 40, 1, ['retire term group: the brothers']],
    ['weakens what is mostly wrong', 40, 10, ['weaken term group: the brothers']],
    ['leaves alone what is as often right', 40, 20, []],
    ['waits for enough verdicts', 19, 0, []],
  ])('%s', (_name, of, confirmed, expected) => {
    const labels = [JOIN, BROTHERS];
    const rows = precisionOf([
      ...lessons(100, { labels: [JOIN, GROUP] }),
      ...lessons(confirmed, { labels }),
      ...lessons(of - confirmed, { ...falseAlarm, labels }),
    ]);
    expect(proposeChanges(rows).map(({ act, row }) => `${act} ${row.kind} ${row.name}`)).toEqual(expected);
  });
});
