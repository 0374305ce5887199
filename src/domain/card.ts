import type { Snowflake } from './snowflake.js';

/** What a moderator can press on an alert's card. */
export const CARD_ACTIONS = ['confirm', 'false-alarm', 'why'] as const;
/** What can be pressed on the card that says how many alerts wait. */
export const OVERFLOW_ACTION = 'waiting' as const;
export type AlertAction = (typeof CARD_ACTIONS)[number];
export type CardAction = AlertAction | typeof OVERFLOW_ACTION;

export interface CardButton {
  readonly action: CardAction;
  readonly label: string;
  readonly style: 'danger' | 'success' | 'plain';
  readonly disabled: boolean;
}

/** A card in the moderator channel as plain data: already escaped, within Discord's limits. */
export interface Card {
  /** The alert's or report's id; the buttons' custom ids carry it, so a card can be found again. */
  readonly id: string;
  /** Names one posting of the card, at most 25 characters: posted twice within minutes it is one message. Without it the id does. */
  readonly nonce?: string;
  readonly title: string;
  /** 24-bit RGB. */
  readonly colour: number;
  readonly body: string;
  readonly fields: readonly { readonly name: string; readonly value: string; readonly inline: boolean }[];
  readonly footer: string;
  readonly buttons: readonly CardButton[];
  /** Shown below the text. Undefined for none; only a first posting brings it. */
  readonly image?: { readonly name: string; readonly png: Uint8Array };
  /** The one role this card may ping, when it is first posted. */
  readonly pingRole: Snowflake | undefined;
}

/** The custom id of a button: bound to one alert by its random id. */
export function customId(action: CardAction, id: string): string {
  return `didbon:${action}:${id}`;
}

/** Reads a button's custom id; undefined for one that is not ours. */
export function readCustomId(text: string): { readonly action: CardAction; readonly id: string } | undefined {
  const [prefix, action, id, ...rest] = text.split(':');
  const known = [...CARD_ACTIONS, OVERFLOW_ACTION].find((candidate) => candidate === action);
  if (prefix !== 'didbon' || known === undefined || id === undefined || id === '' || rest.length > 0) return undefined;
  return { action: known, id };
}
