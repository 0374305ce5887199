import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { type Card, type CardButton, type CardMenu, customId, type Form, menuId } from '../../domain/card.js';
import type { PrivateAnswer } from '../../ports/press.js';

const STYLES = { danger: ButtonStyle.Danger, success: ButtonStyle.Success, plain: ButtonStyle.Secondary } as const;

/** Discord honours the first 25 characters of a nonce. */
const NONCE_LENGTH = 25;
const LONGEST_WRITTEN = 300;

/** The one field of our forms. */
export const FORM_FIELD = 'text';

type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

interface CardPayload {
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly allowedMentions: { readonly parse: [] };
}

/** A card as discord.js wants it for an edit: pings nobody. */
export function toEdit(card: Card): CardPayload {
  return { embeds: [toEmbed(card)], components: toRows(card), allowedMentions: { parse: [] } };
}

/** A card as it is first posted: with a nonce against doubles, and the roles that it may ping. */
export function toPost(card: Card) {
  const nonce = (card.nonce ?? card.id.replaceAll('-', '')).slice(0, NONCE_LENGTH);
  const files = card.image ? [{ attachment: Buffer.from(card.image.png), name: card.image.name }] : [];
  const post = { ...toEdit(card), files, nonce, enforceNonce: true };
  const roles = [...(card.pingRole === undefined ? [] : [card.pingRole]), ...(card.callRoles ?? [])];
  if (roles.length === 0) return post;
  return { ...post, content: roles.map((role) => `<@&${role}>`).join(' '), allowedMentions: { roles } };
}

/** Something for one person's eyes, which pings nobody. */
export function toPrivate(answer: string | PrivateAnswer) {
  const allowedMentions = { parse: [] };
  if (typeof answer === 'string') return { content: answer, allowedMentions };
  return { content: answer.text, components: buttonRow(answer), allowedMentions };
}

/** A form, with the custom id of what it is for. */
export function toForm({ action, id, title, label }: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: customId(action, id),
    title,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.TextInput,
            custom_id: FORM_FIELD,
            label,
            style: TextInputStyle.Paragraph,
            min_length: 3,
            max_length: LONGEST_WRITTEN,
            required: true,
          },
        ],
      },
    ],
  };
}

/** A card's title, text and fields. */
export function toEmbed(card: Card): APIEmbed {
  return {
    title: card.title,
    color: card.colour,
    description: card.body,
    fields: card.fields.map(({ name, value, inline }) => ({ name, value, inline })),
    footer: { text: card.footer },
    ...(card.image ? { image: { url: `attachment://${card.image.name}` } } : {}),
  };
}

function toRows(card: Card): Row[] {
  return [...buttonRow(card), ...menuRow(card)];
}

function buttonRow({ id, buttons }: Pick<Card, 'id' | 'buttons'>): APIActionRowComponent<APIButtonComponent>[] {
  if (buttons.length === 0) return [];
  return [{ type: ComponentType.ActionRow, components: buttons.map((button) => toButton(button, id)) }];
}

function menuRow({ id, menu }: Card): APIActionRowComponent<APIStringSelectComponent>[] {
  if (menu === undefined || menu.options.length === 0) return [];
  return [{ type: ComponentType.ActionRow, components: [toMenu(menu, id)] }];
}

function toMenu({ placeholder, options }: CardMenu, id: string): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: menuId(id),
    placeholder,
    options: options.map(({ action, label, hint }) => ({ value: action, label, description: hint })),
  };
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
