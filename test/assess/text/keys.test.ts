import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { keyboardKey, keyboardKeys, latinToCyrillicKey, uzbekKey, uzbekKeys } from '../../../src/assess/text/keys.js';

describe('the Cyrillic key', () => {
  test.each([
    ['ҳамроҳ', 'хамрох', 'the Russian keyboard has no ҳ'],
    ['қувват', 'кувват', 'nor қ'],
    ['ғалаба', 'галаба', 'nor ғ'],
    ['ҷиҳод', 'чиход', 'ҷ typed ч'],
    ['ҷиҳод', 'жиход', 'ҷ typed ж'],
    ['ҷиҳод', 'джиход', 'ҷ typed дж'],
    ['дӯстӣ', 'дусти', 'ӯ and ӣ'],
    ['байъат', 'байат', 'ъ left out'],
    ['байъат', 'баят', 'я for йа'],
    ['идём', 'идем', 'ё typed е'],
    ['россия', 'росия', 'a doubled letter made single'],
    ['вступать', 'вступат', 'the soft sign left out'],
    ['вступайте', 'вступаійте', 'Cyrillic і for и'],
  ])('%s is met by %s: %s', (dictionary, typed) => {
    expect(keyboardKeys(dictionary)).toContain(keyboardKey(typed));
  });

  test.each([
    ['ҷиҳод', 'jihod'],
    ['ҷиҳод', 'djihod'],
    ['дарсҳо', 'darsho'],
    ['чизҳо', 'chizho'],
    ['маҷлис', 'majlis'],
    ['ҳиҷрат', 'hijrat'],
    ['қувват', 'quvvat'],
    ['ғалаба', 'ghalaba'],
    ['хона', 'xona'],
    ['хона', 'khona'],
    ['дӯстӣ', 'dusti'],
    ['дӯстӣ', 'dūstī'],
    ['ёрӣ', 'yori'],
    ['шаҳр', 'shahr'],
    ['чашм', 'chashm'],
    ['вступайте', 'vstupayte'],
    ['вступайте', 'vstupaite'],
    ['вступайте', 'vstupajte'],
    ['вступай', 'vstupay'],
    ['русский', 'russkiy'],
    ['русский', 'russki'],
    ['джихад', 'dzhihad'],
    ['джихад', 'jihad'],
    ['жизнь', 'zhizn'],
    ['жизнь', 'jizn'],
    ['вообще', 'voobshche'],
    ['вообще', 'voobsche'],
    ['борьба', "bor'ba"],
    ['ещё', 'eshche'],
    ['ещё', 'eshyo'],
    ['центр', 'tsentr'],
    ['центр', 'centr'],
    ['поедем', 'poyedem'],
    ['люблю', 'lyublyu'],
    ['моя', 'moya'],
    ['неверные', 'nevernye'],
  ])('%s is met by %s in Latin letters', (dictionary, typed) => {
    expect(keyboardKeys(dictionary)).toContain(latinToCyrillicKey(typed));
  });

  it('keeps words apart that differ in more than a keyboard', () => {
    expect(keyboardKey('куш')).not.toBe(keyboardKey('гуш'));
    expect(keyboardKey('кор')).not.toBe(keyboardKey('хор'));
    expect(keyboardKeys('ҷон')).not.toContain(keyboardKey('зон'));
  });

  it('gives each dictionary form a handful of keys at most, its own first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'абджзийҷҳқғӣӯўъьёюяцнрх'), { maxLength: 12 }), (letters) => {
        const form = letters.join('');
        const keys = keyboardKeys(form);
        expect(keys[0]).toBe(keyboardKey(form));
        expect(keys.length).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('changes nothing when folded twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'абджзийҷҳқғӣӯўъьёюяцщынрх'), { maxLength: 12 }), (letters) => {
        const key = keyboardKey(letters.join(''));
        expect(keyboardKey(key)).toBe(key);
      }),
    );
  });
});

describe('the Uzbek key', () => {
  test.each([
    ['qoʼshiling', 'қўшилинг'],
    ['qoʼshiling', 'қошилинг'],
    ['qoʼshiling', 'кушилинг'],
    ['қўшилинг', 'qoshiling'],
    ['қўшилинг', 'qushiling'],
    ['қўшилинг', 'qöşiling'],
    ['қўшилинг', 'qowiling'],
    ['gʼalaba', 'ғалаба'],
    ['gʼalaba', 'галаба'],
    ['gʼalaba', 'ğalaba'],
    ['gʼalaba', 'ghalaba'],
    ['hijrat', 'ҳижрат'],
    ['hijrat', 'хижрат'],
    ['hijrat', 'xijrat'],
    ['yaxshi', 'яхши'],
    ['yaxshi', 'yahwi'],
    ['anʼana', 'анъана'],
    ['yetdi', 'етди'],
    ['yetdi', 'йетди'],
    ['ekan', 'экан'],
    ['ekan', 'екан'],
    ['yozilgan', 'ёзилган'],
    ['yozilgan', 'езилган'],
    ['yoʼq', 'йўқ'],
    ['yoʼq', 'йук'],
    ['choʼl', 'чўл'],
    ['achchiq', 'аччиқ'],
    ['xalifa', 'khalifa'],
    ['jihod', 'джиҳод'],
    ['jihod', 'djihod'],
    ['цирк', 'sirk'],
    ['diniy', 'дини'],
    ['maʼno', 'mano'],
  ])('%s is met by %s', (dictionary, typed) => {
    expect(uzbekKeys(dictionary)).toContain(uzbekKey(typed));
  });

  it('keeps the script of the dictionary form out of the key', () => {
    expect(uzbekKey('шаҳар')).toBe(uzbekKey('shahar'));
    expect(uzbekKey('ўзбекистон')).toBe(uzbekKey('oʼzbekiston'));
  });

  it('gives each dictionary form a handful of keys at most, its own first', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'aoyihgkqsceʼўғқҳшёцйи'), { maxLength: 12 }), (letters) => {
        const form = letters.join('');
        const keys = uzbekKeys(form);
        expect(keys[0]).toBe(uzbekKey(form));
        expect(keys.length).toBeLessThanOrEqual(32);
      }),
    );
  });
});
