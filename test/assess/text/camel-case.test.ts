import { describe, expect, test } from '@jest/globals';
import { camelCaseStarts } from '../../../src/assess/text/camel-case.js';

/** A word parted where others begin in it. */
function parted(letters: string): readonly string[] {
  const starts = [0, ...camelCaseStarts(letters)];
  return starts.map((start, at) => letters.slice(start, starts[at + 1]));
}

describe('capitals inside a word', () => {
  test.each([
    ['МыПротивВойны', ['Мы', 'Против', 'Войны']],
    ['ХотимМИР', ['Хотим', 'МИР']],
    ['вШколу', ['в', 'Школу']],
    ['ИдёмВШколу', ['Идём', 'В', 'Школу']],
    ['ВступайВИГИЛ', ['Вступай', 'В', 'ИГИЛ']],
    ['ХотимВВП', ['Хотим', 'ВВП']],
    ['bizningMaktab', ['bizning', 'Maktab']],
    ['МоБаМактабМеравем', ['Мо', 'Ба', 'Мактаб', 'Меравем']],
  ])('begin words: %s', (letters, words) => {
    expect(parted(letters)).toEqual(words);
  });

  test.each(['Школа', 'ШКОЛА', 'школа', 'IShIDga', 'БМТнинг', 'ҲУҚУҚ', ''])('begin none: «%s»', (letters) => {
    expect(camelCaseStarts(letters)).toEqual([]);
  });
});
