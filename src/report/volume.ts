import type { Snowflake } from '../domain/snowflake.js';
import type { Period, Tally } from '../store/store.js';
import { addDays } from './period.js';

const DAY_MS = 86_400_000;

/** A channel that the store knows of. */
export interface ReportedChannel {
  readonly id: Snowflake;
  /** Undefined where Discord was not asked. */
  readonly name: string | undefined;
  /** Whether anything of it has been read. */
  readonly covered: boolean;
}

export interface DayVolume {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly assessed: number;
  readonly notAssessed: number;
}

export interface ChannelVolume {
  readonly channel: ReportedChannel;
  readonly assessed: number;
}

export interface Volume {
  /** Every UTC day that begins within the period, also those without a message. */
  readonly byDay: readonly DayVolume[];
  /** Busiest first. */
  readonly byChannel: readonly ChannelVolume[];
}

/** Messages by day and by channel. */
export function volumeOf(tallies: readonly Tally[], channels: readonly ReportedChannel[], period: Period): Volume {
  const byDay = daysIn(period).map((day) => {
    const these = tallies.filter((tally) => tally.day === day);
    const assessed = sum(these.filter(isAssessed));
    return { day, assessed, notAssessed: sum(these) - assessed };
  });
  const byChannel = channels
    .map((channel) => ({
      channel,
      assessed: sum(tallies.filter((tally) => tally.channelId === channel.id && isAssessed(tally))),
    }))
    .filter(({ assessed }) => assessed > 0)
    .sort((a, b) => b.assessed - a.assessed);
  return { byDay, byChannel };
}

/** Whether a text could be judged at all. */
export function isAssessed({ outcome }: Pick<Tally, 'outcome'>): boolean {
  return outcome !== 'no-text' && outcome !== 'perso-arabic';
}

function daysIn({ from, to }: Period): readonly string[] {
  const first = new Date(Math.ceil(from.getTime() / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  const days: string[] = [];
  for (let day = first; Date.parse(day) < to.getTime(); day = addDays(day, 1)) days.push(day);
  return days;
}

function sum(tallies: readonly Tally[]): number {
  return tallies.reduce((total, { count }) => total + count, 0);
}
