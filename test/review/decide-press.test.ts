import { describe, expect, test } from '@jest/globals';
import { type Snowflake, toSnowflake } from '../../src/domain/snowflake.js';
import { decidePress } from '../../src/review/decide-press.js';
import { toCommunity } from '../../src/settings/community.js';
import { anAlert } from '../alert/an-alert.js';

const moderator = toSnowflake('11');
const tajik = toSnowflake('12');
const uzbek = toSnowflake('13');
const community = toCommunity(
  toSnowflake('100'),
  { moderatorChannel: toSnowflake('1'), moderatorRoles: [moderator], readerRoles: { tajik: [tajik], uzbek: [uzbek] } },
  {},
);
const by = (roleIds: readonly Snowflake[], mayModerate = false) => ({
  id: toSnowflake('7'),
  roleIds,
  mayModerate,
});
const verdict = { kind: 'confirmed', by: toSnowflake('8'), at: new Date(0) } as const;

describe('a press', () => {
  test.each([
    [
      'of a member without a role is refused, Why? too',
      'why',
      {},
      by([]),
      { act: 'refuse', because: 'needs-moderator' },
    ],
    ['of a moderator on Why? is explained', 'why', {}, by([moderator]), { act: 'explain' }],
    ['on Why? is explained after the verdict, too', 'why', { verdict }, by([moderator]), { act: 'explain' }],
    [
      'of a moderator on False alarm decides',
      'false-alarm',
      {},
      by([moderator]),
      { act: 'decide', verdict: 'false-alarm' },
    ],
    [
      'of a moderator on Confirm needs a reader',
      'confirm',
      {},
      by([moderator]),
      { act: 'refuse', because: 'needs-reader' },
    ],
    [
      'of someone who may moderate on Confirm needs a reader, too',
      'confirm',
      {},
      by([], true),
      { act: 'refuse', because: 'needs-reader' },
    ],
    [
      'of a reader of the language on Confirm decides',
      'confirm',
      {},
      by([tajik]),
      { act: 'decide', verdict: 'confirmed' },
    ],
    [
      'of a reader of another language on Confirm is refused',
      'confirm',
      {},
      by([uzbek]),
      { act: 'refuse', because: 'needs-reader' },
    ],
    ['on a decided alert is refused', 'confirm', { verdict }, by([tajik]), { act: 'refuse', because: 'decided' }],
  ] as const)('%s', (_name, action, change, member, expected) => {
    expect(decidePress(action, anAlert({}, change), member, community)).toEqual(expected);
  });

  test.each(['ru', 'ru-Latn', 'und', 'en'])(
    'on Confirm waits for a second person where nobody is set for %s',
    (language) => {
      expect(decidePress('confirm', anAlert({ language }), by([moderator]), community)).toEqual({
        act: 'second',
        verdict: 'confirmed',
      });
    },
  );

  test.each(['uz-Latn', 'uz-Cyrl'])('on Confirm takes the Uzbek reader for %s', (language) => {
    expect(decidePress('confirm', anAlert({ language }), by([uzbek]), community)).toEqual({
      act: 'decide',
      verdict: 'confirmed',
    });
  });
});
