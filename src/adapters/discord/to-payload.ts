import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { type Card, type CardButton, customId } from '../../domain/card.js';

const STYLES = { danger: ButtonStyle.Danger, success: ButtonStyle.Success, plain: ButtonStyle.Secondary } as const;

/** Discord honours the first 25 characters of a nonce. */
const NONCE_LENGTH = 25;

interface CardPayload {
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  readonly allowedMentions: { readonly parse: [] };
}

/** A card as discord.js wants it for an edit: pings nobody. */
export function toEdit(card: Card): CardPayload {
  return { embeds: [toEmbed(card)], components: toRows(card), allowedMentions: { parse: [] } };
}

/** A card as it is first posted: with a nonce against doubles, and the one role that it may ping. */
export function toPost(card: Card) {
  const nonce = (card.nonce ?? card.id.replaceAll('-', '')).slice(0, NONCE_LENGTH);
  const files = card.image ? [{ attachment: Buffer.from(card.image.png), name: card.image.name }] : [];
  const post = { ...toEdit(card), files, nonce, enforceNonce: true };
  if (card.pingRole === undefined) return post;
  return { ...post, content: `<@&${card.pingRole}>`, allowedMentions: { roles: [card.pingRole] } };
}

function toEmbed(card: Card): APIEmbed {
  return {
    title: card.title,
    color: card.colour,
    description: card.body,
    fields: card.fields.map(({ name, value, inline }) => ({ name, value, inline })),
    footer: { text: card.footer },
    ...(card.image ? { image: { url: `attachment://${card.image.name}` } } : {}),
  };
}

function toRows(card: Card): APIActionRowComponent<APIButtonComponent>[] {
  if (card.buttons.length === 0) return [];
  return [{ type: ComponentType.ActionRow, components: card.buttons.map((button) => toButton(button, card.id)) }];
}

function toButton(button: CardButton, id: string): APIButtonComponent {
  return {
    type: ComponentType.Button,
    custom_id: customId(button.action, id),
    label: button.label,
    style: STYLES[button.style],
    disabled: button.disabled,
  };
}
