import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { normalise } from '../../../src/assess/text/normalise.js';
import { otherReadings } from '../../../src/assess/text/other-readings.js';

/** The words of a text in each reading that is not the first, where it leaves any open. */
function readings(text: string): readonly string[] {
  if (!normalise(text).ambiguous) return [];
  return otherReadings(text).map((reading) =>
    normalise(reading)
      .tokens.map(({ form }) => form)
      .join(' '),
  );
}

describe('a text that leaves open', () => {
  test.each([
    ['whether what nobody sees parts words', 'Приходите\u200bв\u200bшколу', 'приходите в школу'],
    ['whether asterisks part words', 'Приходите*в*школу', 'приходите в школу'],
    ['whether full stops part words', 'Приходите.в.школу', 'приходите в школу'],
    ['whether a full stop cuts a word', 'при.ходите в шко.лу', 'приходите в школу'],
    ['whether a stroke cuts a word', 'прихо/дите в шко|лу', 'приходите в школу'],
    ['whether an emoji cuts a word', 'прихо🔥дите в школу', 'приходите в школу'],
    ['whether a hyphen cuts a word, in many', 'прихо-дите в шко-лу', 'приходите в школу'],
    ['whether a hyphen cuts capitals', 'едем в НА-ТО сегодня', 'едем в нато сегодня'],
    ['whether a preposition ran into letters spaced out', 'пора в ш к о л у', 'пора в школу'],
    ['which letters digits are', 'пр1х0д1те 4втр4', 'приходите автра'],
  ])('%s', (_name, text, expected) => {
    expect(readings(text)).toContain(expected);
  });
});

describe('a text with one reading', () => {
  test.each([
    ['of ordinary sentences', 'Он пришёл. Все молчали, и было тихо.'],
    ['with a hyphen', 'Кто-то говорит по-русски, а мы сидим дома и ждём.'],
    ['with abbreviations', 'А.С. Пушкин, т.е. поэт, писал и/или читал.'],
    ['with an address', 'Смотрите на kun.uz и gazeta.uz'],
    ['with numbers', '4та бола, 14-май, 2024 йил'],
    ['with a list', '1 2 3 4 5'],
    ['in Uzbek', 'Oʻzbekiston togʻlari goʻzal, maʼno koʻp'],
    ['that joins emoji to words', 'салом 🔥 бародар🔥'],
    ['with emphasis', 'это **важно** и *очень* нужно'],
    ['with one cut in many words', `${'мы сидим дома и ждём вас '.repeat(4)} смотри.те`],
  ])('%s', (_name, text) => {
    expect(readings(text)).toEqual([]);
  });
});

it('keeps every reading as long as the text, and every letter in its place', () => {
  const pieces = fc.constantFrom(
    'в',
    'ИГ',
    'школа',
    'qoʻl',
    '.',
    '-',
    '*',
    '🔥',
    '\u200b',
    '4',
    ' ',
    '\n',
    '|',
    '\ud83d',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      for (const reading of otherReadings(text)) {
        expect(reading).toHaveLength(text.length);
        for (let at = 0; at < text.length; at += 1)
          if (/[а-яА-Яa-z]/.test(text.charAt(at))) expect(reading.charAt(at)).toBe(text.charAt(at));
      }
    }),
  );
});
