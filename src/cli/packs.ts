import type { Store } from '../store/store.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';

interface PacksOptions {
  readonly json?: true;
  readonly to?: string;
}

const HELP = `
The active version is marked *, a proposal that waits for a second person ?. Times are UTC.

Examples:
  $ didbon packs
  $ didbon packs 1f2e3d4c5b6a                    what it changed, and what it was tried on
  $ didbon packs 1f2e3d4c5b6a --to /tmp/march    writes its files into a folder`;

/** `didbon packs`: which versions of the pack were published. */
export const addPacks: AddCommand = (program, { io, act }) => {
  program
    .command('packs')
    .summary('list the published versions of the pack')
    .description('List the published versions of the classifier pack, or show one.')
    .argument('[hash]', 'the start of the hash of one version')
    .option('--json', 'print one JSON object a version and line')
    .option('--to <folder>', 'write the files of this version into a folder')
    .addHelpText('after', HELP)
    .action(act((hash: string | undefined, options: PacksOptions) => packs(io, hash, options)));
};

async function packs(io: Io, hash: string | undefined, options: PacksOptions): Promise<ExitCode> {
  const [{ loadSettings }, { withStore }, { UsageError }] = await Promise.all([
    import('../settings/settings.js'),
    import('./with-store.js'),
    import('./usage-error.js'),
  ]);
  if (hash === undefined && options.to !== undefined) throw new UsageError('--to needs the hash of a version');
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  return withStore(io, settings, (store) =>
    hash === undefined ? list(io, store, options.json === true) : show(io, store, hash, options.to),
  );
}

async function list(io: Io, { publications }: Store, json: boolean): Promise<void> {
  const { renderPublication, renderProposal } = await import('./render-publication.js');
  const [past, proposals] = [await publications.list(), await publications.proposals()];
  const active = past.at(-1);
  if (json) {
    for (const one of past) say(io, JSON.stringify({ ...one, isActive: one === active }));
    for (const one of proposals) say(io, JSON.stringify({ ...one, kind: 'proposal', isActive: false }));
    return;
  }
  if (past.length === 0)
    say(io, 'nothing was published yet: the bot works with the working copy as it was at its start');
  for (const one of past) say(io, renderPublication(one, one === active));
  for (const one of proposals) say(io, renderProposal(one));
}

async function show(io: Io, store: Store, wanted: string, to: string | undefined): Promise<void> {
  const [{ findHash }, { trialsOf }, render] = await Promise.all([
    import('../publish/find-hash.js'),
    import('../publish/trials-of.js'),
    import('./render-publication.js'),
  ]);
  const hash = findHash(wanted, await store.packBlobs.list());
  const past = await store.publications.list();
  for (const one of past.filter((published) => published.hash === hash)) {
    say(io, render.renderPublication(one, one === past.at(-1)));
    for (const line of render.renderChanges(one, Number.POSITIVE_INFINITY)) say(io, line);
  }
  const trials = trialsOf(hash, await store.packTrials.list());
  for (const line of render.renderTrials(trials)) say(io, line);
  if (to !== undefined) await write(io, store, hash, to);
}

async function write(io: Io, { packBlobs }: Store, hash: string, to: string): Promise<void> {
  const [{ resolve }, { unpackInto }] = await Promise.all([import('node:path'), import('../packs/pack-archive.js')]);
  const archive = await packBlobs.read(hash);
  if (archive === undefined) return;
  unpackInto(archive, resolve(io.cwd, to));
  say(io, `its files are in ${to}`);
}
