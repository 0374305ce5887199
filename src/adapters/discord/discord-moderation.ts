import { type Client, type Guild, type GuildMember, PermissionFlagsBits, Routes } from 'discord.js';
import type { Snowflake } from '../../domain/snowflake.js';
import { RefusedError } from '../../ports/errors.js';
import type { Moderation } from '../../ports/moderation.js';
import { translating } from './translate-error.js';

/** Deletions and time-outs through Discord's REST interface. Who may do what is asked of the guild anew each time. */
export function discordModeration(client: Client): Moderation {
  return {
    rightsToDelete: ({ guildId, channelId }, presser) =>
      translating('asking who may delete', async () => {
        const guild = guildOf(client, guildId);
        const [member, me] = [await memberOf(guild, presser), await guild.members.fetchMe()];
        const channel = await client.channels.fetch(channelId);
        if (channel === null || channel.isDMBased()) throw new RefusedError('the channel holds no messages', 'gone');
        const may = (who: GuildMember) => channel.permissionsFor(who, true).has(PermissionFlagsBits.ManageMessages);
        return { presser: may(member), bot: may(me) };
      }),
    rightsToTimeOut: (guildId, author, presser) =>
      translating('asking who may time out', async () => {
        const guild = guildOf(client, guildId);
        const [member, me] = [await memberOf(guild, presser), await guild.members.fetchMe()];
        const target = await memberOf(guild, author);
        const may = (who: GuildMember) => who.permissions.has(PermissionFlagsBits.ModerateMembers);
        return {
          presser: may(member),
          bot: may(me),
          presserOutranks: outranks(member, target),
          botOutranks: outranks(me, target) && !target.permissions.has(PermissionFlagsBits.Administrator),
        };
      }),
    deleteMessage: ({ channelId, messageId }, reason) =>
      translating('deleting a message', async () => {
        await client.rest.delete(Routes.channelMessage(channelId, messageId), { reason });
      }),
    timeOut: (guildId, author, until, reason) =>
      translating('timing out a member', async () => {
        await guildOf(client, guildId).members.edit(author, { communicationDisabledUntil: until, reason });
      }),
  };
}

function guildOf(client: Client, guildId: Snowflake): Guild {
  const guild = client.guilds.cache.get(guildId);
  if (guild === undefined) throw new RefusedError(`the bot is not in the community ${guildId}`, 'gone');
  return guild;
}

/** Asked of Discord and not of the cache: who lost a role a minute ago must not act on it. */
async function memberOf(guild: Guild, user: Snowflake): Promise<GuildMember> {
  return await guild.members.fetch({ user, force: true });
}

function outranks(who: GuildMember, target: GuildMember): boolean {
  if (target.id === target.guild.ownerId) return false;
  return who.id === who.guild.ownerId || who.roles.highest.comparePositionTo(target.roles.highest) > 0;
}
