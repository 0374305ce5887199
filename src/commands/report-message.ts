import type { Assessment } from '../assess/assessment.js';
import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import { flagReported } from '../domain/flag-message.js';
import { isOnTeam } from '../domain/team.js';
import type { Clock } from '../ports/clock.js';
import type { Commander, CommandTarget } from '../ports/command.js';
import type { Audit } from '../store/audit.js';
import type { Reviews } from '../store/review-store.js';
import type { Ledger } from '../store/store.js';
import type { CommandTexts } from '../texts/command-texts.js';

/** Reports that one member may make in a day: a flood of them would hide what the classifier finds. */
const REPORTS_A_DAY = 5;
const DAY_MS = 86_400_000;

export interface ReportMessageParts {
  readonly assess: (text: string) => Assessment;
  readonly isWatched: (channel: Channel, community: Community) => boolean;
  readonly ledger: Pick<Ledger, 'commit'>;
  readonly reviews: Pick<Reviews, 'reportsBy'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly wakeAlerts: (guildId: Community['guildId']) => void;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * Puts a message before the moderators because a member asked for it: a person has flagged it, so it is kept as what the
 * classifier flags is. Answers what the reporter is told, which is the same whether the message was known already: who
 * reports learns nothing of what is held.
 */
export async function reportMessage(
  target: CommandTarget | undefined,
  by: Commander,
  community: Community,
  parts: ReportMessageParts,
): Promise<keyof CommandTexts['report']> {
  if (target === undefined) return 'ours';
  const { message, channel } = target;
  if (channel === undefined || !parts.isWatched(channel, community)) return 'notRead';
  const { guildId } = community;
  const at = parts.clock.now();
  const made = await parts.reviews.reportsBy(guildId, by.id, new Date(at.getTime() - DAY_MS));
  if (made >= REPORTS_A_DAY && !isOnTeam(by, community)) return 'tooMany';

  const flag = flagReported(message, parts.assess(message.text), { id: parts.newId(), now: at }, by.id);
  const batch = { guildId, channelId: flag.channelId, range: undefined, messages: [], flags: [flag], at };
  const { newFlags } = await parts.ledger.commit(batch);
  if (newFlags.length === 0) return 'thanks';
  const subject = { kind: 'alert', id: flag.id } as const;
  await parts.audit.record({ guildId, at, actor: by.id, action: 'report-message', subject });
  parts.wakeAlerts(guildId);
  return 'thanks';
}
