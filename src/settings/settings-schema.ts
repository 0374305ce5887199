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
