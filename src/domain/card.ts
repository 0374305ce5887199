import type { Snowflake } from './snowflake.js';

/** What stands on a card as a button. Of claim and release, one at a time. */
export const BUTTON_ACTIONS = ['confirm', 'false-alarm', 'unsure', 'claim', 'release', 'why'] as const;
/** What is rarer stands in the menu below the buttons, so that a card stays readable on a phone. */
export const MENU_ACTIONS = ['ask-reader', 'hold', 'unhold', 'delete-message', 'time-out', 'history'] as const;
/** What is pressed in an answer that only one person sees, or on the invitation to a second opinion. */
export const PRIVATE_ACTIONS = [
  'delete-now',
  'time-out-hour',
  'time-out-day',
  'time-out-week',
  'second-look',
  'second-confirm',
  'second-false-alarm',
] as const;
/** All that a moderator can press about an alert. */
export const CARD_ACTIONS = [...BUTTON_ACTIONS, ...MENU_ACTIONS, ...PRIVATE_ACTIONS] as const;
/** What can be pressed on the card that says how many alerts wait. */
export const OVERFLOW_ACTION = 'waiting' as const;
export type MenuAction = (typeof MENU_ACTIONS)[number];
export type AlertAction = (typeof CARD_ACTIONS)[number];
export type CardAction = AlertAction | typeof OVERFLOW_ACTION;

export interface CardButton {
  readonly action: CardAction;
  readonly label: string;
  readonly style: 'danger' | 'success' | 'plain';
  readonly disabled: boolean;
}

/** A menu of which one entry is chosen at a time. */
export interface CardMenu {
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
  readonly options: readonly { readonly action: MenuAction; readonly label: string; readonly hint: string }[];
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
  /** One row: at most five. */
  readonly buttons: readonly CardButton[];
  /** Shown below the text. Undefined for none; only a first posting brings it. */
  readonly image?: { readonly name: string; readonly png: Uint8Array };
  readonly menu?: CardMenu | undefined;
  /** The one role this card may ping, when it is first posted. */
  readonly pingRole: Snowflake | undefined;
  /** Roles that a card which is nothing but a call for them pings, when it is posted. */
  readonly callRoles?: readonly Snowflake[] | undefined;
}

/** A form in a window of its own, with one text to write. */
export interface Form {
  readonly action: 'hold';
  readonly id: string;
  /** At most 45 characters. */
  readonly title: string;
  /** At most 45 characters. */
  readonly label: string;
}

/** Marks the menu's own custom id: what is chosen in it comes as its value. */
const MENU = 'menu';

/** The custom id of a button or form: bound to one alert by its random id. */
export function customId(action: CardAction, id: string): string {
  return `didbon:${action}:${id}`;
}

/** The custom id of a card's menu. */
export function menuId(id: string): string {
  return `didbon:${MENU}:${id}`;
}

/** Reads a custom id, of a menu with what was chosen in it; undefined for one that is not ours. */
export function readCustomId(
  text: string,
  chosen?: string,
): { readonly action: CardAction; readonly id: string } | undefined {
  const [prefix, action, id, ...rest] = text.split(':');
  if (prefix !== 'didbon' || id === undefined || id === '' || rest.length > 0) return undefined;
  const known =
    action === MENU
      ? MENU_ACTIONS.find((candidate) => candidate === chosen)
      : [...CARD_ACTIONS, OVERFLOW_ACTION].find((candidate) => candidate === action);
  return known === undefined ? undefined : { action: known, id };
}
