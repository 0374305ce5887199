import type { Client } from 'discord.js';
import type { CommandRegistry } from '../../ports/command.js';
import { RefusedError } from '../../ports/errors.js';
import { commandPayload } from './command-payload.js';
import { translating } from './translate-error.js';

/** Commands of the application, in all of its communities. Asked first, because Discord lets them be made only 200 times a day. */
export function discordCommands(client: Client): CommandRegistry {
  return {
    register: (words) =>
      translating('registering commands', async () => {
        const { application } = client;
        if (application === null) throw new RefusedError('not logged in', 'credentials');
        const wanted = commandPayload(words);
        const there = await application.commands.fetch({ withLocalizations: true });
        const isSame = wanted.every((command) => there.some((known) => known.equals(command)));
        if (isSame && there.size === wanted.length) return false;
        await application.commands.set(wanted);
        return true;
      }),
  };
}
