import { EXIT } from './exit-code.js';
import { say } from './io.js';
import type { AddCommand } from './shell.js';

const HELP = `
Editors that know JSON Schema check and complete the settings by it; config/default.yaml names it in its first line.

Example:
  $ didbon schema > config/schema.json`;

/** `didbon schema`: the JSON Schema of the settings, for editors. */
export const addSchema: AddCommand = (program, { io, act }) => {
  program
    .command('schema')
    .summary('print the JSON Schema of the settings')
    .description('Print the JSON Schema of the YAML file of settings.')
    .addHelpText('after', HELP)
    .action(
      act(async () => {
        const { settingsJsonSchema } = await import('../settings/settings-schema.js');
        say(io, JSON.stringify(settingsJsonSchema(), null, 2));
        return EXIT.done;
      }),
    );
};
