import { describe, expect, test } from '@jest/globals';
import { plainMarkup } from '../../src/cli/plain-markup.js';

const NOW = new Date('2026-01-05T10:00:00Z');
const seconds = (text: string): number => new Date(text).getTime() / 1000;

describe('what a card says, in a terminal', () => {
  test.each([
    ['has no spoiler marks', '||ҳамроҳ|| — join', 'ҳамроҳ — join'],
    ['keeps marks that a member wrote', '||a \\|\\| b||', 'a || b'],
    ['has no bold marks', '**Why**', 'Why'],
    ['undoes escapes', 'calls \\(join\\)', 'calls (join)'],
    ['names who pressed', 'by <@7>', 'by you'],
    ['says when in words', `<t:${seconds('2026-01-05T09:59:30Z')}:R>`, 'just now'],
    ['says how many minutes ago', `<t:${seconds('2026-01-05T09:55:00Z')}:R>`, '5 min ago'],
    ['says how many hours ago', `<t:${seconds('2026-01-05T07:30:00Z')}:R>`, '2 h ago'],
  ])('%s', (_name, text, expected) => {
    expect(plainMarkup(text, () => 'you', NOW)).toBe(expected);
  });
});
