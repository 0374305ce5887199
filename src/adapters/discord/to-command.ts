import {
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Card } from '../../domain/card.js';
import { toSnowflake } from '../../domain/snowflake.js';
import { type Command, type CommandRequest, MENU_COMMANDS } from '../../ports/command.js';
import type { Log } from '../../ports/log.js';
import { toChannel } from './to-channel.js';
import { toMessage } from './to-message.js';
import { toEdit, toPrivate } from './to-payload.js';
import { toPresser } from './to-press.js';
import { translateError } from './translate-error.js';

type Used = ChatInputCommandInteraction<'cached'> | MessageContextMenuCommandInteraction<'cached'>;

const DAYS = 7;

/** Acknowledges one of our commands, privately; undefined for any other interaction. What could not be acknowledged is done all the same. */
export async function toCommand(interaction: Interaction, log: Log): Promise<Command | undefined> {
  if (!interaction.inCachedGuild()) return undefined;
  if (!interaction.isChatInputCommand() && !interaction.isMessageContextMenuCommand()) return undefined;
  const request = interaction.isChatInputCommand() ? slashRequest(interaction) : menuRequest(interaction);
  if (request === undefined) return undefined;
  const note = (error: unknown) =>
    log.warn('a command could not be answered', { error: translateError(error, 'answering a command').message });
  await interaction.deferReply({ flags: MessageFlags.Ephemeral }).catch(note);
  return {
    request,
    guildId: toSnowflake(interaction.guildId),
    member: {
      ...toPresser(interaction),
      mayManage: interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild),
    },
    locale: interaction.locale,
    answer: async (what) => {
      await answer(interaction, what).catch(note);
    },
  };
}

async function answer(interaction: Used, what: string | Card): Promise<void> {
  await interaction.editReply(typeof what === 'string' ? toPrivate(what) : toEdit(what));
}

function slashRequest({ commandName, options }: ChatInputCommandInteraction<'cached'>): CommandRequest | undefined {
  if (commandName !== 'didbon') return undefined;
  const name = [options.getSubcommandGroup(), options.getSubcommand()].filter((part) => part !== null).join('-');
  switch (name) {
    case 'status':
    case 'coverage':
    case 'resume':
      return { name };
    case 'score':
      return { name, text: options.getString('text', true) };
    case 'report':
      return { name, days: options.getInteger('days') ?? DAYS };
    case 'budget':
      return { name, alertsPerDay: options.getInteger('alerts_per_day', true) };
    case 'terms-search':
      return { name, word: options.getString('word', true) };
    case 'pause':
      return { name, holdsUrgent: options.getBoolean('urgent') ?? false };
    case 'forget-user':
      return { name, userId: toSnowflake(options.getUser('who', true).id) };
    default:
      return undefined;
  }
}

function menuRequest(interaction: MessageContextMenuCommandInteraction<'cached'>): CommandRequest | undefined {
  const name = (['assess-message', 'report-message'] as const).find(
    (key) => MENU_COMMANDS[key] === interaction.commandName,
  );
  if (name === undefined) return undefined;
  const { targetMessage, client } = interaction;
  if (targetMessage.author.id === client.user.id) return { name, target: undefined };
  const message = toMessage(targetMessage);
  return message && { name, target: { message, channel: toChannel(targetMessage.channel) } };
}
