import type { Reason } from '../../src/assess/assessment.js';
import type { Alert, Campaign } from '../../src/domain/alert.js';
import type { Flag } from '../../src/domain/flag.js';
import { toSnowflake } from '../../src/domain/snowflake.js';

const POSTED = new Date('2026-01-05T10:00:00Z');

export function aReason(change: Partial<Reason> = {}): Reason {
  return {
    kind: 'pattern',
    text: 'ҳамроҳ шавед',
    gloss: 'join the group',
    role: 'join',
    weight: 4,
    start: 0,
    end: 12,
    ...change,
  };
}

/** An alert that nobody has decided, about an invented message. */
export function anAlert(flag: Partial<Flag> = {}, change: Partial<Alert> = {}): Alert {
  return {
    id: '0a1b2c3d-0000-4000-8000-000000000001',
    flag: {
      id: '0a1b2c3d-0000-4000-8000-000000000001',
      guildId: toSnowflake('100'),
      channelId: toSnowflake('200'),
      messageId: toSnowflake('300'),
      authorId: toSnowflake('400'),
      editedAt: undefined,
      text: 'Ба гурӯҳ ҳамроҳ шавед',
      language: 'tg',
      languageProbability: 0.973,
      level: 'review',
      score: 4.2,
      category: 'join',
      polarity: 'for',
      reasons: [aReason()],
      pack: 'sample@1+00000000',
      flaggedAt: POSTED,
      deletedAt: undefined,
      ...flag,
    },
    dueAt: POSTED,
    triedAt: undefined,
    card: undefined,
    verdict: undefined,
    ...change,
  };
}

/** A campaign of one message so far. */
export function aCampaign(change: Partial<Campaign> = {}): Campaign {
  return {
    number: 12,
    copies: 1,
    deleted: 0,
    wordings: 1,
    channels: 1,
    places: [{ channelId: toSnowflake('200'), messageId: toSnowflake('300'), copies: 1 }],
    like: [],
    pings: true,
    ...change,
  };
}
