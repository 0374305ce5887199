import type { Snowflake } from '../domain/snowflake.js';
import type { Held } from '../store/held.js';
import type { Store } from '../store/store.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import { readId } from './read-id.js';
import type { AddCommand } from './shell.js';
import { withStore } from './with-store.js';
import { writePrivateFile } from './write-private-file.js';

interface ExportOptions {
  readonly guild?: Snowflake;
  readonly out?: string;
}

const HELP = `
For a person who asks what is held on them: flags of what they wrote, with text, reasons and what was decided; what they did
as a member of the team; nothing about others, and not who decided. It is readable text: hand it over safely, and delete it.

Examples:
  $ didbon export user 100000000000000007 --out held.json`;

/** `didbon export user`: what is held on a person, decrypted. */
export const addExport: AddCommand = (program, { io, act }) => {
  program
    .command('export')
    .summary('write down what is held on a person')
    .description('Write down what is held.')
    .command('user')
    .description('Write what is held on a person as JSON.')
    .argument('<id>', 'their Discord id', readId)
    .option('--guild <id>', 'only in this community', readId)
    .option('--out <file>', 'a new file that only you may read, instead of the terminal')
    .addHelpText('after', HELP)
    .action(act((id: Snowflake, options: ExportOptions) => exportHeld(io, id, options)));
};

async function exportHeld(io: Io, person: Snowflake, { guild, out }: ExportOptions): Promise<ExitCode> {
  const [{ resolve }, { loadSettings }, { systemClock }] = await Promise.all([
    import('node:path'),
    import('../settings/settings.js'),
    import('../adapters/system/clock.js'),
  ]);
  return await withStore(io, loadSettings({ env: io.env, cwd: io.cwd }), async (store) => {
    const held = await gather(store, person, guild);
    const text = JSON.stringify({ user: person, communities: held }, undefined, 2);
    if (out === undefined) say(io, text);
    else await writePrivateFile(resolve(io.cwd, out), [`${text}\n`]);
    const at = systemClock.now();
    for (const { guild: guildId, flags } of held) {
      // Without the person: one who asks must not stand in the log for asking.
      const detail = { what: 'user', flags: flags.length };
      await store.audit.record({ guildId, at, actor: 'operator', action: 'export', detail });
    }
    if (out !== undefined) say(io, `what is held on ${person} in ${held.length} communities is in ${out}`);
  });
}

/** Communities in which something is held. */
async function gather(
  { flags, erasure }: Store,
  person: Snowflake,
  guild: Snowflake | undefined,
): Promise<readonly (Held & { readonly guild: Snowflake })[]> {
  const found: (Held & { readonly guild: Snowflake })[] = [];
  for (const guildId of await flags.communities()) {
    if (guild !== undefined && guild !== guildId) continue;
    const held = await erasure.held(guildId, person);
    if (held.flags.length > 0 || held.acts.length > 0) found.push({ guild: guildId, ...held });
  }
  return found;
}
