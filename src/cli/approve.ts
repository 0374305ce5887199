import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';

const HELP = `
Needs packs.secondApprover, and a pack that somebody else proposed with \`didbon publish\`. A pack that was published meanwhile closes
the proposals before it, because they were compared with another one.

Example:
  $ didbon approve 1f2e3d4c5b6a --by Olim`;

/** `didbon approve`: makes a proposed pack the active one. */
export const addApprove: AddCommand = (program, { io, act }) => {
  program
    .command('approve')
    .summary('make a proposed pack the active one, as a second person')
    .description('Approve a proposed classifier pack, as somebody else than who proposed it.')
    .argument('<hash>', 'the start of the hash, as `didbon packs` lists it')
    .requiredOption('--by <name>', 'who approves')
    .addHelpText('after', HELP)
    .action(act((hash: string, { by }: { readonly by: string }) => approve(io, hash, by)));
};

async function approve(io: Io, hash: string, by: string): Promise<ExitCode> {
  const [{ withPublishParts }, { approvePack }, { renderPublication }] = await Promise.all([
    import('./with-publish-parts.js'),
    import('../publish/approve-pack.js'),
    import('./render-publication.js'),
  ]);
  const made = await withPublishParts(io, ({ parts }) => approvePack({ hash, by }, parts));
  say(io, renderPublication(made, true));
  return EXIT.done;
}
