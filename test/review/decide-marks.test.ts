import { describe, expect, it, test } from '@jest/globals';
import { CARD_ACTIONS } from '../../src/domain/card.js';
import { type MarkingKind, markWith } from '../../src/domain/review.js';
import { type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { refusalToDelete, refusalToTimeOut } from '../../src/review/decide-moderation.js';
import { decidePress } from '../../src/review/decide-press.js';
import { toCommunity } from '../../src/settings/community.js';
import { anAlert } from '../alert/an-alert.js';

const moderator = toSnowflake('11');
const tajik = toSnowflake('12');
const community = toCommunity(
  toSnowflake('100'),
  { moderatorChannel: toSnowflake('1'), moderatorRoles: [moderator], readerRoles: { tajik: [tajik] } },
  {},
);
const ME = toSnowflake('7');
const by = (...roleIds: readonly Snowflake[]) => ({ id: ME, roleIds, mayModerate: false });
const mark = { by: toSnowflake('8'), at: new Date(0) };
const mine = { by: ME, at: new Date(0) };
const verdict = { kind: 'confirmed', ...mark } as const;
const refused = (because: string) => ({ act: 'refuse', because });

describe('a press', () => {
  it.each(CARD_ACTIONS)('on %s is refused to a member without a role', (action) => {
    expect(decidePress(action, anAlert({}, { verdict }), by(), community)).toEqual(refused('needs-moderator'));
  });

  test.each([
    ['claims what nobody has claimed', 'claim', {}, {}, { act: 'mark', kind: 'claimed' }],
    ['does not claim what somebody has', 'claim', {}, { marks: { claim: mark } }, refused('claimed')],
    ['does not claim what is decided', 'claim', {}, { verdict }, refused('decided')],
    ['releases what anybody has claimed', 'release', {}, { marks: { claim: mark } }, { act: 'mark', kind: 'released' }],
    [
      'releases a claim on what is decided, too',
      'release',
      {},
      { marks: { claim: mark }, verdict },
      { act: 'mark', kind: 'released' },
    ],
    ['does not release what nobody has', 'release', {}, {}, refused('not-claimed')],
    ['is unsure after somebody else was', 'unsure', {}, { marks: { unsure: mark } }, { act: 'mark', kind: 'unsure' }],
    ['is unsure once', 'unsure', {}, { marks: { unsure: mine } }, refused('already-unsure')],
    ['asks the readers', 'ask-reader', {}, {}, { act: 'mark', kind: 'asked' }],
    ['asks them once', 'ask-reader', {}, { marks: { asked: mark } }, refused('already-asked')],
    ['asks nobody where there is nobody', 'ask-reader', { language: 'ru' }, {}, refused('no-readers')],
    ['holds', 'hold', {}, {}, { act: 'mark', kind: 'held' }],
    ['holds what is decided, too', 'hold', {}, { verdict }, { act: 'mark', kind: 'held' }],
    ['does not hold what is gone', 'hold', { text: undefined }, {}, refused('erased')],
    [
      'ends a hold',
      'unhold',
      {},
      { marks: { hold: { ...mark, reason: '', copies: 1 } } },
      { act: 'mark', kind: 'unheld' },
    ],
    ['ends no hold where there is none', 'unhold', {}, {}, refused('not-held')],
    ['asks again before a deletion', 'delete-message', {}, {}, { act: 'ask-again', about: 'delete-message' }],
    ['does not delete what is deleted', 'delete-now', { deletedAt: new Date(0) }, {}, refused('already-deleted')],
    ['times out for an hour', 'time-out-hour', {}, {}, { act: 'time-out', minutes: 60 }],
    ['times nobody out whose id is erased', 'time-out-week', { text: undefined }, {}, refused('erased')],
    ['tells the history', 'history', { text: undefined }, { verdict }, { act: 'history' }],
  ] as const)('of a moderator %s', (_name, action, flag, change, expected) => {
    expect(decidePress(action, anAlert(flag, change), by(moderator), community)).toEqual(expected);
  });

  test.each([
    ['looks', 'second-look', by(tajik), { verdict }, { act: 'second-look' }],
    ['is given', 'second-confirm', by(tajik), { verdict }, { act: 'second-opinion', verdict: 'confirmed' }],
    [
      'comes from another person',
      'second-confirm',
      by(tajik),
      { verdict: { ...verdict, by: ME } },
      refused('second-same-person'),
    ],
    ['needs the language', 'second-false-alarm', by(moderator), { verdict }, refused('needs-reader')],
    ['needs a first', 'second-confirm', by(tajik), {}, refused('second-not-asked')],
  ] as const)('for a second opinion %s', (_name, action, member, change, expected) => {
    expect(decidePress(action, anAlert({}, change), member, community)).toEqual(expected);
  });
});

describe('marking', () => {
  const at = new Date(1);
  const apply = (kind: MarkingKind, standing: Partial<Parameters<typeof markWith>[0]> = {}) =>
    markWith({ marks: {}, isDecided: false, isErased: false, ...standing }, { kind, by: ME, at, note: 'why' });

  test.each([
    ['a claim after the verdict', apply('claimed', { isDecided: true })],
    ['a claim on a claim', apply('claimed', { marks: { claim: mark } })],
    ['a release of nothing', apply('released')],
    ['a second call', apply('asked', { marks: { asked: mark } })],
    ['a hold on nothing', apply('held', { isErased: true })],
    ['a hold on a hold', apply('held', { marks: { hold: { ...mark, reason: '', copies: 1 } } })],
    ['an end of no hold', apply('unheld')],
  ])('%s changes nothing', (_name, result) => {
    expect(result).toBeUndefined();
  });

  it('keeps the claim of another when somebody cannot tell, and gives back their own', () => {
    expect(apply('unsure', { marks: { claim: mark } })?.claim).toEqual(mark);
    expect(apply('unsure', { marks: { claim: mine } })?.claim).toBeUndefined();
  });

  it('keeps the reason of a hold', () => {
    expect(apply('held')?.hold).toEqual({ by: ME, at, reason: 'why', copies: 1 });
  });
});

describe('acting upon a member', () => {
  const all = { presser: true, bot: true, presserOutranks: true, botOutranks: true };
  test.each([
    ['may be done', {}, undefined],
    ['needs the presser’s own permission first of all', { presser: false, bot: false }, 'needs-moderate-members'],
    ['needs the presser to stand above the author', { presserOutranks: false, bot: false }, 'outranks-you'],
    ['needs the bot’s permission', { bot: false, botOutranks: false }, 'bot-moderate-members'],
    ['needs the bot to stand above the author', { botOutranks: false }, 'outranks-bot'],
  ])('by a time-out %s', (_name, change, expected) => {
    expect(refusalToTimeOut({ ...all, ...change })).toBe(expected);
  });

  test.each([
    ['may be done', true, true, undefined],
    ['needs the presser’s own permission', false, true, 'needs-manage-messages'],
    ['needs the bot’s permission', true, false, 'bot-manage-messages'],
  ])('by a deletion %s', (_name, presser, bot, expected) => {
    expect(refusalToDelete({ presser, bot })).toBe(expected);
  });
});
