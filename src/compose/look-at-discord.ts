import { discordLook } from '../adapters/discord/discord-look.js';
import type { DiscordFacts } from '../ports/discord-look.js';
import type { Settings } from '../settings/settings.js';

/** What Discord says of the bot and the communities of the settings. Throws RefusedError and UnavailableError. */
export async function lookAtDiscord({ discordApi, communities }: Settings, token: string): Promise<DiscordFacts> {
  return await discordLook(token, discordApi).facts([...communities.keys()]);
}
