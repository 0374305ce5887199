import type { Assessment } from '../assess/assessment.js';
import type { Community } from '../domain/community.js';
import { timestamp } from '../domain/timestamp.js';
import type { Clock } from '../ports/clock.js';
import type { Pauses } from '../store/review-store.js';
import type { Alerts, Counts } from '../store/store.js';
import { nameMember } from '../texts/name-member.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';

export interface StatusParts {
  readonly assess: (text: string) => Assessment;
  readonly alerts: Pick<Alerts, 'due'>;
  readonly counts: Pick<Counts, 'alerts' | 'total'>;
  readonly pauses: Pick<Pauses, 'find'>;
  readonly clock: Clock;
}

/** More than this waits only when something is badly wrong, and the exact number no longer matters. */
const MOST_WAITING = 1_000;

/** What the bot is doing for a community, in a few lines. */
export async function status({ guildId }: Community, texts: Texts, parts: StatusParts): Promise<string> {
  const { status: words } = texts.commands;
  const now = parts.clock.now();
  const [messages, counts, waiting, pause] = await Promise.all([
    parts.counts.total(guildId),
    parts.counts.alerts(guildId, { from: new Date(0), to: now }),
    parts.alerts.due(guildId, now, MOST_WAITING),
    parts.pauses.find(guildId),
  ]);
  const undecided = counts.reduce((sum, { verdict, count }) => (verdict === undefined ? sum + count : sum), 0);
  const paused = pause?.holdsUrgent ? words.pausedAll : words.paused;
  return [
    `**${words.title}**`,
    pause ? fill(paused, { member: nameMember(pause.by, texts), when: timestamp(pause.at, 'R') }) : words.running,
    fill(words.alerts, { undecided: String(undecided), waiting: String(waiting.length) }),
    fill(words.messages, { count: String(messages) }),
    fill(words.pack, { pack: parts.assess('').pack }),
  ].join('\n');
}
