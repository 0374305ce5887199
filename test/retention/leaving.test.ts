import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { eraseExpired } from '../../src/retention/erase-expired.js';
import { noteAbsence } from '../../src/retention/note-absence.js';
import { BUILT_IN } from '../../src/settings/community.js';

const NOW = new Date('2026-03-31T12:00:00Z');
const [HERE, GONE] = [toSnowflake('4001'), toSnowflake('4002')];

/** A store of both communities that notes what it is told. */
function aStore(leftAt: Date | undefined = undefined) {
  const told: string[] = [];
  const parts = {
    flags: {
      communities: async () => [HERE, GONE],
      eraseExpired: async () => told.push('expired') - told.length,
    },
    lessons: { keep: async () => 0, eraseBefore: async () => undefined },
    packTrials: { eraseExpired: async () => 0 },
    erasure: {
      leftAt: async () => leftAt,
      setLeft: async (guildId: string, at: Date | undefined) => void told.push(`${guildId} ${at?.toISOString()}`),
      forgetCommunity: async ({ canEditCards }: { readonly canEditCards: boolean }) => {
        told.push(`forgotten, cards ${canEditCards}`);
        return { flags: 0, cards: 0, names: 0 };
      },
      expireInstallation: async () => {},
    },
    isIn: (guildId: string) => guildId === HERE,
    wakeAlerts: () => {},
    clock: { now: () => NOW, sleep: async () => {} },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  };
  return { parts, told };
}

describe('a community that the bot is not in', () => {
  it('is noted, and one that it is in as well', async () => {
    const { parts, told } = aStore();
    await noteAbsence(parts);
    expect(told).toEqual(['4001 undefined', '4002 2026-03-31T12:00:00.000Z']);
  });

  it('is noted alone where only that one is asked about', async () => {
    const { parts, told } = aStore();
    await noteAbsence(parts, [GONE, toSnowflake('4003')]);
    expect(told).toEqual(['4002 2026-03-31T12:00:00.000Z']);
  });

  it.each([
    ['keeps what it has for some days', 7, '2026-03-24T12:00:01Z', 'expired'],
    ['is forgotten after them', 7, '2026-03-24T12:00:00Z', 'forgotten, cards false'],
    ['is forgotten at once where no days are given', 0, NOW.toISOString(), 'forgotten, cards false'],
  ])('%s', async (_what, leftDays, leftAt, done) => {
    const { parts, told } = aStore(new Date(leftAt));
    await eraseExpired({ guildId: GONE, retention: { ...BUILT_IN.retention, leftDays } }, parts);
    expect(told).toEqual([done]);
  });
});
