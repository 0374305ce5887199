import { describe, expect, it, test } from '@jest/globals';
import { disguise } from '../../src/learn/disguise.js';
import { uzbekToCyrillic, uzbekToLatin } from '../../src/learn/transliterate.js';
import type { Writing } from '../../src/packs/format/cases.js';

function variant(text: string, writing: Writing, name: string): string | undefined {
  return disguise(text, writing).find((one) => one.disguise === name)?.text;
}

describe('a disguise', () => {
  test.each<[Writing, string, string, string]>([
    ['ru', 'zero-width', 'завтра', 'з\u200bа\u200bв\u200bт\u200bр\u200bа'],
    ['ru', 'dotted out', 'завтра в лес', 'з.а.в.т.р.а в лес'],
    ['ru', 'longest word spaced out', 'завтра в лес', 'з а в т р а в лес'],
    ['ru', 'capitals', 'завтра', 'ЗАВТРА'],
    ['ru', 'Latin letters', 'хорошая яблоня', 'khoroshaya yablonya'],
    ['tg', 'Russian keyboard', 'Ҷаҳони қишлоқӣ', 'Чахони кишлоки'],
    ['tg', 'Russian keyboard, ж', 'Ҷаҳон', 'Жахон'],
    ['tg', 'Latin letters', 'Ҷаҳон', 'Jahon'],
    ['tg', 'decomposed', 'ӯ', 'у\u0304'],
    ['uz-Latn', 'apostrophe left out', 'oʻzbek maʼno', 'ozbek mano'],
    ['uz-Latn', 'apostrophe ‘', 'oʻzbek', 'o‘zbek'],
    ['uz-Latn', 'chat 6 and 4', 'choʻl va shahar', '4ol va 6ahar'],
    ['uz-Latn', 'Turkish letters', 'choʻl va Shahar', 'çöl va Şahar'],
    ['uz-Latn', 'other script', 'oʻzbek shahri', 'ўзбек шаҳри'],
    ['uz-Cyrl', 'other script', 'ўзбек шаҳри', 'oʻzbek shahri'],
    ['uz-Cyrl', 'Russian keyboard', 'ўғил', 'угил'],
  ])('of %s, %s, turns «%s» into «%s»', (writing, name, text, expected) => {
    expect(variant(text, writing, name)).toBe(expected);
  });

  it('that changes nothing is left out', () => {
    expect(variant('завтра', 'ru', 'capitals')).toBeDefined();
    expect(variant('ЗАВТРА', 'ru', 'capitals')).toBeUndefined();
  });
});

test.each(['Ўқувчилар эртага мактабга боришади', 'Яхши одам ёмон кунда билинади', 'Эртага етиб келаман'])(
  'Uzbek goes to Latin letters and back: %s',
  (text) => {
    expect(uzbekToCyrillic(uzbekToLatin(text))).toBe(text);
  },
);
