import { z } from 'zod';
import { communitySchema, defaultsSchema, idText } from './community-schema.js';

/** The whole of the YAML file. Unknown keys are faults: a misspelt setting must not be silently without effect. */
export const settingsSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; not read.'),
  discord: z
    .strictObject({
      readingPerSecond: z
        .int()
        .min(1)
        .max(40)
        .optional()
        .describe(
          "Requests a second that reading history may take of Discord's 50; the rest is for cards and answers.",
        ),
    })
    .optional()
    .describe('How the bot deals with Discord, over all communities.'),
  defaults: defaultsSchema.optional().describe('Shared by all communities.'),
  packs: z
    .strictObject({
      secondApprover: z
        .boolean()
        .optional()
        .describe('Whether a published pack waits for `didbon approve` by a second person.'),
    })
    .optional()
    .describe('How classifier packs are published.'),
  learning: z
    .strictObject({
      fromMessages: z
        .boolean()
        .optional()
        .describe(
          "Whether `didbon learn export` may make examples of members' messages. Discord's Developer Policy forbids it without Discord's written permission.",
        ),
    })
    .optional()
    .describe('What moderators’ verdicts may teach.'),
  communities: z
    .record(idText, communitySchema)
    .nullish()
    .describe('One entry for each Discord server to serve, by its id in quotes.'),
});

export type SettingsInput = z.output<typeof settingsSchema>;

/** The same as JSON Schema, for editors; committed as config/schema.json. */
export function settingsJsonSchema(): object {
  return {
    title: 'Didbon settings',
    ...z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }),
  };
}
