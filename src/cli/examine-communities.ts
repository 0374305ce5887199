import type { Community } from '../domain/community.js';
import type { Finding } from '../domain/finding.js';
import { isWatched } from '../ingest/accept.js';
import type { ChannelRights, DiscordFacts, GuildFacts } from '../ports/discord-look.js';

/** View Channel, Send Messages, Embed Links, Attach Files (the charts of the report), Read Message History: all that the bot needs. */
export const LEAST_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n);

/** Channels named one by one; of more, only the number is told. */
const MOST_NAMED = 10;

/** Where the bot is invited from, with the least permissions. */
export function inviteLink(applicationId: string): string {
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot&permissions=${LEAST_PERMISSIONS}`;
}

/** Says what the facts mean for the communities of the settings. Pure. */
export function examineCommunities(facts: DiscordFacts, communities: readonly Community[]): readonly Finding[] {
  return [
    { what: 'token', state: 'fine', says: `it is that of ${facts.botName} (${facts.botId})`, todo: undefined },
    intentFinding(facts),
    ...communities.flatMap((community) => examineCommunity(community, facts)),
  ];
}

function intentFinding({ messageContent, applicationId }: DiscordFacts): Finding {
  if (messageContent)
    return { what: 'message content', state: 'fine', says: 'the application may read messages', todo: undefined };
  return {
    what: 'message content',
    state: 'fault',
    says: 'the application may not read what members write',
    todo: `switch on "Message Content Intent" at https://discord.com/developers/applications/${applicationId}/bot`,
  };
}

function examineCommunity(community: Community, facts: DiscordFacts): readonly Finding[] {
  const guild = facts.guilds.get(community.guildId);
  const what = `community ${community.guildId}`;
  if (guild === undefined)
    return [
      {
        what,
        state: 'fault',
        says: 'the bot is no member of it, or there is no such community',
        todo: `invite it: ${inviteLink(facts.applicationId)}`,
      },
    ];
  return [
    { what, state: 'fine', says: `the bot is a member of «${guild.name}»`, todo: undefined },
    moderatorFinding(community, guild),
    ...watchedFindings(community, guild),
    ...unknownIds(community, guild),
  ];
}

function moderatorFinding(community: Community, guild: GuildFacts): Finding {
  const what = `moderator channel ${community.moderatorChannel}`;
  const found = guild.channels.find(({ channel }) => channel.id === community.moderatorChannel);
  if (found === undefined)
    return { what, state: 'fault', says: 'there is no such channel', todo: 'correct moderatorChannel in the settings' };
  const missing = [
    ...(found.view ? [] : ['View Channel']),
    ...(found.send ? [] : ['Send Messages']),
    ...(found.embed ? [] : ['Embed Links']),
    ...(found.readHistory ? [] : ['Read Message History']),
  ];
  if (missing.length === 0 && !found.attach)
    return {
      what,
      state: 'notice',
      says: `cards can be posted in #${found.channel.name}, but reports come without charts: Attach Files is missing`,
      todo: 'give the bot Attach Files in that channel',
    };
  if (missing.length === 0)
    return { what, state: 'fine', says: `cards can be posted in #${found.channel.name}`, todo: undefined };
  return {
    what,
    state: 'fault',
    says: `cards cannot be posted in #${found.channel.name}: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    todo: `give the bot ${missing.join(', ')} in that channel`,
  };
}

function watchedFindings(community: Community, guild: GuildFacts): readonly Finding[] {
  const watched = guild.channels.filter(({ channel }) => isWatched(channel, community));
  const closed = watched.filter(({ readHistory }) => !readHistory);
  const what = 'channels to read';
  if (watched.length === 0)
    return [
      {
        what,
        state: 'fault',
        says: 'there are none',
        todo: 'look at watchedChannels and ignoredChannels in the settings',
      },
    ];
  const says = `${watched.length - closed.length} of ${watched.length} can be read`;
  if (closed.length === 0) return [{ what, state: 'fine', says, todo: undefined }];
  return [
    {
      what,
      state: closed.length === watched.length ? 'fault' : 'notice',
      says: `${says}; not: ${names(closed)}`,
      todo: 'give the bot View Channel and Read Message History there, or list them under ignoredChannels',
    },
  ];
}

function names(channels: readonly ChannelRights[]): string {
  const named = channels.slice(0, MOST_NAMED).map(({ channel }) => `#${channel.name}`);
  return [...named, ...(channels.length > MOST_NAMED ? [`and ${channels.length - MOST_NAMED} more`] : [])].join(', ');
}

/** Roles of the settings that the community does not have: whoever should decide could not. */
function unknownIds(community: Community, guild: GuildFacts): readonly Finding[] {
  const { readerRoles, moderatorRoles, exemptRoles, urgentRole } = community;
  const named = [
    ...Object.values(readerRoles).flat(),
    ...moderatorRoles,
    ...exemptRoles,
    ...(urgentRole === undefined ? [] : [urgentRole]),
  ];
  const missing = [...new Set(named)].filter((id) => !guild.roleIds.includes(id));
  if (missing.length === 0) return [];
  return [
    {
      what: 'roles',
      state: 'fault',
      says: `the community has no role ${missing.join(', ')}`,
      todo: 'correct the roles in the settings',
    },
  ];
}
