import {
  type APIMessageInteractionMetadata,
  GatewayDispatchEvents,
  type InteractionResponseType,
  type InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { isEphemeral } from '../api/api-message.js';
import type { JsonRecord } from '../json.js';
import { NO_PARTS, type StoredMessage } from './message.js';
import { createMessage, editMessage, type MessageChange, type MessageDraft } from './messages.js';
import type { ChannelState, MemberState, World } from './world.js';

/** One press of a button, one command, or one form sent, from its making to the bot's last word on it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly channel: ChannelState;
  readonly by: MemberState;
  /** The message whose button was pressed. */
  readonly pressed: StoredMessage | undefined;
  /** When the pressed message had last been edited: an edit after that counts as an answer. */
  readonly pressedEditedMs: number | undefined;
  readonly madeMs: number;
  /** How the bot first answered; undefined until it has. */
  callback: InteractionResponseType | undefined;
  /** What `@original` stands for. */
  original: StoredMessage | undefined;
  readonly replies: StoredMessage[];
  modal: JsonRecord | undefined;
  updated: boolean;
}

/** All interactions that bots may still answer, and the replies that only their presser sees. */
export interface Interactions {
  readonly make: (
    draft: Pick<Interaction, 'type' | 'channel' | 'by' | 'pressed'>,
    body: InteractionBody,
  ) => Interaction;
  readonly byToken: (token: string) => Interaction | undefined;
  readonly ephemeral: (
    messageId: string,
  ) => { readonly channel: ChannelState; readonly message: StoredMessage } | undefined;
  /** What only this person sees, oldest first. */
  readonly ephemeralTo: (userId: string) => readonly StoredMessage[];
  /** Answers with a message: in the channel, or for the presser's eyes only. */
  readonly reply: (interaction: Interaction, draft: Omit<MessageDraft, 'author'>) => StoredMessage;
  /** Changes a message that belongs to an interaction, wherever it is kept. */
  readonly change: (interaction: Interaction, message: StoredMessage, change: MessageChange) => void;
  readonly withdraw: (message: StoredMessage) => void;
  /** Calls back on every change of any interaction; answers how to stop. */
  readonly watch: (listener: () => void) => () => void;
  readonly changed: () => void;
}

/** A message that one person sees. */
interface Hidden {
  readonly channel: ChannelState;
  readonly message: StoredMessage;
  readonly to: string;
}

/** Makes the gateway's body from the interaction once it has id and token. */
export type InteractionBody = (interaction: Interaction) => object;

/** How long a token can be used: Discord's quarter of an hour. */
export const TOKEN_MS = 15 * 60_000;

/** Starts without interactions. */
export function openInteractions(world: World): Interactions {
  const byToken = new Map<string, Interaction>();
  const hidden = new Map<string, Hidden>();
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  world.subscribe(changed);

  return {
    make: (draft, body) => {
      const interaction = newInteraction(world, draft);
      for (const old of byToken.values()) if (interaction.madeMs - old.madeMs > TOKEN_MS) byToken.delete(old.token);
      byToken.set(interaction.token, interaction);
      announce(world, interaction, body);
      return interaction;
    },
    byToken: (token) => byToken.get(token),
    ephemeral: (messageId) => hidden.get(messageId),
    ephemeralTo: (userId) => [...hidden.values()].filter(({ to }) => to === userId).map(({ message }) => message),
    reply: (interaction, draft) => {
      const message = addReply(world, hidden, interaction, draft);
      changed();
      return message;
    },
    change: (interaction, message, change) => {
      changeReply(world, interaction, message, change);
      changed();
    },
    withdraw: (message) => {
      hidden.delete(message.id);
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
  };
}

/** Whether the presser has got what there is to get: a reply, an update, or a form; a mere "wait" is not enough. */
export function isAnswered(interaction: Interaction): boolean {
  if (interaction.callback === undefined) return false;
  if (interaction.modal !== undefined || wasUpdated(interaction)) return true;
  const loading = interaction.replies.some((message) => isLoading(message));
  return interaction.replies.length > 0 && !loading;
}

/** Whether the pressed message has changed since. */
export function wasUpdated(interaction: Interaction): boolean {
  return interaction.updated || interaction.pressed?.editedMs !== interaction.pressedEditedMs;
}

/** Whether a message still stands for an answer to come. */
export function isLoading(message: StoredMessage): boolean {
  return ((message.parts.flags ?? 0) & MessageFlags.Loading) !== 0;
}

function addReply(
  world: World,
  hidden: Map<string, Hidden>,
  interaction: Interaction,
  draft: Omit<MessageDraft, 'author'>,
): StoredMessage {
  const whole = { ...draft, author: world.bot, parts: { ...draft.parts, interaction: metadata(interaction) } };
  const message = isPrivate(whole)
    ? hide(world, hidden, interaction, whole)
    : createMessage(world, interaction.channel, whole);
  interaction.replies.push(message);
  return message;
}

function changeReply(world: World, interaction: Interaction, message: StoredMessage, change: MessageChange): void {
  if (message === interaction.pressed) interaction.updated = true;
  if (isEphemeral(message)) Object.assign(message, changedFields(message, change));
  else editMessage(world, interaction.channel, message, change);
}

function announce(world: World, interaction: Interaction, body: InteractionBody): void {
  world.publish({
    name: GatewayDispatchEvents.InteractionCreate,
    guildId: interaction.channel.guildId,
    channelId: undefined,
    intents: 0,
    body: () => body(interaction),
  });
}

function newInteraction(world: World, draft: Pick<Interaction, 'type' | 'channel' | 'by' | 'pressed'>): Interaction {
  const id = world.nextId();
  return {
    ...draft,
    id,
    token: `interaction-${id}`,
    pressedEditedMs: draft.pressed?.editedMs,
    madeMs: world.clock.now().getTime(),
    callback: undefined,
    original: undefined,
    replies: [],
    modal: undefined,
    updated: false,
  };
}

function metadata(interaction: Interaction): APIMessageInteractionMetadata {
  const base = { id: interaction.id, user: interaction.by.user, authorizing_integration_owners: {} };
  if (interaction.pressed === undefined) return { ...base, type: 2 };
  return { ...base, type: 3, interacted_message_id: interaction.pressed.id };
}

function isPrivate(draft: Omit<MessageDraft, 'author'>): boolean {
  return ((draft.parts?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function hide(world: World, hidden: Map<string, Hidden>, interaction: Interaction, draft: MessageDraft): StoredMessage {
  const message: StoredMessage = {
    id: world.nextId(),
    channelId: interaction.channel.id,
    author: draft.author,
    type: draft.type ?? 0,
    content: draft.content ?? '',
    editedMs: undefined,
    parts: draft.parts ?? NO_PARTS,
  };
  hidden.set(message.id, { channel: interaction.channel, message, to: interaction.by.user.id });
  return message;
}

function changedFields(message: StoredMessage, change: MessageChange): Partial<StoredMessage> {
  return {
    ...(change.content !== undefined && { content: change.content }),
    ...(change.parts !== undefined && { parts: { ...message.parts, ...change.parts } }),
  };
}
