import { describe, expect, it, test } from '@jest/globals';
import { hasText, isPersoArabic, normalise } from '../../../src/assess/text/normalise.js';

function forms(text: string): readonly string[] {
  return normalise(text).tokens.map((token) => token.form);
}

describe('normalise undoes disguises', () => {
  test.each([
    ['letters spaced out', 'в с т у п а й т е  к  н а м', ['вступайте', 'к', 'нам']],
    ['letters dotted out', 'в.с.т.у.п.а.й к нам', ['вступай', 'к', 'нам']],
    ['dotted words parted by spaces', 'в.с.т.у.п.а.й н.а.м', ['вступай', 'нам']],
    ['letters hyphened out', 'қ-ў-ш-и-л-и-н-г', ['қўшилинг']],
    ['letters underscored out', 'j_o_i_n us', ['join', 'us']],
    ['a preposition beside a word spaced out', 'д а в а й т е в город', ['давайте', 'в', 'город']],
    ['no preposition where wider gaps part the words', 'б о р а й л и к  в  у й г а', ['борайлик', 'в', 'уйга']],
    ['a preposition before a capital', 'едем в Г о р о д', ['едем', 'в', 'город']],
    ['a preposition before a name in capitals', 'едем в Г Д Р', ['едем', 'в', 'гдр']],
    ['a longer name in capitals', 'едем в Н А Т О', ['едем', 'в', 'нато']],
    ['several words told by their capitals', 'к В и л а я т у Х о р а с а н', ['к', 'вилаяту', 'хорасан']],
    ['a hyphen among letters spaced out', 'у А л ь-К а р и м а', ['у', 'аль', 'карима']],
    ['words parted by a full stop', 'м о й д о м. П о р а', ['мойдом', 'пора']],
    ['capitals here and there spaced out', 'в С т У п А й', ['вступай']],
    ['a hyphen among dots', 'а.л.ь-К.а.р.и.м', ['аль', 'карим']],
    ['digits at the front of several words', '6рат 6ольшой', ['брат', 'большой']],
    ['emoji between letters', 'в🔥с🔥т🔥у🔥п🔥а🔥й', ['вступай']],
    ['emoji between words', 'салом🔥бародар', ['салом', 'бародар']],
    ['stretching', 'вступааааайте!!!', ['вступайте']],
    ['real doubles kept', 'массовый саммит', ['массовый', 'саммит']],
    ['Latin look-alikes in a Cyrillic word', 'вcтyпaйтe', ['вступайте']],
    ['half of a word in look-alikes', 'pocмoc', ['росмос']],
    ['Cyrillic look-alikes in a Latin word', 'qоʻshіlіng', ['qoʼshiling']],
    ['words of nothing but look-alikes, where others mix', 'Typo бa Ҷaбҳaт po', ['туро', 'ба', 'ҷабҳат', 'ро']],
    ['Cyrillic look-alikes all over a Latin text', 'Ukа, Хurоsоngа уоʻl оling', ['uka', 'xurosonga', 'yoʼl', 'oling']],
    [
      'digits at the ends of words, where others have them inside',
      'кати6асига кути6 60шӣ',
      ['катибасига', 'кутиб', 'бошӣ'],
    ],
    [
      'invisible characters around an apostrophe',
      'q\u200bo\u200bʻ\u200bs\u200bh ba\u00adyʼ\u00adat bayʼ**at',
      ['qoʼsh', 'bayʼat', 'bayʼat'],
    ],
    ["a Turkish keyboard's capitals", "İSTANBUL İlm İl'om", ['istanbul', 'ilm', 'ilʼom']],
    ['Greek look-alikes', 'vstυραy', ['vstupay']],
    ['mathematical letters', '𝐯𝐬𝐭𝐮𝐩𝐚𝐲', ['vstupay']],
    ['fullwidth letters', 'ｊｏｉｎ', ['join']],
    ['small capitals and circles', 'ᴊᴏɪɴ Ⓙⓞⓘⓝ', ['join', 'join']],
    ['squared letters', '🅹🅾🅸🅽', ['join']],
    ['digits for letters', 'п0дпи6ись 4еловек 3аря', ['подпибись', 'человек', 'заря']],
    ['signs for letters', 'дж@мо@т $irk', ['джамоат', 'sirk']],
    ['Uzbek sixes and fours', '6unaqa yax6i s6ragan 4iroyli', ['shunaqa', 'yaxshi', 'soʼragan', 'chiroyli']],
    ['numbers before a suffix left out', '100та 5чи', ['та', 'чи']],
    ['zero-width and bidirectional marks', 'вст\u200bу\u202eпай\u2060те', ['вступайте']],
    ['soft hyphens', 'всту\u00adпайте', ['вступайте']],
    ['piled-up marks', 'в\u0317с\u0320т\u0331у\u0315п', ['вступ']],
    ['a stress mark', 'вступа\u0301йте', ['вступайте']],
    ['spoilers and bold inside a word', 'вступ||ай||те все**м', ['вступайте', 'всем']],
    ['spoilers and bold around words', '||вступайте|| **все** __и__ ~~да~~', ['вступайте', 'все', 'и', 'да']],
    ['Discord tags', '<@123> салом <:joy:45> <#6> <t:1:R> <a:x:7>', ['салом']],
    ['link targets', '[биё](https://a.example/x?y=z) ин ҷо', ['биё', 'ин', 'ҷо']],
    ['addresses', 'нигар https://a.example/б ва t.me/abc ва a@b.example.com', ['нигар', 'ва', 'ва']],
    ['hashtags', '#кор_дар_россия', ['кор', 'дар', 'россия']],
    ['hashtags told by their capitals', '#МыПротивВойны #ISHIDgaYoq', ['мы', 'против', 'войны', 'ishidga', 'yoq']],
    [
      'a sign for a letter that opens a word, where it is one again soon',
      '@sk@ri, @l qoid@',
      ['askari', 'al', 'qoida'],
    ],
    ['and not where it opens a name', 'salom @ali @vali, @ali ali@misol.uz', ['salom', 'ali', 'vali', 'ali']],
    ['a sign for a letter at the end of a word', 'Нуср@б@ даро, @л-Қоида', ['нусраба', 'даро', 'ал', 'қоида']],
    ['spoilers around letters', '||q||||oʻ||||l||', ['qoʼl']],
    ['mathematical letters with apostrophes', '𝐨ʻ𝐪𝐢', ['oʼqi']],
    ['capitals', 'ВСТУПАЙТЕ', ['вступайте']],
  ])('%s', (_name, text, expected) => {
    expect(forms(text)).toEqual(expected);
  });

  test.each([
    ['тоҷикӣ', 'тоҷики\u0304'],
    ['дӯст', 'ду\u0304ст'],
    ['йўл', 'и\u0306у\u0306л'],
    ['ёр', 'е\u0308р'],
  ])('reads %s composed and decomposed alike', (composed, decomposed) => {
    expect(forms(decomposed)).toEqual([composed]);
  });

  test.each(["'", '’', '‘', 'ʻ', 'ʼ', '`'])('folds the apostrophe %s', (apostrophe) => {
    expect(forms(`o${apostrophe}zbek tog${apostrophe} bo${apostrophe}ldi`)).toEqual(['oʼzbek', 'togʼ', 'boʼldi']);
  });
});

