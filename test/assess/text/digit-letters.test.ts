import { describe, expect, test } from '@jest/globals';
import { normalise } from '../../../src/assess/text/normalise.js';

const formOf = (text: string): string => normalise(text).tokens[0]?.form ?? '';

describe('digits that stand for letters are read at the edges of a word, too', () => {
  test.each([
    ['шумор0', 'шуморо'],
    ['0н', 'он'],
    ['6иё', 'биё'],
    ['60яд', 'бояд'],
    ['06уна', 'обуна'],
    ['6а', 'ба'],
    ['а3', 'аз'],
    ['Хур0с0нр0', 'хуросонро'],
  ])('%s is %s', (written, meant) => expect(formOf(written)).toBe(meant));
});

describe('numbers beside a word stay numbers', () => {
  test.each([
    ['100та', 'та'],
    ['группа5', 'группа'],
    ['группа4', 'группа'],
    ['2хона', 'хона'],
    ['2024', '2024'],
    ['50км', 'км'],
  ])('%s is %s', (written, meant) => expect(formOf(written)).toBe(meant));
});
