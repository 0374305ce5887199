import { z } from 'zod';
import { INTERFACE_LANGUAGES } from '../domain/community.js';
import { toSnowflake } from '../domain/snowflake.js';
import { explainCron } from './cron-expression.js';

const ID = /^\d{17,20}$/;
const ID_WANTED = 'expected a Discord id in quotes, 17 to 20 digits, such as "123456789012345678"';

/** A Discord id as people write it: digits in quotes, because YAML numbers lose the last digits of an id. */
export const idText = z.string().regex(ID, { error: ID_WANTED });
const id = idText.transform(toSnowflake);
const ids = z.array(id);

const cron = z.string().refine((text) => explainCron(text) === undefined, {
  error: ({ input }) => explainCron(String(input)) ?? 'expected a cron expression',
});

const timezone = z.string().refine(isTimeZone, {
  error: 'expected an IANA time zone such as Asia/Dushanbe, Europe/Moscow or UTC',
});

const hours = (most: number) => z.int().min(0).max(most);
const days = z.int().min(1).max(3650);

/** What a community may say for itself; whatever it leaves out comes from `defaults`. */
const shape = {
  watchedChannels: ids.optional().describe('Channel and category ids to read; empty: every channel the bot may read.'),
  ignoredChannels: ids.optional().describe('Channel and category ids never read; wins over watchedChannels.'),
  readerRoles: z
    .strictObject({ tajik: ids.optional(), uzbek: ids.optional(), russian: ids.optional() })
    .optional()
    .describe('Roles whose members read the language and may confirm alerts in it.'),
  moderatorRoles: ids
    .optional()
    .describe('Roles whose members may press the other buttons; members with Moderate Members may, too.'),
  exemptRoles: ids.optional().describe('Roles whose members are not read at all.'),
  urgentRole: id.nullish().describe('Role pinged once with an urgent card.'),
  timezone: timezone.optional().describe('IANA time zone in which the schedules are meant.'),
  schedules: z
    .strictObject({ catchUp: cron.optional(), weeklyReport: cron.optional(), retention: cron.optional() })
    .optional()
    .describe('Cron expressions: five fields, or six with seconds first.'),
  firstReadHours: hours(24 * 365)
    .optional()
    .describe('How far back a channel is read that was never read before.'),
  editRereadHours: hours(24 * 14)
    .optional()
    .describe('How far back edits and deletions are looked for after downtime.'),
  alertsPerHour: z.int().min(1).max(1000).optional().describe('Cards an hour; urgent ones are never held back.'),
  campaignHours: hours(24 * 30)
    .optional()
    .describe('How long copies of a message join the card of the first; 0: each has a card of its own.'),
  retention: z
    .strictObject({
      deletedTextHours: hours(24 * 365).optional(),
      textDays: days.optional(),
      confirmedDays: days.optional(),
      countsDays: days.optional(),
      auditDays: days.optional(),
      leftDays: z.int().min(0).max(3650).optional(),
    })
    .optional()
    .describe('When text, ids, counts and audit rows go, and all of a community that the bot has left.'),
  interfaceLanguage: z.enum(INTERFACE_LANGUAGES).optional().describe('Language of cards, buttons and reports.'),
  secondReviewShare: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Share of decided alerts, 0 to 1, that another person is asked about again without knowing the verdict.'),
  runbookUrl: z
    .url({ protocol: /^https$/, error: 'expected an address that begins with https://' })
    .nullish()
    .describe('Where the team reads what to do with a confirmed call; linked from the answer to Why?.'),
};

export const defaultsSchema = z.strictObject(shape);

export const communitySchema = z
  .strictObject({
    moderatorChannel: id.describe('Channel that gets the cards. It is never read itself.'),
    ...shape,
  })
  .refine((own) => !own.watchedChannels?.includes(own.moderatorChannel), {
    path: ['watchedChannels'],
    error: 'the moderator channel is among them, but it is never read; expected only other channels',
  });

/** What is written once for all communities. */
export type DefaultsInput = z.output<typeof defaultsSchema>;
/** What is written for one community. */
export type CommunityInput = z.output<typeof communitySchema>;

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
