import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES } from '../../src/assess/assessment.js';
import { partSpelledOut } from '../../src/assess/part-spelled-out.js';
import { normalise } from '../../src/assess/text/normalise.js';
import { readPack } from '../../src/packs/read-pack.js';
import { SHIPPED_PACK } from './shipped-pack.js';

const { lexicon } = readPack(SHIPPED_PACK).parts;

function parted(text: string): string | undefined {
  return partSpelledOut(normalise(text), new Set(LANGUAGES), lexicon);
}

/** The words of a text as they are read then. */
function wordsOf(text: string): string {
  const { tokens } = normalise(parted(text) ?? text);
  return tokens.map(({ form }) => form).join(' ');
}

const CALL = [...'вступайтевигил'];

describe('words that are spelled out', () => {
  test.each([
    ['by spaces', CALL.join(' ')],
    ['by full stops', CALL.join('.')],
    ['by emoji', CALL.join('🔥')],
    ['a letter a line', CALL.join('\n')],
    ['by wide spaces', CALL.join('\u3000')],
    ['with a letter of two parts', CALL.join(' ').replace('й', 'и\u0306')],
    ['in capitals', CALL.join(' ').toUpperCase()],
  ])('are parted: %s', (_name, text) => {
    expect(wordsOf(text)).toBe('вступайте в игил');
  });

  test.each([
    ['Tajik', 'Б а Д И И Ш ҳ а м р о ҳ ш а в е д', 'ба дииш ҳамроҳ шавед'],
    ['Uzbek', "a l - Q o i d a g a q o' s h i l i n g", 'al qoidaga qoʼshiling'],
    ['what denies', 'н е в с т у п а й т е в и г и л', 'не вступайте в игил'],
  ])('are parted: %s', (_name, text, words) => {
    expect(wordsOf(text)).toBe(words);
  });

  it('stand beside words that are not', () => {
    expect(wordsOf(`Друзья, ${CALL.join(' ')}, ждём!`)).toBe('друзья вступайте в игил ждём');
  });

  it('hide in no flood of other letters', () => {
    const flood = Array.from({ length: 90 }, (_, index) => 'бгджз'.charAt(index % 5)).join(' ');
    expect(wordsOf(`${CALL.join(' ')}. ${flood}`)).toMatch(/^вступайте в игил /);
  });

  test.each([
    ['ordinary text', 'Вступайте в клуб по выходным.'],
    ['a stretched word', 'Приветттттттттттттт, брат!'],
    ['a single word', 'п р и в е т'],
    ['letters that are no words', 'ъ ы ь э ф щ ц ж ъ ы ь э'],
    ['more letters than a call has', Array.from({ length: 9 }, () => CALL.join(' ')).join(' ')],
  ])('are left as they are: %s', (_name, text) => {
    expect(parted(text)).toBeUndefined();
  });

  it('keep their places, and every character that parts none of them', () => {
    const gap = fc.constantFrom(' ', '  ', '.', '-', '\n', '🔥', '\u3000', ', ');
    const letter = fc.constantFrom(...CALL, 'И\u0306', 'ҳ', "o'", 'q', '🤲');
    fc.assert(
      fc.property(fc.array(fc.tuple(letter, gap), { maxLength: 40 }), (pairs) => {
        const text = pairs.flat().join('');
        const reading = parted(text) ?? text;
        expect(reading).toHaveLength(text.length);
        expect(reading).not.toMatch(/\p{Surrogate}/u);
        const letters = /[\p{L}\p{M}']/gu;
        expect(reading.match(letters)).toEqual(text.match(letters));
      }),
    );
  });
});
