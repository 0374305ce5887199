import { describe, expect, it } from '@jest/globals';
import { excerpt } from '../../src/alert/excerpt.js';
import { aReason } from './an-alert.js';

describe('an excerpt', () => {
  it('is the whole of a short text', () => {
    expect(excerpt('кӯтоҳ', [], 100)).toBe('кӯтоҳ');
  });

  it('shows the first match of a long text and how its sentence begins', () => {
    const text = `${'аввал '.repeat(300)}ҳамроҳ шавед ${'охир '.repeat(300)}`;
    const start = text.indexOf('ҳамроҳ');
    const shown = excerpt(text, [aReason({ start, end: start + 12 })], 400);
    expect(shown).toContain('ҳамроҳ шавед');
    expect(shown.startsWith('…')).toBe(true);
    expect(shown.endsWith('…')).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(400);
  });

  it('begins at the beginning when no word matched, only the whole tone', () => {
    expect(excerpt('a'.repeat(50), [aReason({ kind: 'bayes', start: 40, end: 45 })], 10)).toBe(`${'a'.repeat(9)}…`);
  });

  it('never begins or ends with half a character', () => {
    const text = '👍'.repeat(2_000);
    for (const start of [500, 501, 3_999]) {
      const shown = excerpt(text, [aReason({ start, end: start + 2 })], 301);
      expect(/\p{Cs}/u.test(shown)).toBe(false);
      expect(shown.length).toBeLessThanOrEqual(301);
    }
  });
});
