import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validate } from 'node-cron';
import { explainCron } from '../../src/settings/cron-expression.js';

test.each([
  ['*/15 * * * *'],
  ['0 9 * * mon'],
  ['30 3 1,15 jan-mar *'],
  ['5 0-23/2 * * 1-5'],
  ['*/10 * * * * *'],
  ['0 0 * * 7'],
])('%s is a cron expression', (expression) => {
  expect(explainCron(expression)).toBeUndefined();
});

test.each([
  ['', 'expected 5 fields (minute hour day month weekday) or 6 with seconds first, found 0'],
  ['* * *', 'expected 5 fields (minute hour day month weekday) or 6 with seconds first, found 3'],
  ['0 25 * * *', 'hour "25": expected *, */step, or numbers and ranges from 0 to 23'],
  ['60 * * * *', 'minute "60": expected *, */step, or numbers and ranges from 0 to 59'],
  ['0 0 0 * *', 'day of month "0": expected *, */step, or numbers and ranges from 1 to 31'],
  ['0 0 * foo *', 'month "foo": expected *, */step, or numbers and ranges from 1 to 12 (or jan–dec)'],
  ['0 0 * * 8', 'day of week "8": expected *, */step, or numbers and ranges from 0 to 7 (or sun–sat)'],
  ['0 0 31 feb,apr *', 'day of month "31": expected a day that month "feb,apr" has'],
  ['*/0 * * * *', 'minute "*/0": expected *, */step, or numbers and ranges from 0 to 59'],
  ['5/10 * * * *', 'minute "5/10": expected *, */step, or numbers and ranges from 0 to 59'],
])('%s is none, and the fault says why', (expression, why) => {
  expect(explainCron(expression)).toBe(why);
});

test('whatever is accepted here, node-cron runs', () => {
  const item = (to: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: 1, max: 90 }).map((step) => `*/${step}`),
      fc.integer({ min: 0, max: to }).map(String),
      fc.tuple(fc.integer({ min: 0, max: to }), fc.integer({ min: 0, max: to })).map(([a, b]) => `${a}-${b}`),
      fc.constantFrom('jan', 'sun', 'DEC', 'fri', 'mon-fri', '1,2', '1-5/2', 'L', 'x'),
    );
  const expression = fc.tuple(item(62), item(25), item(33), item(14), item(9)).map((fields) => fields.join(' '));
  fc.assert(
    fc.property(expression, (text) => explainCron(text) !== undefined || validate(text)),
    { numRuns: 3000 },
  );
});
