import { Option } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';

interface PublishOptions {
  readonly pack?: string;
  readonly by: string;
  readonly why: string;
}

const HELP = `
The pack must be valid, its models must belong to it (\`didbon train\`), and every functional case must be right. It is stored as
it is, by the hash of its content; every running bot takes it over within half a minute. Names are taken as given.

With packs.secondApprover the pack only waits for \`didbon approve\` by somebody else.

Example:
  $ didbon publish --by Zarina --why "two new words for pledges"`;

/** `didbon publish`: makes the working copy the active pack. */
export const addPublish: AddCommand = (program, { io, act }) => {
  program
    .command('publish')
    .summary('make the working copy of the pack the active one')
    .description('Publish a classifier pack: check it, try it on its cases, store it, make it the active one.')
    .requiredOption('--by <name>', 'who publishes')
    .requiredOption('--why <reason>', 'what for, for those who look later')
    .addOption(new Option('--pack <folder>', 'pack to publish (default: DIDBON_PACK_DIR or the one shipped)'))
    .addHelpText('after', HELP)
    .action(act((options: PublishOptions) => publish(io, options)));
};

async function publish(io: Io, { pack, by, why }: PublishOptions): Promise<ExitCode> {
  const [{ withPublishParts }, { publishPack }, { packFolder }, render] = await Promise.all([
    import('./with-publish-parts.js'),
    import('../publish/publish-pack.js'),
    import('./pack-folder.js'),
    import('./render-publication.js'),
  ]);
  const folder = packFolder(io, pack);
  const done = await withPublishParts(io, ({ settings: { secondApprover }, parts }) =>
    publishPack({ folder, by, why, secondApprover }, parts),
  );
  const made = done.kind === 'published' ? done.publication : done.proposal;
  const what = done.kind === 'published' ? `published as no. ${done.publication.number}` : 'proposed';
  say(io, `${made.pack} (${render.shortHash(made.hash)}) is ${what}`);
  say(io, `  cases: all ${done.cases} right`);
  for (const line of [...render.renderTrials(done.trials), ...render.renderChanges(made)]) say(io, line);
  say(
    io,
    done.kind === 'published'
      ? 'Running bots take it over within half a minute.'
      : `Somebody else makes it the active pack with: didbon approve ${render.shortHash(made.hash)} --by NAME`,
  );
  return EXIT.done;
}
