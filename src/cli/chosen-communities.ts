import type { Community } from '../domain/community.js';
import type { Settings } from '../settings/settings.js';
import { UsageError } from './usage-error.js';

/** The communities that a command is about: all, or the one that was named. Throws UsageError where there is none. */
export function chosenCommunities({ communities }: Settings, guild: string | undefined): readonly Community[] {
  const all = [...communities.values()];
  if (all.length === 0)
    throw new UsageError('no community is configured; add one under `communities:` in config/default.yaml');
  if (guild === undefined) return all;

  const found = all.filter((community) => community.guildId === guild);
  if (found.length > 0) return found;
  const known = all.map((community) => community.guildId).join(', ');
  throw new UsageError(`no community ${guild} is configured; there are ${known}`);
}
