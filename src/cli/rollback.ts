import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';

interface RollbackOptions {
  readonly by: string;
  readonly why: string;
}

const HELP = `
Without a hash, the version before the active one. It never waits for a second person. The working copy stays as it is.

Examples:
  $ didbon rollback --by Olim --why "alerts on prayers since noon"
  $ didbon rollback 1f2e3d4c5b6a --by Olim --why "back to March"`;

/** `didbon rollback`: restores a past version of the pack. */
export const addRollback: AddCommand = (program, { io, act }) => {
  program
    .command('rollback')
    .summary('make a past version of the pack the active one')
    .description('Make a classifier pack that was published before the active one again.')
    .argument('[hash]', 'the start of its hash, as `didbon packs` lists it')
    .requiredOption('--by <name>', 'who rolls back')
    .requiredOption('--why <reason>', 'what for, for those who look later')
    .addHelpText('after', HELP)
    .action(act((hash: string | undefined, options: RollbackOptions) => rollBack(io, hash, options)));
};

async function rollBack(io: Io, hash: string | undefined, { by, why }: RollbackOptions): Promise<ExitCode> {
  const [{ withPublishParts }, { rollBackPack }, { renderPublication, renderChanges }] = await Promise.all([
    import('./with-publish-parts.js'),
    import('../publish/roll-back-pack.js'),
    import('./render-publication.js'),
  ]);
  const made = await withPublishParts(io, ({ parts }) => rollBackPack({ hash, by, why }, parts));
  for (const line of [renderPublication(made, true), ...renderChanges(made)]) say(io, line);
  return EXIT.done;
}
