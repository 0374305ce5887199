import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { alerts } from '../../src/assess/assessment.js';
import { assess } from './shipped-pack.js';

describe('a call', () => {
  test.each([
    ['Tajik', 'Ба Давлати исломӣ ҳамроҳ шавед.', 'tg'],
    ['Uzbek in Latin letters', 'Islom davlati safiga qoʻshiling.', 'uz-Latn'],
    ['Uzbek in Cyrillic letters', 'Ислом давлати сафига қўшилинг.', 'uz-Cyrl'],
    ['Russian', 'Вступайте в ряды Исламского государства.', 'ru'],
  ])('alerts in %s, with the reasons for it', (_name, text, language) => {
    const found = assess(text);
    expect(found).toMatchObject({ category: 'join', polarity: 'for', language, notAssessed: undefined });
    expect(alerts(found.level)).toBe(true);
    expect(found.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pattern', 'term']));
    expect(found.reasons[0]?.kind).toBe('pattern');
  });

  it('alerts also with a disclaimer pasted onto it', () => {
    expect(alerts(assess('Вступайте в ИГИЛ (запрещённая в РФ организация).').level)).toBe(true);
  });

  it('alerts also with a prayer pasted before it', () => {
    const prayer = 'Эй Парвардигор, ба падару модарам сиҳату саломатӣ ва умри дароз ато фармо. ';
    expect(alerts(assess(`${prayer}Ба Давлати исломӣ ҳамроҳ шавед.`).level)).toBe(true);
  });
});

describe('a call in disguise that may be read in several ways', () => {
  test.each([
    ['what nobody sees for spaces', 'Вступайте\u200bв\u200bИГИЛ'],
    ['asterisks for spaces', 'ИШИДга*қўшилинг'],
    ['a word a line', 'Ба\nДОИШ\nҳамроҳ\nшавед'],
    ['full stops for spaces', 'Вступайте.в.ряды.ИГИЛ'],
    ['words cut by full stops', 'Всту.пайте в ИГ.ИЛ'],
    ['words cut by emoji', 'ISH🔥IDga qoʻshi🔥ling'],
    ['a name cut by a hyphen', 'Вступайте в ИГ-ИЛ'],
    ['a name spaced out behind a preposition', 'Вступайте в И Г И Л'],
    ['the same in small letters', 'вступайте в и г и л'],
    ['a hashtag', '#ВступайтеВИгил'],
    ['an apostrophe in each word', "Вступ'айте в ИГ'ИЛ"],
    ['a doubled letter at the end', 'Вступайтее в ИГИЛ'],
    ['a 4 for а', 'Вступ4йте в ИГИЛ'],
    ['several at once', 'Всту.п4йте в И Г И Л'],
    ['words parted in one way and cut in another', 'Всту.пайте\u200bв\u200bИГ.ИЛ'],
    ['full stops for spaces and words cut by hyphens', 'Всту-пайте.в.ИГ-ИЛ'],
    ['@ for а', 'Нуср@б@ ҳ@мроҳ ш@вед'],
    ['no space behind a preposition', 'Вступайте вИГИЛ'],
    ['a hashtag in which a preposition and capitals run together', '#ВступайтеВИГИЛ'],
    ['all letters spaced out alike', 'В с т у п а й т е в И Г И Л'],
    ['the same in Tajik', 'Б а Д И И Ш ҳ а м р о ҳ ш а в е д'],
    ['the same in Uzbek, an apostrophe among them', "a l - Q o i d a s a f i g a q o' s h i l i n g"],
    ['all letters dotted out alike', 'в.с.т.у.п.а.й.т.е.в.и.г.и.л'],
  ])('alerts: %s', (_name, text) => {
    expect(alerts(assess(text).level)).toBe(true);
  });

  test.each([
    ['what nobody sees for spaces', 'Не\u200bвступайте\u200bв\u200bИГИЛ'],
    ['a word a line', 'Ба\nДОИШ\nҳамроҳ\nнашавед'],
    ['all letters spaced out alike', 'Н е в с т у п а й т е в И Г И Л'],
    ['the same in Uzbek', 'И Ш И Д г а қ ў ш и л м а н г'],
    ['words cut by full stops', 'Не всту.пайте в ИГ.ИЛ'],
    ['words cut by emoji', 'ISH🔥IDga qoʻshil🔥mang'],
    ['a name spaced out behind a preposition', 'Не вступайте в И Г И Л'],
    ['a 4 for а', 'Не вступ4йте в ИГИЛ'],
    ['emphasis on what forbids, in Tajik', 'Ба ДОИШ ҳамроҳ **на**шавед!'],
    ['emphasis on what forbids, in Uzbek', 'Islom davlatiga hijrat qil*ma*ng, aldanasiz.'],
    ['a half-space behind what forbids', 'Ба ДОИШ ҳамроҳ на\u200cшавед!'],
    ['no space behind a full stop', 'Ал-Қоида гуруҳига қўшилманглар.Динни ўрганинг.'],
    ['a stroke between two words', 'Никогда не клянусь/не поклянусь в верности ИГ, отстаньте.'],
    ['the «не» run into its verb', 'невступайте в ИГИЛ'],
    ['a question and lines of a word each', 'Не\nхочешь\nпроблем?\nНе\nобщайся\nс\nмоджахедами'],
  ])('stays quiet where it is forbidden: %s', (_name, text) => {
    expect(alerts(assess(text).level)).toBe(false);
  });

  it('shows the words as they stand in the text', () => {
    const text = 'Всту.пайте в ИГ.ИЛ';
    const words = assess(text).reasons.filter(({ kind }) => kind === 'term');
    expect(words.map((word) => word.text)).toEqual(expect.arrayContaining(['Всту.пайте', 'ИГ.ИЛ']));
    for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text);
  });
});

