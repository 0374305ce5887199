import type { Channel } from '../domain/channel.js';
import type { Community } from '../domain/community.js';
import type { Message } from '../domain/message.js';

/**
 * Whether messages of this channel are read. The moderator channel never is: our own cards quote what they are about.
 * A thread follows its parent, and a channel its category; ignoring wins over watching.
 */
export function isWatched(channel: Channel, community: Community): boolean {
  const places = [channel.id, channel.parentId, channel.categoryId].filter((id) => id !== undefined);
  if (places.includes(community.moderatorChannel)) return false;
  if (places.some((id) => community.ignoredChannels.includes(id))) return false;
  if (community.watchedChannels.length === 0) return true;
  return places.some((id) => community.watchedChannels.includes(id));
}

/** Whether the author is exempt. Roles are only known where Discord sent them; an author without known roles is read. */
export function isExempt(message: Message, community: Community): boolean {
  return message.authorRoleIds.some((role) => community.exemptRoles.includes(role));
}
