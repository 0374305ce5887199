import { Option } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';

interface CheckOptions {
  readonly pack?: string;
}

const HELP = `
Lists every fault of the settings and of the classifier pack at once, as file:line:column, with what would be right.

Exit code 0 when both are sound, 2 when not.

Example:
  $ didbon check`;

/** `didbon check`: whether settings and classifier pack can be used. */
export const addCheck: AddCommand = (program, { io, act }) => {
  program
    .command('check')
    .summary('validate settings and classifier pack')
    .description('Validate the settings and the classifier pack.')
    .addOption(new Option('--pack <folder>', 'classifier pack to check (default: DIDBON_PACK_DIR or the one shipped)'))
    .addHelpText('after', HELP)
    .action(act((options: CheckOptions) => check(io, options)));
};

async function check(io: Io, options: CheckOptions): Promise<ExitCode> {
  const [{ loadSettings }, { packFolder }, { checkPack }] = await Promise.all([
    import('../settings/settings.js'),
    import('./pack-folder.js'),
    import('../packs/check-pack.js'),
  ]);
  const settings = faultsOf(() => loadSettings({ env: io.env, cwd: io.cwd }));
  const folder = packFolder(io, options.pack);
  const pack = faultsOf(() => checkPack(folder));
  if (settings.found !== undefined) say(io, `settings: sound, ${settings.found.communities.size} communities`);
  if (pack.found !== undefined) {
    const { id, counts } = pack.found;
    const listed = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    say(io, `pack: sound, ${id}: ${listed.join(', ')}`);
  }
  const lines = [...settings.lines, ...pack.lines];
  for (const line of lines) warn(io, line);
  if (lines.length === 0) return EXIT.done;
  warn(io, lines.length === 1 ? '1 fault' : `${lines.length} faults`);
  return EXIT.usage;
}

/** What a reader answers, or the faults that it lists; other errors go on. */
function faultsOf<T>(read: () => T): { readonly found: T | undefined; readonly lines: readonly string[] } {
  try {
    return { found: read(), lines: [] };
  } catch (error) {
    if (error instanceof Error && 'faults' in error) return { found: undefined, lines: error.message.split('\n') };
    throw error;
  }
}
