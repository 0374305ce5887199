import { type ButtonInteraction, type Interaction, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { readCustomId } from '../../domain/card.js';
import { toSnowflake } from '../../domain/snowflake.js';
import type { Log } from '../../ports/log.js';
import type { Press, PressAnswer } from '../../ports/press.js';
import { toEdit } from './to-payload.js';
import { translateError } from './translate-error.js';

/**
 * Acknowledges a press on one of our buttons, which Discord wants within three seconds; undefined for any other interaction.
 * A press that could not be acknowledged counts all the same: Discord vouches for who pressed, and only the answer is lost.
 */
export async function toPress(interaction: Interaction, log: Log): Promise<Press | undefined> {
  if (!interaction.isButton() || !interaction.inCachedGuild()) return undefined;
  const pressed = readCustomId(interaction.customId);
  if (pressed === undefined) return undefined;
  await interaction.deferUpdate().catch(noteTo(log));

  return {
    action: pressed.action,
    alertId: pressed.id,
    guildId: toSnowflake(interaction.guildId),
    member: {
      id: toSnowflake(interaction.user.id),
      roleIds: [...interaction.member.roles.cache.keys()].map(toSnowflake),
      mayModerate: interaction.memberPermissions.has(PermissionFlagsBits.ModerateMembers),
    },
    answer: answerTo(interaction, log),
  };
}

function answerTo(interaction: ButtonInteraction<'cached'>, log: Log): PressAnswer {
  const note = noteTo(log);
  return {
    async privately(text) {
      await interaction
        .followUp({ content: text, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } })
        .catch(note);
    },
    async showCard(card) {
      try {
        await interaction.editReply(toEdit(card));
        return true;
      } catch (error) {
        note(error);
        return false;
      }
    },
  };
}

function noteTo(log: Log): (error: unknown) => void {
  return (error) =>
    log.warn('a press could not be answered', { error: translateError(error, 'answering a press').message });
}
