import { describe, expect, it, test } from '@jest/globals';
import { blindLook } from '../../src/alert/blind-look.js';
import { explainAlert } from '../../src/alert/explain-alert.js';
import { renderCard } from '../../src/alert/render-card.js';
import { MOST_LIKE, MOST_PLACES } from '../../src/domain/alert.js';
import type { Card } from '../../src/domain/card.js';
import { INTERFACE_LANGUAGES } from '../../src/domain/community.js';
import { ERASED_ID } from '../../src/domain/erasure.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { textsIn } from '../../src/texts/texts-in.js';
import { aCampaign, anAlert, aReason } from './an-alert.js';

const english = textsIn('en');
const mark = { by: toSnowflake('12345678901234567890'), at: new Date() };
const WORST = [
  ['markup', '||**_~`>#[](<-'.repeat(300)],
  ['mentions', '@everyone '.repeat(400)],
  ['links', 'http://discord.gg '.repeat(222)],
  ['right-to-left text', 'سلام ‮'.repeat(600)],
  ['halved characters', '\uD83D\uDC00\uD83D'.repeat(1_333)],
  ['zero-width characters', '\u200B'.repeat(4_000)],
  ['line breaks', '\n'.repeat(4_000)],
] as const;

const LONG_ID = toSnowflake('9'.repeat(19));
const LARGEST = aCampaign({
  number: 123_456,
  copies: 123_456,
  deleted: 123_455,
  wordings: 123_456,
  channels: 400,
  places: Array.from({ length: MOST_PLACES }, () => ({ channelId: LONG_ID, messageId: LONG_ID, copies: 12_345 })),
  like: Array.from({ length: MOST_LIKE }, () => ({
    number: 123_455,
    verdict: 'false-alarm' as const,
    card: { channelId: LONG_ID, messageId: LONG_ID },
  })),
});

function lengthOf(card: Card): number {
  return [card.title, card.body, card.footer, ...card.fields.flatMap((field) => [field.name, field.value])].join('')
    .length;
}

