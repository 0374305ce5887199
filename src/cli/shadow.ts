import type { PackTrial, TrialCounts } from '../domain/pack-trial.js';
import { differenceKind } from '../domain/pack-trial.js';
import type { Store } from '../store/store.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

const HELP = `
While a shadow runs, every bot scores each message with both packs: no alert changes, and differences are counted, with encrypted
links to alerts gained and lost. Publishing or rolling back ends it. It costs as much time a message as the pack in force does.

Examples:
  $ didbon shadow start
  $ didbon shadow start 1f2e3d4c5b6a
  $ didbon shadow report
  $ didbon shadow stop`;

const START_HELP = `
Examples:
  $ didbon shadow start
  $ didbon shadow start /srv/candidate`;

/** `didbon shadow`: tries a pack beside the running bot. */
export const addShadow: AddCommand = (program, { io, act }) => {
  const shadow = program
    .command('shadow')
    .summary('try a pack beside the running bot')
    .description('Have the running bot score with a candidate, too, and show what would have been different.')
    .addHelpText('after', HELP);
  shadow
    .command('start')
    .description('Begin to score with a candidate.')
    .argument('[pack]', 'a folder, or the start of the hash of a kept pack (default: the working copy)')
    .addHelpText('after', START_HELP)
    .action(act((pack: string | undefined) => start(io, pack)));
  shadow
    .command('report')
    .description('Show what the latest shadow would have alerted, and what not.')
    .addHelpText('after', '\nExample:\n  $ didbon shadow report')
    .action(act(() => withTrials(io, (store) => report(io, store))));
  shadow
    .command('stop')
    .description('End the shadow; its report stays.')
    .addHelpText('after', '\nExample:\n  $ didbon shadow stop')
    .action(act(() => withTrials(io, (store) => stop(io, store))));
};

async function start(io: Io, named: string | undefined): Promise<ExitCode> {
  const [{ randomUUID }, { withPublishParts }, judges, { startShadow }, { packFolder }, { existsSync }, { resolve }] =
    await Promise.all([
      import('node:crypto'),
      import('./with-publish-parts.js'),
      import('../publish/open-judges.js'),
      import('../publish/start-shadow.js'),
      import('./pack-folder.js'),
      import('node:fs'),
      import('node:path'),
    ]);
  const isHash = named !== undefined && !existsSync(resolve(io.cwd, named));
  const trial = await withPublishParts(io, async ({ parts, settings }) => {
    const { hash: active } = await parts.store.publications.active();
    const inForce = active === undefined ? judges.judgeOfFolder(settings.packDir) : await judges.judgeInForce(parts);
    const candidate = isHash ? await judges.judgeOfHash(named, parts) : judges.judgeOfFolder(packFolder(io, named));
    return await startShadow(candidate, inForce, { ...parts, newId: randomUUID });
  });
  say(io, `${trial.pack} scores beside ${trial.against} within half a minute; see \`didbon shadow report\``);
  return EXIT.done;
}

async function withTrials(io: Io, act: (store: Store) => Promise<void>): Promise<ExitCode> {
  const [{ loadSettings }, { withStore }] = await Promise.all([
    import('../settings/settings.js'),
    import('./with-store.js'),
  ]);
  return await withStore(io, loadSettings({ env: io.env, cwd: io.cwd }), act);
}

async function report(io: Io, { packTrials }: Store): Promise<void> {
  const latest = (await packTrials.list()).find(({ kind }) => kind === 'shadow');
  if (latest === undefined) throw new UsageError('no shadow was started yet; start one with `didbon shadow start`');
  const [{ renderTrial }, { renderDifferences }] = await Promise.all([
    import('./render-publication.js'),
    import('./render-backtest.js'),
  ]);
  const differences = await packTrials.differences(latest.id);
  say(io, `${latest.pack}: ${renderTrial(latest)}`);
  for (const one of differences.filter((difference) => differenceKind(difference) !== 'moved'))
    say(io, `${differenceKind(one)} ${one.was} → ${one.now} ${one.category ?? ''} ${one.language} ${one.link ?? ''}`);
  const rows = differences.map((one) => ({ ...one, category: one.category ?? '-', kind: differenceKind(one) }));
  if (rows.length > 0) say(io, renderDifferences(rows, io.colour));
  const missing = total(latest) - differences.length;
  if (missing > 0) say(io, `${missing} more are counted, but no longer kept one by one`);
}

function total({ gained, lost, moved }: PackTrial & TrialCounts): number {
  return gained + lost + moved;
}

async function stop(io: Io, { packTrials }: Store): Promise<void> {
  const { systemClock } = await import('../adapters/system/clock.js');
  const running = await packTrials.running();
  if (running === undefined) throw new UsageError('no shadow runs');
  await packTrials.end(running.id, systemClock.now());
  say(io, `${running.pack} scores no more; its report stays: didbon shadow report`);
}