describe('what is no call', () => {
  test.each([
    ['the same forbidden in Tajik', 'Ба Давлати исломӣ ҳамроҳ нашавед.'],
    ['the same forbidden in Uzbek', 'Islom davlati safiga qoʻshilmang.'],
    ['the same forbidden in Russian', 'Не вступайте в ряды Исламского государства.'],
    ['a prayer', 'Аз Худованд сабр ва сиҳатӣ мехоҳам.'],
    ['a place that is named as a group is', 'Дар ноҳияи Хуросон мактаби нав сохтанд.'],
    ['a scholar whose name a group took', 'Имом ал-Бухорий ҳадислар тўплаган олимдир.'],
    ['one word that groups use', 'жиҳод'],
    ['the name of a group alone', 'ИГИЛ'],
    ['English', 'Join us for football on Saturday, all are welcome.'],
  ])('stays quiet: %s', (_name, text) => {
    expect(alerts(assess(text).level)).toBe(false);
  });
});

describe('what cannot be assessed', () => {
  test.each([
    ['nothing', '', 'no-text'],
    ['emoji alone', '🤲🤲🔥', 'no-text'],
    ['digits alone', '12345 :: 67', 'no-text'],
    ['Perso-Arabic script', 'السلام عليكم ورحمة الله', 'perso-arabic'],
    ['Perso-Arabic script with a word of ours', 'السلام عليكم ورحمة الله, брат', 'perso-arabic'],
  ])('is named so: %s', (_name, text, why) => {
    expect(assess(text)).toMatchObject({ notAssessed: why, level: 'none', reasons: [] });
  });
});

describe('what stands beside Perso-Arabic script', () => {
  test.each([
    ['a call behind a formula', 'بسم الله الرحمن الرحيم Вступайте в ИГИЛ'],
    ['a call before one', 'ИШИДга қўшилинг الله أكبر الله أكبر'],
    ['a call on a line of its own', 'السلام عليكم ورحمة الله وبركاته\nБа ДИИШ ҳамроҳ шавед'],
  ])('is read: %s', (_name, text) => {
    const found = assess(text);
    expect(alerts(found.level)).toBe(true);
    expect(found.notAssessed).toBeUndefined();
  });

  it('stays quiet where it is harmless', () => {
    expect(assess('بسم الله الرحمن الرحيم Не вступайте в ИГИЛ').level).toBe('none');
  });
});

describe('whatever comes in', () => {
  const words = fc.constantFrom(
    'ИГИЛ',
    'вступайте',
    'Халифат',
    'ҳамроҳ шавед',
    'qoʻshiling',
    '__proto__',
    'constructor',
    '\ud800',
    '\u0301',
    '🤲',
    '«',
    'не',
    '\n',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 30 }).map((all) => all.join(' ')),
  );

  it('is answered with reasons that stand where they say, and the same each time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = assess(text);
        expect(Number.isFinite(found.score)).toBe(true);
        for (const reason of found.reasons) {
          expect(text.slice(reason.start, reason.end)).toBe(reason.text);
          expect(reason.text.length).toBeGreaterThan(0);
        }
        expect(assess(text)).toEqual(found);
      }),
    );
  });

  test.each([
    ['one letter', 'а'.repeat(4000)],
    ['combining marks', 'и\u0304'.repeat(2000)],
    ['marks without a letter', '\u0301'.repeat(4000)],
    ['lone surrogates', '\ud800'.repeat(4000)],
    ['unassigned code points', '\u{e0fff}'.repeat(2000)],
    ['spaced letters', 'а '.repeat(2000)],
    ['one word of a pattern', 'ИГИЛ '.repeat(800)],
    ['all words of a pattern', 'ИГИЛ вступайте '.repeat(266)],
    ['quotation marks', '«'.repeat(4000)],
    ['names of object properties', '__proto__ constructor toString '.repeat(130)],
  ])('is answered, and the same twice: 4,000 characters of %s', (_name, text) => {
    // What each of them costs is measured by bench/run.mjs; here anything worse than linear runs into the test's own time limit.
    for (let n = 0; n < 20; n += 1) assess(text);
    expect(assess(text)).toEqual(assess(text));
  });
});