describe('a card', () => {
  test.each(WORST)('of 4,000 characters of %s stays within the limits of Discord in every language', (_name, raw) => {
    const text = raw.slice(0, 4_000);
    const reasons = Array.from({ length: 12 }, (_, n) =>
      aReason({ text: text.slice(n, n + 400), gloss: text.slice(0, 300), weight: n % 2 ? 3 : -3 }),
    );
    const alert = anAlert(
      { text, reasons, deletedAt: new Date(), editedAt: new Date() },
      {
        marks: { claim: mark, unsure: mark, asked: mark, hold: { ...mark, reason: text, copies: 40 } },
        campaign: LARGEST,
      },
    );
    for (const language of INTERFACE_LANGUAGES) {
      const card = renderCard(alert, textsIn(language), undefined);
      expect(card.buttons.length).toBeLessThanOrEqual(5);
      expect(card.title.length).toBeLessThanOrEqual(256);
      expect(card.body.length).toBeLessThanOrEqual(4_096);
      for (const field of card.fields) {
        expect(field.value.length).toBeLessThanOrEqual(1_024);
        expect(field.value).not.toBe('');
      }
      expect(lengthOf(card)).toBeLessThanOrEqual(6_000);
      expect(/\p{Cs}/u.test(JSON.stringify([card.body, card.fields]))).toBe(false);
      expect(
        explainAlert(alert, textsIn(language), `https://example.org/${'r'.repeat(100)}`).length,
      ).toBeLessThanOrEqual(2_000);
      expect(blindLook(alert, textsIn(language)).length).toBeLessThanOrEqual(2_000);
    }
  });

  it('keeps every spoiler closed where reasons are left out', () => {
    const reasons = Array.from({ length: 5 }, () => aReason({ text: '|'.repeat(120), gloss: '*'.repeat(120) }));
    const matched = renderCard(anAlert({ reasons }), english, undefined).fields[0]?.value ?? '';
    for (const line of matched.split('\n').filter((each) => each !== '…'))
      expect(line.match(/(?<!\\)\|\|/g)).toHaveLength(2);
  });

  it('names the author without a ping, and where the message stands', () => {
    const { fields } = renderCard(anAlert(), english, undefined);
    expect(fields.map((field) => field.value)).toEqual(
      expect.arrayContaining(['<@400>', '<#200> · [open](https://discord.com/channels/100/200/300)']),
    );
  });

  it('pings the urgent role with urgent alerts only', () => {
    const role = toSnowflake('9');
    expect(renderCard(anAlert({ level: 'urgent' }), english, role).pingRole).toBe(role);
    expect(renderCard(anAlert({ level: 'review' }), english, role).pingRole).toBeUndefined();
  });

  it('says that the text was erased, and shows none', () => {
    const card = renderCard(anAlert({ text: undefined, reasons: [] }), english, undefined);
    expect(card.body).toContain('The text has been erased');
    expect(card.body).not.toContain('||');
    expect(card.fields[0]?.value).toBe('—');
  });

  it('names nobody and no place once these were erased', () => {
    const erased = { text: undefined, reasons: [], authorId: ERASED_ID, messageId: ERASED_ID, channelId: ERASED_ID };
    const verdict = { kind: 'confirmed', by: ERASED_ID, at: new Date() } as const;
    for (const language of INTERFACE_LANGUAGES) {
      const { body, fields } = renderCard(anAlert(erased, { verdict }), textsIn(language), undefined);
      expect(JSON.stringify([body, fields])).not.toMatch(/<[@#]|discord\.com|2015/);
      expect(body).toContain(textsIn(language).card.erasedMember);
    }
  });

  it('shows who decided, and leaves only Why? to press', () => {
    const verdict = { kind: 'false-alarm', by: toSnowflake('5'), at: new Date('2026-01-05T11:00:00Z') } as const;
    const card = renderCard(anAlert({}, { verdict }), english, undefined);
    expect(card.body).toContain('False alarm by <@5> <t:1767610800:R>');
    expect(card.buttons.filter((button) => !button.disabled).map((button) => button.action)).toEqual(['why']);
  });

  it('has Claim or Release, never both, and offers in the menu what can be done now', () => {
    const actions = (alert = anAlert()) => renderCard(alert, english, undefined);
    expect(actions().buttons.map(({ action }) => action)).toEqual(['confirm', 'false-alarm', 'unsure', 'claim', 'why']);
    expect(actions(anAlert({}, { marks: { claim: mark } })).buttons.map(({ action }) => action)).toContain('release');
    const offered = (alert = anAlert()) => actions(alert).menu?.options.map(({ action }) => action);
    expect(offered()).toEqual(['ask-reader', 'hold', 'delete-message', 'time-out', 'history']);
    expect(offered(anAlert({}, { marks: { asked: mark, hold: { ...mark, reason: 'x', copies: 1 } } }))).toEqual([
      'unhold',
      'delete-message',
      'time-out',
      'history',
    ]);
    expect(offered(anAlert({ deletedAt: new Date() }))).not.toContain('delete-message');
    expect(offered(anAlert({ text: undefined }))).toEqual(['history']);
  });

  it('shows after the verdict a hold, and no longer who was at it', () => {
    const verdict = { kind: 'confirmed', ...mark } as const;
    const marks = { claim: mark, unsure: mark, hold: { ...mark, reason: 'for Discord', copies: 1 } };
    const { body } = renderCard(anAlert({}, { verdict, marks }), english, undefined);
    expect(body).toContain('Kept by <@12345678901234567890>');
    expect(body).not.toContain('looking at it');
    expect(body).not.toContain('could not tell');
  });

  it('says of a hold on many messages how many it keeps', () => {
    const marks = { hold: { ...mark, reason: 'for Discord', copies: 12 } };
    const { body } = renderCard(anAlert({}, { marks }), english, undefined);
    expect(body).toMatch(/Kept by <@12345678901234567890> .*, with all 12 messages there were: for Discord/);
  });

  it('has another nonce when it is posted anew after it was deleted by hand', () => {
    const first = renderCard(anAlert(), english, undefined).nonce;
    expect(renderCard(anAlert(), english, undefined).nonce).toBe(first);
    expect(renderCard(anAlert({}, { dueAt: new Date('2026-01-05T10:00:01Z') }), english, undefined).nonce).not.toBe(
      first,
    );
    expect(first?.length).toBeLessThanOrEqual(25);
  });
});

describe('the card of a campaign', () => {
  const places = [
    { channelId: toSnowflake('200'), messageId: toSnowflake('300'), copies: 11 },
    { channelId: toSnowflake('201'), messageId: toSnowflake('301'), copies: 1 },
  ];
  const many = renderCard(
    anAlert({}, { campaign: aCampaign({ copies: 12, channels: 3, places }) }),
    english,
    undefined,
  );

  it('says how many messages it stands for, lists places, and names no author', () => {
    expect(many.body).toContain('Messages: 12 · channels: 3 · wordings: 1');
    expect(many.fields.find(({ name }) => name === 'Where')?.value).toBe(
      [
        '<#200> · [open](https://discord.com/channels/100/200/300) × 11',
        '<#201> · [open](https://discord.com/channels/100/201/301) × 1',
        'other channels: 1',
      ].join('\n'),
    );
    expect(JSON.stringify(many)).not.toContain('<@400>');
  });

  it('has a number to speak of it by, and is else like any card while it stands for one message', () => {
    const one = renderCard(anAlert({}, { campaign: aCampaign() }), english, undefined);
    expect(one.footer).toContain('#12 · ');
    expect({ ...one, footer: '' }).toEqual({ ...renderCard(anAlert(), english, undefined), footer: '' });
  });

  it('warns where a decision would be on one of several wordings, and tells what was decided on others', () => {
    const like = [
      {
        number: 9,
        verdict: 'confirmed' as const,
        card: { channelId: places[0]?.channelId ?? LONG_ID, messageId: LONG_ID },
      },
    ];
    const { body } = renderCard(
      anAlert({}, { campaign: aCampaign({ copies: 3, wordings: 2, like }) }),
      english,
      undefined,
    );
    expect(body).toContain('A decision holds for the wording shown here');
    expect(body).toContain(`like [#9](https://discord.com/channels/100/200/${LONG_ID}): Confirmed`);
  });

  it('says how many copies were deleted', () => {
    const card = renderCard(anAlert({}, { campaign: aCampaign({ copies: 3, deleted: 2 }) }), english, undefined);
    expect(card.body).toContain('Deleted in Discord: 2 of 3');
  });

  it('pings once: not where another card of the campaign does', () => {
    const urgent = (pings: boolean) =>
      renderCard(anAlert({ level: 'urgent' }, { campaign: aCampaign({ pings }) }), english, LONG_ID).pingRole;
    expect([urgent(true), urgent(false)]).toEqual([LONG_ID, undefined]);
  });
});

describe('the answer to Why?', () => {
  it('links the runbook where there is one, without a preview', () => {
    expect(explainAlert(anAlert(), english, 'https://example.org/runbook')).toContain(
      '[What to do now](<https://example.org/runbook>)',
    );
    expect(explainAlert(anAlert(), english)).not.toContain('What to do now');
  });

  it('puts what spoke for a call first, then what spoke against it, then the sum', () => {
    const reasons = [aReason({ gloss: 'a report', weight: -1.5 }), aReason({ gloss: 'join', weight: 4 })];
    const lines = explainAlert(anAlert({ reasons }), english).split('\n');
    expect(lines[1]).toContain('join');
    expect(lines[2]).toBe('**What spoke against it**');
    expect(lines[3]).toContain('−1.5');
    expect(lines.at(-1)).toBe('Evidence: clear (+4.2) · sample@1+00000000');
  });

  it('keeps the sum where reasons have to be left out', () => {
    const reasons = Array.from({ length: 40 }, () => aReason({ text: '*'.repeat(120) }));
    expect(explainAlert(anAlert({ reasons }), english)).toContain('sample@1+00000000');
  });
});
