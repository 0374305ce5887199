import {
  type ApplicationCommandData,
  type ApplicationCommandOptionData,
  ApplicationCommandOptionType,
  type ApplicationCommandSubCommandData,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { type CommandWords, MENU_COMMANDS } from '../../ports/command.js';

type Key = keyof CommandWords;
type Options = NonNullable<ApplicationCommandSubCommandData['options']>;

const { Subcommand, SubcommandGroup, String: Text, Integer, Boolean: YesNo, User } = ApplicationCommandOptionType;
const LONGEST_SCORED = 2_000;
const LONGEST_WORD = 50;
const MOST_DAYS = 366;
const MOST_ALERTS = 10_000;

/** Only in communities, and only where the bot is a member itself. */
const PLACES = {
  contexts: [InteractionContextType.Guild],
  integrationTypes: [ApplicationIntegrationType.GuildInstall],
};

/** Our commands as Discord is told of them, in English with Russian beside it. Everybody sees them; who may use them is decided when they do. */
export function commandPayload(words: CommandWords): ApplicationCommandData[] {
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: 'didbon',
      ...described('didbon', words),
      ...PLACES,
      options: subcommands(words),
    },
    ...(['assess-message', 'report-message'] as const).map(
      (key): ApplicationCommandData => ({
        type: ApplicationCommandType.Message,
        name: MENU_COMMANDS[key],
        nameLocalizations: { ru: words[key].ru },
        ...PLACES,
      }),
    ),
  ];
}

function subcommands(words: CommandWords): ApplicationCommandOptionData[] {
  const say = (key: Key) => described(key, words);
  const sub = (name: string, key: Key, options: Options = []): ApplicationCommandSubCommandData => ({
    type: Subcommand,
    name,
    ...say(key),
    ...(options.length > 0 && { options }),
  });
  const text = { name: 'text', ...say('score-text'), required: true, minLength: 1, maxLength: LONGEST_SCORED };
  const days = { name: 'days', ...say('report-days'), minValue: 1, maxValue: MOST_DAYS };
  const alerts = {
    name: 'alerts_per_day',
    ...say('budget-alerts'),
    required: true,
    minValue: 1,
    maxValue: MOST_ALERTS,
  };
  const word = { name: 'word', ...say('terms-word'), required: true, minLength: 2, maxLength: LONGEST_WORD };
  const search = sub('search', 'terms-search', [{ type: Text, ...word }]);
  const user = sub('user', 'forget-user', [{ type: User, name: 'who', ...say('forget-who'), required: true }]);
  return [
    sub('status', 'status'),
    sub('score', 'score', [{ type: Text, ...text }]),
    sub('report', 'report', [{ type: Integer, ...days }]),
    sub('coverage', 'coverage'),
    sub('budget', 'budget', [{ type: Integer, ...alerts }]),
    sub('pause', 'pause', [{ type: YesNo, name: 'urgent', ...say('pause-urgent') }]),
    sub('resume', 'resume'),
    { type: SubcommandGroup, name: 'terms', ...say('terms'), options: [search] },
    { type: SubcommandGroup, name: 'forget', ...say('forget'), options: [user] },
  ];
}

function described(key: Key, words: CommandWords) {
  return { description: words[key].en, descriptionLocalizations: { ru: words[key].ru } };
}
