import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Bot } from '../../src/compose/open-bot.js';
import { type ACommunity, aCommunity, CALL, until } from './a-community.js';

/** What the bot needs to delete and to time out, beside what everybody may. */
export const BOT_RIGHTS = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ModerateMembers;

export interface ACard {
  readonly place: ACommunity;
  readonly bot: Bot;
  /** The card's message id. */
  readonly message: string;
  /** The alert's id. */
  readonly id: string;
  /** The message that the card is about. */
  readonly about: string;
  /** What the card says now. */
  says(): string;
  /** Presses a button of the card. */
  press(action: string, by: string): ReturnType<ACommunity['server']['press']>;
  /** Chooses an entry of its menu. */
  choose(action: string, by: string): ReturnType<ACommunity['server']['press']>;
  /** Waits until somebody is told this privately. */
  told(by: string, what: string): Promise<void>;
  /** What happened to the card by somebody's hand. */
  history(): Promise<readonly string[]>;
}

/** A community with one card in its moderator channel. */
export async function aCard(
  change: Parameters<typeof aCommunity>[0] = {},
  onUnfit: (why: string) => void = () => {},
): Promise<ACard> {
  const place = await aCommunity(change);
  const bot = await place.startBot({ onUnfit });
  const about = place.server.post(place.general, place.member, CALL);
  await until('a card', () => place.cards().length === 1);
  const message = place.cards()[0]?.id ?? '';
  const id = /didbon:confirm:([\w-]+)/.exec(JSON.stringify(place.cards()[0]?.components))?.[1] ?? '';
  return {
    place,
    bot,
    message,
    id,
    about,
    says: () => place.cards().find((card) => card.id === message)?.embeds[0]?.description ?? '',
    press: (action, by) => place.server.press(message, `didbon:${action}:${id}`, by),
    choose: (action, by) => place.server.press(message, `didbon:menu:${id}`, by, [action]),
    told: (by, what) =>
      until(`${by} to be told ${what}`, () =>
        place.server.toldPrivately(by).some((message) => message.content.includes(what)),
      ),
    history: async () => (await bot.store.reviews.history(id)).map((event) => event.kind),
  };
}

/** Gives the bot a role that is above everybody who is there now, with these permissions. */
export function empower({ place }: ACard, permissions = BOT_RIGHTS): string {
  const role = place.server.addRole(place.guild, 'Bots', permissions);
  place.server.setRoles(place.guild, place.server.botId, [role]);
  return role;
}
