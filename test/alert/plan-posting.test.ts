import { describe, expect, test } from '@jest/globals';
import { openDuringPause, planPosting } from '../../src/alert/plan-posting.js';
import { anAlert } from './an-alert.js';

const review = anAlert({ level: 'review' });
const urgent = anAlert({ level: 'urgent' });

describe('the hourly cap', () => {
  test.each([
    ['lets everything out below it', [review, review], 0, 5, 2],
    ['holds back what exceeds it', [review, review, review], 1, 3, 2],
    ['holds back every review once it is reached', [review], 7, 3, 0],
    ['never holds back what is urgent', [urgent, urgent, review], 9, 3, 2],
    ['lets urgent cards take nothing from reviews', [urgent, review, review], 0, 1, 2],
  ])('%s', (_name, due, postedThisHour, cap, expected) => {
    expect(planPosting(due, { postedThisHour }, cap)).toHaveLength(expected);
  });
});

describe('a pause', () => {
  test.each([
    ['that there is not lets everything out', undefined, [review, urgent]],
    ['lets out what is urgent', { holdsUrgent: false }, [urgent]],
    ['lets out nothing where that was asked for', { holdsUrgent: true }, []],
  ])('%s', (_name, pause, expected) => {
    expect(openDuringPause([review, urgent], pause)).toEqual(expected);
  });
});