describe('normalise leaves alone', () => {
  test.each([
    [
      'letters of ours that have Russian look-alikes',
      'ҳиҷрат қувват ғалаба дӯстӣ ўзбек',
      'ҳиҷрат қувват ғалаба дӯстӣ ўзбек',
    ],
    ['letters of other Cyrillic languages', 'мобілізація қазақ тіл өмүр', 'мобілізація қазақ тіл өмүр'],
    ['letters of other Latin languages', 'şehir çok böyle', 'şehir çok böyle'],
    ['Greek words', 'Ελλάδα', 'ελλάδα'],
    ['initials', 'А. С. Пушкин', 'а с пушкин'],
    ['names with digits at their ends', 'mp3 5g', 'mp g'],
  ])('%s', (_name, text, expected) => {
    expect(forms(text).join(' ')).toBe(expected);
  });

  it('does not blow up ligatures', () => {
    expect(forms('ﷺ')).toHaveLength(1);
    expect(forms('ﷺ')[0]).toHaveLength(1);
  });
});

describe('normalise tells how words stand together', () => {
  it.each([
    ['a word a line', 'Ба\nмактаб\nҳамроҳ\nшавед', 1],
    ['full stops for spaces', 'Приходите.все.вместе', 1],
    ['two short sentences', 'Салом. Биё.', 2],
    ['lines of a word each up to one that ends', 'Не\nхочешь\nбед?\nНе\nходи\nтуда', 2],
    ['sentences of several words', 'Он пришёл. Все молчали. Было тихо. Ушли.', 4],
  ])('takes what was cut up for one sentence: %s', (_name, text, sentences) => {
    expect((normalise(text).tokens.at(-1)?.sentence ?? 0) + 1).toBe(sentences);
  });

  it('numbers sentences and finds questions', () => {
    const { tokens } = normalise('Салом. Чи хел? Нағз!\nБиё');
    expect(tokens.map((token) => token.sentence)).toEqual([0, 1, 1, 2, 3]);
    expect(tokens.map((token) => token.inQuestion)).toEqual([false, true, true, false, false]);
  });

  it('names the strongest break before a word', () => {
    expect(normalise('да, нет (может) быть - так. Всё').tokens.map((token) => token.before)).toEqual([
      'none',
      'comma',
      'comma',
      'comma',
      'comma',
      'sentence',
    ]);
  });

  it('ends no sentence at an abbreviation or a decimal point', () => {
    expect(normalise('т.е. в 3.5 раза').tokens.map((token) => token.before)).not.toContain('comma');
    expect(normalise('А. Пушкин, 3.5').tokens.every((token) => token.sentence === 0)).toBe(true);
  });

  test.each(['«а б»', '“а б”', '„а б“', '"а б"', '‹а б›'])('marks what stands in %s as quoted', (quotation) => {
    expect(normalise(`он сказал ${quotation} вот`).tokens.map((token) => token.quoted)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('takes an unclosed quotation mark for nothing', () => {
    expect(normalise('он "сказал так').tokens.some((token) => token.quoted)).toBe(false);
  });

  it('sees capitals and scripts', () => {
    const { tokens, letters } = normalise('Душанбе city سلام');
    expect(tokens.map((token) => token.capitalised)).toEqual([true, false, false]);
    expect(tokens.map((token) => token.script)).toEqual(['Cyrl', 'Latn', 'Arab']);
    expect(letters).toEqual({ cyrillic: 7, latin: 4, arabic: 4, other: 0 });
  });

  test.each([
    ['', false, false],
    ['😀👍 12', false, false],
    ['сlом', true, false],
    ['سلام دوستان', true, true],
    ['Паёмбар ﷺ', true, false],
  ])('knows whether %j can be read', (text, readable, arabic) => {
    expect(hasText(normalise(text))).toBe(readable);
    expect(isPersoArabic(normalise(text))).toBe(arabic);
  });
});
