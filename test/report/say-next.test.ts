import { describe, expect, it, test } from '@jest/globals';
import { sayNext } from '../../src/report/say-next.js';

const CARD = {
  id: 'x',
  title: 'Weekly report',
  colour: 0,
  body: 'days',
  fields: [],
  footer: 'x',
  buttons: [],
  pingRole: undefined,
};
const timezone = 'Asia/Dushanbe';
/** Monday to Sunday there; the report is posted on the Monday after, the 11th. */
const period = { from: new Date('2026-05-03T19:00:00Z'), to: new Date('2026-05-10T19:00:00Z') };
const MONDAY = new Date('2026-05-11T04:00:00Z');
const NEXT = Date.parse('2026-05-17T19:00:00Z') / 1000;

describe('a weekly report', () => {
  test.each([
    ['en', 'If none comes, Didbon is not running'],
    ['ru', 'Если его не будет, Didbon не работает'],
    ['tg', 'Агар наояд, Didbon кор намекунад'],
    ['uz', 'Agar kelmasa, Didbon ishlamayapti'],
  ] as const)(
    'says in %s when the next is due, and what it means if it does not come',
    (interfaceLanguage, silence) => {
      const { body } = sayNext(CARD, { period, now: MONDAY }, { timezone, interfaceLanguage });
      expect(body).toContain(`<t:${NEXT}:D>`);
      expect(body).toContain(silence);
      expect(body).not.toMatch(/\{\w+\}/);
    },
  );

  it('that is made up a week late says nothing of a day that is over', () => {
    const now = new Date('2026-05-18T04:00:00Z');
    expect(sayNext(CARD, { period, now }, { timezone, interfaceLanguage: 'en' })).toBe(CARD);
  });
});
