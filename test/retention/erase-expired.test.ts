import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { eraseExpiredEverywhere, eraseExpiredUnserved } from '../../src/retention/erase-expired.js';
import { BUILT_IN } from '../../src/settings/community.js';
import type { RetentionLimits } from '../../src/store/store.js';

const NOW = new Date('2026-03-31T12:00:00Z');
const [SERVED, LEFT] = [toSnowflake('4001'), toSnowflake('4002')];
const COMMUNITY = {
  ...BUILT_IN,
  guildId: SERVED,
  moderatorChannel: toSnowflake('6001'),
  retention: { ...BUILT_IN.retention, textDays: 3 },
};

/** A store of both communities that notes what it is asked to erase. */
function aStore(erase: () => number = () => 1) {
  const asked: string[] = [];
  const woken: string[] = [];
  const logged: string[] = [];
  const note = (message: string) => void logged.push(message);
  const parts = {
    flags: {
      communities: async () => [SERVED, LEFT],
      eraseExpired: async (guildId: string, { textBefore }: RetentionLimits) => {
        asked.push(`${guildId} before ${textBefore.toISOString().slice(0, 10)}`);
        return erase();
      },
    },
    erasure: {
      leftAt: async () => undefined,
      forgetCommunity: async () => ({ flags: 0, cards: 0, names: 0 }),
      expireInstallation: async () => {},
    },
    lessons: { keep: async () => 0, eraseBefore: async () => undefined },
    packTrials: { eraseExpired: async () => 0 },
    wakeAlerts: (guildId: string) => void woken.push(guildId),
    clock: { now: () => NOW, sleep: async () => {} },
    log: { debug: note, info: note, warn: note, error: note },
  };
  return { parts, asked, woken, logged };
}

describe('erasing what is past its time', () => {
  it('goes by own days in the settings, and by the built-in ones elsewhere', async () => {
    const { parts, asked, woken } = aStore();
    await eraseExpiredEverywhere(new Map([[SERVED, COMMUNITY]]), BUILT_IN, parts);
    expect(asked).toEqual(['4001 before 2026-03-28', '4002 before 2026-03-01']);
    expect(woken).toEqual([SERVED, LEFT]);
  });

  it('never erases by the built-in days what has own ones', async () => {
    const { parts, asked } = aStore();
    await eraseExpiredUnserved(new Map([[SERVED, COMMUNITY]]), BUILT_IN, parts);
    expect(asked).toEqual(['4002 before 2026-03-01']);
  });

  it('leaves the cards alone where nothing was erased', async () => {
    const { parts, woken, logged } = aStore(() => 0);
    await eraseExpiredEverywhere(new Map([[SERVED, COMMUNITY]]), BUILT_IN, parts);
    expect(woken).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('does not keep the bot from starting when the database is away', async () => {
    const { parts, logged } = aStore(() => {
      throw new Error('the database is away');
    });
    await eraseExpiredEverywhere(new Map([[SERVED, COMMUNITY]]), BUILT_IN, parts);
    expect(logged).toEqual(['texts past their time could not be erased for now']);
  });
});
