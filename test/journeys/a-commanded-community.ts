import { expect } from '@jest/globals';
import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { Bot } from '../../src/compose/open-bot.js';
import { type ACommunity, aCommunity, until } from './a-community.js';

/** What is given with a command. */
export type Options = readonly APIApplicationCommandInteractionDataBasicOption[];

/** Lines that say so, one for each time. */
export const registered = (place: ACommunity) =>
  place.logged.filter((line) => line.includes('the commands are registered'));

/** A community whose bot has offered its commands. */
export interface Served {
  readonly place: ACommunity;
  readonly bot: Bot;
  /** Uses a subcommand and answers what is said, to the person alone. */
  use(by: string, name: string, options?: Options): Promise<string>;
  /** Uses a subcommand within a group. */
  useIn(by: string, group: string, name: string, options: Options): Promise<string>;
  /** Uses a command of the menu on a message. */
  useOn(by: string, message: string, name: string): Promise<string>;
}

const HIJRAT = { language: 'tajik', lemma: 'ҳиҷрат', role: 'act-travel', gloss: 'emigrate' } as const;

/** Starts a bot and waits for its commands. */
export async function served(change: Parameters<typeof aCommunity>[0] = {}): Promise<Served> {
  const place = await aCommunity(change);
  const bot = await place.startBot({
    searchTerms: (text) => (text === 'hijrat' ? [HIJRAT] : []),
    budgetCosts: async () => ({
      calls: [{ language: 'tajik', level: 'review', score: 2 }],
      thresholds: { tajik: 1 },
    }),
  });
  await until('the commands', () => registered(place).length === 1);
  const { server, general } = place;
  const said = ({ ephemeral }: Awaited<ReturnType<typeof server.command>>): string => {
    expect(ephemeral).toHaveLength(1);
    const [answer] = ephemeral;
    return [answer?.content, answer?.embeds[0] && JSON.stringify(answer.embeds[0])].filter(Boolean).join('\n');
  };
  const use = async (by: string, option: APIApplicationCommandInteractionDataOption) =>
    said(await server.command(general, 'didbon', by, [option]));
  return {
    place,
    bot,
    use: (by, name, options = []) => use(by, { type: Option.Subcommand, name, options: [...options] }),
    useIn: (by, name, sub, options) =>
      use(by, {
        type: Option.SubcommandGroup,
        name,
        options: [{ type: Option.Subcommand, name: sub, options: [...options] }],
      }),
    useOn: async (by, message, name) => said(await server.useOnMessage(message, name, by)),
  };
}
