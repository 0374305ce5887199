import { expect, test } from '@jest/globals';
import { retentionLimits } from '../../src/retention/limits.js';

const NOW = new Date('2026-03-31T12:00:00Z');

test('each kind of data goes at its own age, counted back from now', () => {
  const retention = {
    deletedTextHours: 72,
    textDays: 30,
    confirmedDays: 180,
    countsDays: 365,
    auditDays: 730,
    leftDays: 7,
  };
  expect(retentionLimits({ retention }, NOW)).toEqual({
    deletedBefore: new Date('2026-03-28T12:00:00Z'),
    textBefore: new Date('2026-03-01T12:00:00Z'),
    confirmedBefore: new Date('2025-10-02T12:00:00Z'),
    countsBefore: new Date('2025-03-31T12:00:00Z'),
    auditBefore: new Date('2024-03-31T12:00:00Z'),
    now: NOW,
  });
});

test('no time at all means everything up to now', () => {
  const retention = { deletedTextHours: 0, textDays: 0, confirmedDays: 0, countsDays: 0, auditDays: 0, leftDays: 0 };
  const limits = retentionLimits({ retention }, NOW);
  expect(Object.values(limits)).toEqual([NOW, NOW, NOW, NOW, NOW, NOW]);
});
