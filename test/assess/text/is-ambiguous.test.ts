import { describe, expect, it, test } from '@jest/globals';
import { isAmbiguous } from '../../../src/assess/text/is-ambiguous.js';
import { scan } from '../../../src/assess/text/scan.js';

const isDoubtful = (text: string): boolean => isAmbiguous(text, scan(text).words);

describe('a text may be read in several ways', () => {
  test.each([
    ['full stops inside words', 'при.ходите в шко.лу'],
    ['a stroke inside a word', 'прихо/дите к нам'],
    ['hyphens in most words', 'при-ходите в шко-лу'],
    ['a hyphen between capitals', 'едем в НА-ТО'],
    ['what nobody sees inside a word', 'при\u200bходите в школу'],
    ['asterisks inside a word', 'при*ходите в школу'],
    ['four letters by themselves', 'в ш к о л у'],
    ['a 4 behind a Cyrillic letter', 'м4ктаб'],
  ])('for %s', (_what, text) => {
    expect(isDoubtful(text)).toBe(true);
  });

  test.each([
    ['spaces, commas and full stops', 'Пришли, сели. Было тихо.'],
    ['initials and abbreviations', 'А.С. Пушкин, т.е. поэт'],
    ['one hyphen in several words', 'Кто-то ждёт нас дома вечером'],
    ['three letters by themselves', 'а б в'],
    ['numbers', '1 2 3 4 5 6'],
    ['a 4 that counts', '4та бола'],
    ['nothing', ''],
  ])('but not for %s', (_what, text) => {
    expect(isDoubtful(text)).toBe(false);
  });

  it('but not where one cut stands among many words', () => {
    expect(isDoubtful(`${'мы ждём вас дома '.repeat(5)} смотри.те`)).toBe(false);
  });

  it('but not where it is longer than any message', () => {
    expect(isDoubtful('при.ходите '.repeat(1_000))).toBe(false);
  });
});
