import {
  type APIApplicationCommandInteractionDataOption,
  type APIBaseInteraction,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  type InteractionResponseType,
  InteractionType,
  Locale,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { apiChannel } from '../api/api-channel.js';
import { apiPresser } from '../api/api-guild.js';
import { apiMessage, isEphemeral } from '../api/api-message.js';
import { type JsonRecord, listOf, recordOf } from '../json.js';
import { type Interaction, type Interactions, isAnswered, wasUpdated } from '../world/interactions.js';
import { findMessage } from '../world/messages.js';
import { channelPermissions, may } from '../world/permissions.js';
import type { ChannelState, MemberState, World } from '../world/world.js';
import { found } from './found.js';

/** What came of a press, as the person who pressed sees it. */
export interface PressOutcome {
  /** How the bot first answered; undefined when it said nothing in time («This interaction failed»). */
  readonly callback: InteractionResponseType | undefined;
  /** New messages in answer, oldest first, those for the presser's eyes only included. */
  readonly replies: readonly APIMessage[];
  /** Those of the replies that nobody else sees. */
  readonly ephemeral: readonly APIMessage[];
  /** The pressed message, if the answer changed it. */
  readonly updated: APIMessage | undefined;
  /** The form the bot opened, if it did. */
  readonly modal: JsonRecord | undefined;
}

/** What somebody wrote into a form, by the custom ids of its fields, and the message under whose button it was opened, if any. */
export interface SentForm {
  readonly fields: Readonly<Record<string, string>>;
  readonly from?: string;
}

/** What people do with buttons, menus, forms and commands. */
export interface PressControl {
  /** Presses a button, or chooses `values` in a menu, also in a reply that only the presser sees. Resolves when the bot has answered, or after the time it has for it. */
  readonly press: (
    messageId: string,
    customId: string,
    memberId: string,
    values?: readonly string[],
  ) => Promise<PressOutcome>;
  /** What bots have told this member alone, oldest first, whatever it was an answer to. */
  readonly toldPrivately: (memberId: string) => readonly APIMessage[];
  /** Uses a slash command in a channel. */
  readonly command: (
    channelId: string,
    name: string,
    memberId: string,
    options?: readonly APIApplicationCommandInteractionDataOption[],
  ) => Promise<PressOutcome>;
  /** Uses a command of the menu that opens on a message. */
  readonly useOnMessage: (messageId: string, name: string, memberId: string) => Promise<PressOutcome>;
  /** Sends a form that the bot opened, field by field. */
  readonly submit: (channelId: string, customId: string, memberId: string, sent: SentForm) => Promise<PressOutcome>;
}

/** How long a presser waits: for any answer at all, and, told to wait, for the answer itself. */
export interface Patience {
  readonly acknowledgeMs: number;
  readonly answerMs: number;
}

/** Lets members press what bots put under their messages. */
export function createPressControl(world: World, interactions: Interactions, patience: Patience): PressControl {
  const start = (draft: Pick<Interaction, 'type' | 'channel' | 'by' | 'pressed'>, data: object) =>
    outcome(
      world,
      interactions,
      patience,
      interactions.make(draft, (made) => interactionBody(world, made, data)),
    );

  return {
    press: async (messageId, customId, memberId, values) => {
      const place = found(interactions.ephemeral(messageId) ?? findMessage(world, messageId), 'message', messageId);
      const by = memberIn(world, place.channel, memberId);
      const type = componentType(place.message.parts.components ?? [], customId);
      const data = { custom_id: customId, component_type: type, ...(values !== undefined && { values }) };
      return start({ type: InteractionType.MessageComponent, ...place, pressed: place.message, by }, data);
    },
    toldPrivately: (memberId) =>
      interactions.ephemeralTo(memberId).map((message) => apiMessage(world, message, { readsContent: true })),
    command: async (channelId, name, memberId, options = []) => {
      const channel = found(world.channels.get(channelId), 'channel', channelId);
      const { id } = commandNamed(world, channel, name, ApplicationCommandType.ChatInput);
      const resolved = resolvedUsers(world, options);
      const data = { id, name, type: ApplicationCommandType.ChatInput, options, resolved };
      const by = memberIn(world, channel, memberId);
      return start({ type: InteractionType.ApplicationCommand, channel, by, pressed: undefined }, data);
    },
    useOnMessage: async (messageId, name, memberId) => {
      const { channel, message } = found(findMessage(world, messageId), 'message', messageId);
      const { id } = commandNamed(world, channel, name, ApplicationCommandType.Message);
      // A person who uses the command shows the bot the message, whatever its intents.
      const messages = { [messageId]: apiMessage(world, message, { readsContent: true }) };
      const data = { id, name, type: ApplicationCommandType.Message, target_id: messageId, resolved: { messages } };
      const by = memberIn(world, channel, memberId);
      return start({ type: InteractionType.ApplicationCommand, channel, by, pressed: undefined }, data);
    },
    submit: async (channelId, customId, memberId, { fields, from: messageId }) => {
      const channel = found(world.channels.get(channelId), 'channel', channelId);
      const components = Object.entries(fields).map(([id, value]) => ({
        type: ComponentType.ActionRow,
        components: [{ type: ComponentType.TextInput, custom_id: id, value }],
      }));
      const by = memberIn(world, channel, memberId);
      const data = { custom_id: customId, components };
      const place = messageId === undefined ? undefined : found(findMessage(world, messageId), 'message', messageId);
      return start({ type: InteractionType.ModalSubmit, channel, by, pressed: place?.message }, data);
    },
  };
}

/** The people whom options name, also those of subcommands. */
function resolvedUsers(world: World, options: readonly APIApplicationCommandInteractionDataOption[]): object {
  const ids = options.flatMap(function idsOf(option): string[] {
    if ('options' in option) return (option.options ?? []).flatMap(idsOf);
    return option.type === ApplicationCommandOptionType.User ? [option.value] : [];
  });
  const users = ids.flatMap((id) => world.users.get(id) ?? []);
  return users.length === 0 ? {} : { users: Object.fromEntries(users.map((user) => [user.id, user])) };
}

function commandNamed(world: World, channel: ChannelState, name: string, type: ApplicationCommandType) {
  const known = [...world.commands.values(), ...(world.guilds.get(channel.guildId)?.commands.values() ?? [])];
  const command = known.find((candidate) => candidate.name === name && candidate.type === type);
  return found(command, 'command', name);
}

function memberIn(world: World, channel: ChannelState, memberId: string): MemberState {
  const member = found(world.guilds.get(channel.guildId)?.members.get(memberId), 'member', memberId);
  if (!may(world, channel, memberId, PermissionFlagsBits.ViewChannel))
    throw new RangeError(`member ${memberId} cannot see channel ${channel.id}`);
  return member;
}

/** What kind of thing carries the custom id; throws where nothing does, or where it cannot be pressed. */
function componentType(components: readonly unknown[], customId: string): ComponentType {
  for (const entry of components) {
    const { custom_id: id, type, disabled, components: inner, accessory } = recordOf(entry);
    if (id === customId && disabled === true) throw new RangeError(`button ${customId} is disabled`);
    if (id === customId) return type === ComponentType.Button ? ComponentType.Button : ComponentType.StringSelect;
    const below = [...listOf(inner), ...(accessory === undefined ? [] : [accessory])];
    if (below.length > 0 && JSON.stringify(below).includes(JSON.stringify(customId)))
      return componentType(below, customId);
  }
  throw new RangeError(`no such button: ${customId}`);
}

function interactionBody(world: World, made: Interaction, data: object): APIBaseInteraction<InteractionType, object> {
  const { channel, by, pressed } = made;
  return {
    id: made.id,
    application_id: world.application.id,
    type: made.type,
    token: made.token,
    version: 1,
    data,
    guild_id: channel.guildId,
    guild: { id: channel.guildId, locale: Locale.EnglishUS, features: [] },
    channel_id: channel.id,
    channel: apiChannel(world, channel),
    member: apiPresser(world, channel, by),
    app_permissions: channelPermissions(world, channel, world.bot.id).toString(),
    locale: Locale.EnglishUS,
    guild_locale: Locale.EnglishUS,
    entitlements: [],
    authorizing_integration_owners: { 0: channel.guildId },
    context: InteractionContextType.Guild,
    attachment_size_limit: 10 * 1024 * 1024,
    ...(pressed !== undefined && { message: apiMessage(world, pressed, { readsContent: true }) }),
  };
}

function outcome(
  world: World,
  interactions: Interactions,
  patience: Patience,
  interaction: Interaction,
): Promise<PressOutcome> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(acknowledging);
      clearTimeout(answering);
      stop();
      resolve(outcomeOf(world, interaction));
    };
    const stop = interactions.watch(() => {
      if (isAnswered(interaction)) finish();
    });
    const acknowledging = setTimeout(() => {
      if (interaction.callback === undefined) finish();
    }, patience.acknowledgeMs);
    const answering = setTimeout(finish, patience.answerMs);
  });
}

function outcomeOf(world: World, interaction: Interaction): PressOutcome {
  const send = (message: Interaction['replies'][number]) => apiMessage(world, message, { readsContent: true });
  const { pressed, replies } = interaction;
  return {
    callback: interaction.callback,
    replies: replies.map(send),
    ephemeral: replies.filter(isEphemeral).map(send),
    updated: pressed !== undefined && wasUpdated(interaction) ? send(pressed) : undefined,
    modal: interaction.modal,
  };
}
