import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { consulted, detectLanguage, explainLanguage, withBorrowed } from '../../../src/assess/language/detect.js';
import { readLanguageModel } from '../../../src/assess/language/language-model.js';
import { normalise } from '../../../src/assess/text/normalise.js';

const model = readLanguageModel(new Uint8Array(readFileSync('classifiers/models/language.bin')));

function first(text: string): string {
  return detectLanguage(normalise(text), model)[0]?.tag ?? '';
}

function readers(text: string): readonly string[] {
  return consulted(detectLanguage(normalise(text), model));
}

describe('the detector knows our languages', () => {
  test.each([
    ['tg', 'Ман фардо ба шаҳр меравам, ту ҳам меоӣ?'],
    ['tg', 'ман фардо ба шахр меравам ту хам меои'],
    ['tg', 'китоби нав харидам'],
    ['tg-Latn', 'man fardo ba shahr meravam tu ham meoi'],
    ['uz-Cyrl', 'Мен эртага шаҳарга бораман, сен ҳам келасанми?'],
    ['uz-Cyrl', 'мен эртага шахарга бораман сен хам келасанми'],
    ['uz-Latn', 'Men ertaga shaharga boraman, sen ham kelasanmi?'],
    ['uz-Latn', 'boshqa kitob oʻqiyapman'],
    ['uz-Latn', 'kitob wunaqa yaxwi ekan'],
    ['ru', 'завтра поеду в город, ты тоже приедешь?'],
    ['ru', 'купил новую книгу'],
    ['ru-Latn', 'zavtra poedu v gorod ty tozhe priedesh'],
    ['ru', 'вcтрeчaeмcя зaвтрa в гoрoдe'],
    ['uz-Cyrl', 'э р т а г а  ш а ҳ а р г а  б о р а м а н'],
  ])('%s: %s', (tag, text) => {
    expect(first(text)).toBe(tag);
  });

  test.each([
    ['завтра едем в город', 'мен эртага шаҳарга бораман укам билан', ['ru', 'uz-Cyrl']],
    ['men ertaga shaharga boraman', 'а ты когда приедешь к нам домой', ['ru', 'uz-Latn']],
    ['имрӯз ба кор намеравам', 'потому что заболел и лежу дома', ['ru', 'tg']],
  ])('consults both languages of «%s %s»', (one, other, tags) => {
    expect(readers(`${one} ${other}`)).toEqual(expect.arrayContaining([...tags]));
  });

  it('consults Russian where a short line looks like a neighbour of it', () => {
    expect(consulted([{ tag: 'be', probability: 1 }])).toEqual(['ru']);
    expect(consulted([{ tag: 'kk', probability: 1 }])).toEqual([]);
  });

  it('consults the likeliest of ours where it is hardly likely, and no other that is not likelier', () => {
    const cebuano = { tag: 'ceb', probability: 0.98 };
    const improbable = { tag: 'uz-Latn', probability: 0.009 };
    expect(consulted([cebuano, improbable])).toEqual(['uz-Latn']);
    expect(consulted([{ tag: 'ru', probability: 0.9 }, improbable])).toEqual(['ru']);
    expect(consulted([cebuano, { tag: 'uz-Latn', probability: 0.004 }])).toEqual([]);
  });

  it('consults the language of two words at the end of a long message in another', () => {
    const text = `${'сегодня мы снова говорили о работе и о погоде '.repeat(6)} эртага борамиз`;
    expect(readers(text)).toContain('uz-Cyrl');
  });
});

describe('the detector calls other languages not ours', () => {
  test.each([
    ['Kazakh', 'Мен ертең қалаға барамын, сен де келесің бе?'],
    ['Kyrgyz', 'Мен эртең шаарга барам, сен да келесиңби?'],
    ['Tatar', 'Мин иртәгә шәһәргә барам, син дә киләсеңме?'],
    ['Ukrainian', 'Завтра я поїду до міста, ти теж приїдеш?'],
    ['Bulgarian', 'Утре ще отида в града, ти също ли ще дойдеш?'],
    ['Mongolian', 'Би маргааш хот руу явна, чи бас ирэх үү?'],
    ['Serbian', 'Сутра идем у град, да ли ћеш и ти доћи?'],
    ['Macedonian', 'Утре ќе одам во град, дали ќе дојдеш и ти?'],
    ['Turkmen', 'Men ertir şähere gidýärin, sen hem gelersiňmi?'],
    ['Turkish', 'Yarın şehre gidiyorum, sen de gelecek misin?'],
    ['Azeri', 'Mən sabah şəhərə gedirəm, sən də gələcəksən?'],
    ['English', 'I am going to town tomorrow, are you coming too?'],
    ['German', 'Ich fahre morgen in die Stadt, kommst du auch?'],
    ['Indonesian', 'Saya pergi ke kota besok, apakah kamu juga ikut?'],
    ['Greek', 'Αύριο θα πάω στην πόλη'],
    ['Persian', 'من فردا به شهر می‌روم'],
  ])('%s', (_language, text) => {
    expect(first(text)).not.toMatch(/^(?:tg|uz|ru)\b/);
  });

  it('names some of them', () => {
    expect(first('Завтра я поїду до міста, ти теж приїдеш?')).toBe('uk');
    expect(first('I am going to town tomorrow, are you coming too?')).toBe('en');
    expect(first('Ich fahre morgen in die Stadt und möchte dort meine Schwester besuchen')).toBe('de');
  });

  test.each(['', '12 34', '😀', 'سلام دوستان'])('says und for %j and consults nobody', (text) => {
    expect(detectLanguage(normalise(text), model)).toEqual([{ tag: 'und', probability: 1 }]);
    expect(readers(text)).toEqual([]);
  });
});

describe('a ranking', () => {
  it('is ordered, with probabilities between 0 and 1, for any text', () => {
    const words = fc.constantFrom('салом', 'привет', 'qanday', 'the', 'ҷ', '漢', '\ud800', 'ў', ' ', '.', 'çöğ', '123');
    const text = fc.oneof(
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const ranked = detectLanguage(normalise(any), model);
        expect(ranked.length).toBeGreaterThan(0);
        let last = 1;
        for (const { probability } of ranked) {
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(last);
          last = probability;
        }
      }),
    );
  });

  it('is the same twice', () => {
    const text = normalise('салом yaxshimisiz как дела');
    expect(detectLanguage(text, model)).toEqual(detectLanguage(text, model));
  });

  it('asks franc for no plain message of ours', () => {
    expect(explainLanguage(normalise('ман фардо ба шаҳр меравам'), model).francAsked).toBe(false);
    expect(explainLanguage(normalise('завтра поеду в город'), model).francAsked).toBe(false);
  });

  it('lets Russian words be looked for with Tajik and with Uzbek in Cyrillic, which borrow its verbs one at a time', () => {
    expect(withBorrowed(['tg'])).toEqual(['tg', 'ru']);
    expect(withBorrowed(['ru', 'uz-Cyrl'])).toEqual(['ru', 'uz-Cyrl']);
    expect(withBorrowed(['uz-Latn'])).toEqual(['uz-Latn']);
  });
});
