import {
  type ButtonInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { readCustomId } from '../../domain/card.js';
import { toSnowflake } from '../../domain/snowflake.js';
import type { Log } from '../../ports/log.js';
import type { Press, PressAnswer, Presser } from '../../ports/press.js';
import { FORM_FIELD, toEdit, toForm, toPrivate } from './to-payload.js';
import { translateError } from './translate-error.js';

type Pressed = ButtonInteraction<'cached'> | ModalSubmitInteraction<'cached'> | StringSelectMenuInteraction<'cached'>;

/**
 * Acknowledges a press on one of our buttons, which Discord wants within three seconds; undefined for any other interaction.
 * A press that could not be acknowledged counts all the same: Discord vouches for who pressed, and only the answer is lost.
 * One that opens a form is not acknowledged here: the form has to be the first answer.
 */
export async function toPress(interaction: Interaction, log: Log): Promise<Press | undefined> {
  if (!interaction.inCachedGuild()) return undefined;
  if (!interaction.isButton() && !interaction.isStringSelectMenu() && !interaction.isModalSubmit()) return undefined;
  const pressed = readCustomId(interaction.customId, chosen(interaction));
  if (pressed === undefined) return undefined;
  const written = interaction.isModalSubmit() ? interaction.fields.getTextInputValue(FORM_FIELD) : undefined;
  if (pressed.action !== 'hold' || written !== undefined) await acknowledge(interaction).catch(noteTo(log));

  return {
    action: pressed.action,
    alertId: pressed.id,
    guildId: toSnowflake(interaction.guildId),
    member: toPresser(interaction),
    written,
    answer: answerTo(interaction, log),
  };
}

/** Who used a button, a menu, a form or a command. */
export function toPresser({ user, member, memberPermissions }: Interaction<'cached'>): Presser {
  return {
    id: toSnowflake(user.id),
    roleIds: [...member.roles.cache.keys()].map(toSnowflake),
    mayModerate: memberPermissions.has(PermissionFlagsBits.ModerateMembers),
  };
}

function chosen(interaction: Pressed): string | undefined {
  return interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
}

async function acknowledge(interaction: Pressed): Promise<void> {
  if (!interaction.isModalSubmit() || interaction.isFromMessage()) await interaction.deferUpdate();
  else await interaction.deferReply({ flags: MessageFlags.Ephemeral });
}

function answerTo(interaction: Pressed, log: Log): PressAnswer {
  const note = noteTo(log);
  const edit = async (message: Parameters<Pressed['editReply']>[0]): Promise<boolean> => {
    try {
      await interaction.editReply(message);
      return true;
    } catch (error) {
      note(error);
      return false;
    }
  };
  return {
    async privately(answer) {
      const message = { ...toPrivate(answer), flags: MessageFlags.Ephemeral } as const;
      const isAnswered = interaction.deferred || interaction.replied;
      await (isAnswered ? interaction.followUp(message) : interaction.reply(message)).catch(note);
    },
    showCard: (card) => edit(toEdit(card)),
    async replace(text) {
      await edit({ ...toPrivate(text), components: [] });
    },
    async openForm(form) {
      if (!interaction.isModalSubmit()) await openForm(interaction, form).catch(note);
    },
  };
}

async function openForm(
  interaction: MessageComponentInteraction,
  form: Parameters<PressAnswer['openForm']>[0],
): Promise<void> {
  await interaction.showModal(toForm(form));
}

function noteTo(log: Log): (error: unknown) => void {
  return (error) =>
    log.warn('a press could not be answered', { error: translateError(error, 'answering a press').message });
}
