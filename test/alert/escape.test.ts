import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { cut, escapeText, wholeLines } from '../../src/alert/escape.js';

describe('text of a member on a card', () => {
  test.each([
    ['a spoiler', '||x||', '\\|\\|x\\|\\|'],
    ['a heading', '# x', '\\# x'],
    ['a backslash at the end', 'x\\', 'x\\\\'],
    ['a masked link', '[a](b)', '\\[a\\]\\(b\\)'],
    ['a user mention', '<@1>', '\\<@\u200B1\\>'],
    ['a ping of everyone', '@everyone', '@\u200Beveryone'],
    ['a link', 'https://example.org', 'https:\u200B//example.org'],
    ['an invite', 'discord.gg/x', 'discord\u200B.gg/x'],
    ['half a character', 'a\uD83Db', 'a\uFFFDb'],
    ['an override of the writing direction', 'a\u202Eb\u202C', 'ab'],
    ['a control character', 'a\u0000b\tc', 'a b c'],
  ])('cannot do harm with %s', (_name, text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it('keeps line breaks, right-to-left letters and whole emoji', () => {
    expect(escapeText('سلام\n👍')).toBe('سلام\n👍');
  });

  it('never grows beyond twice its length and a mark for each link', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(escapeText(text).length).toBeLessThanOrEqual(text.length * 2);
      }),
    );
  });

  it('is always valid JSON for a strict reader', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 50 }), (units) => {
        expect(/\p{Cs}/u.test(escapeText(String.fromCharCode(...units)))).toBe(false);
      }),
    );
  });
});

describe('cutting', () => {
  it('leaves a short text alone', () => {
    expect(cut('abc', 3)).toBe('abc');
  });

  it('never halves a character', () => {
    expect(cut('a👍👍', 4)).toBe('a👍…');
    expect(cut('a👍👍', 3)).toBe('a…');
  });

  it('takes whole lines and shows that some are missing', () => {
    expect(wholeLines(['||aaaa||', '||bbbb||'], 12)).toBe('||aaaa||\n…');
    expect(wholeLines(['||aaaa||', '||bbbb||'], 17)).toBe('||aaaa||\n||bbbb||');
    expect(wholeLines(['||aaaa||'], 3)).toBe('…');
  });
});
