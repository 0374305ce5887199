import { describe, expect, it, test } from '@jest/globals';
import { MENU_ACTIONS } from '../../src/domain/card.js';
import { INTERFACE_LANGUAGES } from '../../src/domain/community.js';
import { COMMAND_WORDS, MENU_COMMANDS } from '../../src/ports/command.js';
import { commandWords } from '../../src/texts/command-words.js';
import { fill, textsForLocale, textsIn } from '../../src/texts/texts-in.js';

/** Every text by its place, e.g. `card.decided`. */
function flat(value: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => flat(inner, place === '' ? key : `${place}.${key}`));
}

const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(INTERFACE_LANGUAGES)('the texts in %s', (language) => {
  const english = new Map(flat(textsIn('en')));
  const own = flat(textsIn(language));

  it('are all there', () => {
    expect(own.map(([place]) => place).sort()).toEqual([...english.keys()].sort());
    expect(own.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('have the placeholders of the English ones', () => {
    for (const [place, text] of own)
      expect([place, placeholders(text)]).toEqual([place, placeholders(english.get(place) ?? '')]);
  });

  it('fit on buttons and in titles', () => {
    const { buttons, levels, categories } = textsIn(language);
    for (const label of Object.values(buttons)) expect(label.length).toBeLessThanOrEqual(80);
    for (const level of Object.values(levels))
      for (const category of Object.values(categories)) expect(level.length + category.length).toBeLessThanOrEqual(240);
  });

  it('fit into menus and forms', () => {
    const { buttons, review } = textsIn(language);
    for (const hint of Object.values(review.hints)) expect(hint.length).toBeLessThanOrEqual(100);
    for (const text of [review.form.title, review.form.reason]) expect(text.length).toBeLessThanOrEqual(45);
    for (const action of MENU_ACTIONS) expect(buttons[action].length).toBeLessThanOrEqual(100);
  });

  if (language !== 'en')
    it('are translated', () => {
      const same = own.filter(([place, text]) => english.get(place) === text);
      expect(same).toEqual([]);
    });
});

describe('the texts for somebody’s Discord', () => {
  test.each([
    ['are in their language', 'ru', 'tg', 'ru'],
    ['are in theirs whatever its country', 'en-GB', 'tg', 'en'],
    ['fall back to the community’s where theirs has none', 'de', 'uz', 'uz'],
    ['fall back to the community’s where it is no locale', '', 'tg', 'tg'],
  ] as const)('%s', (_name, locale, community, expected) => {
    expect(textsForLocale(locale, community)).toBe(textsIn(expected));
  });
});

describe('the words of the commands', () => {
  it('are all there in both of Discord’s languages, and fit', () => {
    for (const key of COMMAND_WORDS)
      for (const text of Object.values(commandWords[key])) {
        expect(text.trim()).not.toBe('');
        expect(text.length).toBeLessThanOrEqual(100);
      }
    for (const key of ['assess-message', 'report-message'] as const) {
      expect(commandWords[key].ru.length).toBeLessThanOrEqual(32);
      expect(commandWords[key].en).toBe(MENU_COMMANDS[key]);
    }
  });
});

describe('filling', () => {
  test.each([
    ['puts values in', 'a {x} b', { x: '1' }, 'a 1 b'],
    ['leaves what has no value to be seen', 'a {x}', {}, 'a {x}'],
    ['takes a value as it is', '{x}', { x: '$& {y}', y: '2' }, '$& {y}'],
  ])('%s', (_name, text, values, expected) => {
    expect(fill(text, values)).toBe(expected);
  });
});
