import { InteractionResponseType, MessageFlags, MessageType, RESTJSONErrorCodes } from 'discord-api-types/v10';
import { apiMessage } from '../api/api-message.js';
import { numberOf, recordOf } from '../json.js';
import { type Interaction, type Interactions, isLoading, TOKEN_MS } from '../world/interactions.js';
import type { StoredMessage } from '../world/message.js';
import { deleteMessages } from '../world/messages.js';
import type { World } from '../world/world.js';
import { ApiError, invalidBody, unknown } from './api-error.js';
import { type KeepUploads, type MessageBody, readMessageBody, refuseEmpty } from './message-body.js';
import { checkForm } from './message-limits.js';
import type { RestCall, RestRoute } from './route.js';

/** A press must be answered in this time, or its presser reads that it failed. */
export const ACKNOWLEDGE_MS = 3000;

/** Answering presses and commands: the first callback, and what follows through the interaction's own webhook. */
export function interactionRoutes(
  world: World,
  interactions: Interactions,
  keepUploads: KeepUploads,
): readonly RestRoute[] {
  const parts: Parts = { world, interactions, keepUploads };
  const send = (message: StoredMessage) => apiMessage(world, message, { readsContent: true });
  const webhook = '/webhooks/:application/:token';
  const message = `${webhook}/messages/:message`;
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      open: true,
      answer: (call) => callback(parts, call),
    },
    { method: 'POST', path: webhook, open: true, answer: (call) => send(followUp(parts, call)) },
    { method: 'GET', path: message, open: true, answer: (call) => send(messageOf(parts, call).message) },
    { method: 'PATCH', path: message, open: true, answer: (call) => send(change(parts, call)) },
    { method: 'DELETE', path: message, open: true, answer: (call) => withdraw(parts, call) },
  ];
}

interface Parts {
  readonly world: World;
  readonly interactions: Interactions;
  readonly keepUploads: KeepUploads;
}

function callback(parts: Parts, call: RestCall): unknown {
  const interaction = parts.interactions.byToken(call.params.token ?? '');
  const now = parts.world.clock.now().getTime();
  if (interaction === undefined || interaction.id !== call.params.interaction) throw unknownInteraction();
  if (interaction.callback !== undefined)
    throw new ApiError(
      400,
      RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
      'Interaction has already been acknowledged.',
    );
  if (now - interaction.madeMs > ACKNOWLEDGE_MS) throw unknownInteraction();

  const { type, data } = recordOf(call.body);
  const kind = numberOf(type);
  answerWith(parts, interaction, kind, call, data);
  parts.interactions.changed();
  const { with_response: withResponse } = call.query;
  if (withResponse !== 'true') return undefined;
  const { original } = interaction;
  return {
    interaction: { id: interaction.id, type: interaction.type, response_message_id: original?.id },
    ...(original && { resource: { type: kind, message: apiMessage(parts.world, original, { readsContent: true }) } }),
  };
}

function answerWith(
  parts: Parts,
  interaction: Interaction,
  kind: number | undefined,
  call: RestCall,
  data: unknown,
): void {
  const body = () => readMessageBody(call, data, parts.keepUploads);
  switch (kind) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const given = body();
      refuseEmpty(given);
      interaction.callback = kind;
      interaction.original = reply(parts, interaction, given);
      return;
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const given = body();
      interaction.callback = kind;
      const flags = (given.parts.flags ?? 0) | MessageFlags.Loading;
      interaction.original = reply(parts, interaction, { ...given, parts: { flags } });
      return;
    }
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage: {
      if (interaction.pressed === undefined) throw invalidBody('type', 'BASE_TYPE_CHOICES', 'Not a component.');
      const given = kind === InteractionResponseType.UpdateMessage ? body() : undefined;
      interaction.callback = kind;
      interaction.original = interaction.pressed;
      if (given !== undefined) parts.interactions.change(interaction, interaction.pressed, asChange(given));
      return;
    }
    case InteractionResponseType.Modal:
      interaction.modal = checkForm(recordOf(data));
      interaction.callback = kind;
      return;
    default:
      throw invalidBody('type', 'BASE_TYPE_CHOICES', 'Value must be one of (4, 5, 6, 7, 9).');
  }
}

function reply(parts: Parts, interaction: Interaction, body: MessageBody): StoredMessage {
  const { pressed, channel } = interaction;
  const reference = pressed && { message_id: pressed.id, channel_id: channel.id, guild_id: channel.guildId };
  return parts.interactions.reply(interaction, {
    content: body.content ?? '',
    parts: { ...body.parts, ...(reference && { reference }) },
    type: pressed === undefined ? MessageType.ChatInputCommand : MessageType.Reply,
  });
}

function followUp(parts: Parts, call: RestCall): StoredMessage {
  const interaction = interactionOf(parts, call);
  const body = readMessageBody(call, call.body, parts.keepUploads);
  refuseEmpty(body);
  const { original } = interaction;
  if (original === undefined || !isLoading(original)) return reply(parts, interaction, body);
  fill(parts, interaction, original, body);
  return original;
}

function change(parts: Parts, call: RestCall): StoredMessage {
  const { interaction, message } = messageOf(parts, call);
  fill(parts, interaction, message, readMessageBody(call, call.body, parts.keepUploads));
  return message;
}

/** An answer that was announced arrives, or one that is there is changed; the first is no edit. */
function fill(parts: Parts, interaction: Interaction, message: StoredMessage, body: MessageBody): void {
  const flags = (message.parts.flags ?? 0) & ~MessageFlags.Loading;
  const marked = !isLoading(message);
  parts.interactions.change(interaction, message, {
    ...asChange({ ...body, parts: { ...body.parts, flags } }),
    marked,
  });
}

function asChange(body: MessageBody) {
  return { ...(body.content !== undefined && { content: body.content }), parts: body.parts };
}

function withdraw(parts: Parts, call: RestCall): undefined {
  const { interaction, message } = messageOf(parts, call);
  parts.interactions.withdraw(message);
  deleteMessages(parts.world, interaction.channel, [message.id]);
}

function messageOf(
  parts: Parts,
  call: RestCall,
): { readonly interaction: Interaction; readonly message: StoredMessage } {
  const interaction = interactionOf(parts, call);
  const id = call.params.message;
  const message =
    id === '@original' ? interaction.original : interaction.replies.find((candidate) => candidate.id === id);
  if (message === undefined) throw unknown('Message');
  return { interaction, message };
}

function interactionOf(parts: Parts, call: RestCall): Interaction {
  const interaction = parts.interactions.byToken(call.params.token ?? '');
  if (interaction === undefined) throw unknown('Webhook');
  const age = parts.world.clock.now().getTime() - interaction.madeMs;
  if (age > TOKEN_MS) throw new ApiError(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token');
  return interaction;
}

function unknownInteraction(): ApiError {
  return new ApiError(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction');
}
