import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Settings } from '../settings/settings.js';
import type { Tombstone } from '../store/tombstones.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';
import { withStore } from './with-store.js';
import { explainUnwritten } from './write-private-file.js';

const BACKUP_HELP = `
May be run beside the bot. The key is not in the backup: keep it elsewhere (~/.config/didbon/key). Retention does not reach
into backups: delete those that are older than your longest retention, 180 days unless you set another.

Example:
  $ didbon backup /var/backups/didbon-2026-05-11.sqlite`;

const RESTORE_HELP = `
Stop the bot first. What was forgotten on request since the backup is forgotten in it again, and retention takes the rest at
the next start of the bot. What was read and decided since is lost: messages since then are read again from Discord's
history, and may get a second card.

Example:
  $ didbon restore /var/backups/didbon-2026-05-11.sqlite --replace`;

/** `didbon backup`: the database as it is now, in one file. */
export const addBackup: AddCommand = (program, { io, act }) => {
  program
    .command('backup')
    .summary('write the database into a file')
    .description('Write the SQLite database, as it is now, into a new file that only you may read.')
    .argument('<file>', 'a new file')
    .addHelpText('after', BACKUP_HELP)
    .action(act((file: string) => backup(io, file)));
};

/** `didbon restore`: a backup in the place of the database. */
export const addRestore: AddCommand = (program, { io, act }) => {
  program
    .command('restore')
    .summary('put a backup into the place of the database')
    .description('Put a backup into the place of the SQLite database.')
    .argument('<file>', 'what didbon backup wrote')
    .option('--replace', 'needed where there is a database already')
    .addHelpText('after', RESTORE_HELP)
    .action(act((file: string, { replace }: { replace?: true }) => restore(io, file, replace === true)));
};

async function backup(io: Io, name: string): Promise<ExitCode> {
  const [{ loadSettings }, { databasePlace }, { backupDatabase }, { systemClock }] = await Promise.all([
    import('../settings/settings.js'),
    import('../compose/places.js'),
    import('../store/backup.js'),
    import('../adapters/system/clock.js'),
  ]);
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const file = resolve(io.cwd, name);
  if (existsSync(file)) throw new UsageError(`${name} exists already; name a new file`);
  return await withStore(io, settings, async ({ audit }) => {
    await audit.record({ guildId: undefined, at: systemClock.now(), actor: 'operator', action: 'backup' });
    await backupDatabase(databasePlace(settings), file).catch((error: unknown) => {
      throw explainUnwritten(name, error);
    });
    say(io, `the database is in ${name}; the key is not`);
  });
}

async function restore(io: Io, name: string, replace: boolean): Promise<ExitCode> {
  const [{ loadSettings }, { databasePlace }] = await Promise.all([
    import('../settings/settings.js'),
    import('../compose/places.js'),
  ]);
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const database = databasePlace(settings);
  const file = resolve(io.cwd, name);
  if (!existsSync(file)) throw new UsageError(`there is no file ${name}`);
  if (database.kind === 'postgres' || !existsSync(database.file)) return await putInPlace(io, file, settings, []);
  if (!replace) throw new UsageError(`${database.file} is there already; add --replace if all that is in it shall go`);
  return await putInPlace(io, file, settings, await forgottenSoFar(io, settings));
}

/** Asks the present database, if it can be read: often it is replaced because it cannot. It is closed again before it goes. */
async function forgottenSoFar(io: Io, settings: Settings): Promise<readonly Tombstone[] | undefined> {
  const [{ databasePlace, keySource }, { openStore }, { readForgotten }, { holdTheLease }, { DamagedDatabaseError }] =
    await Promise.all([
      import('../compose/places.js'),
      import('../store/open-store.js'),
      import('../store/restore.js'),
      import('./hold-the-lease.js'),
      import('../store/damaged-database-error.js'),
    ]);
  const [database, key] = [databasePlace(settings), keySource(settings)];
  try {
    const store = await openStore({ database, key });
    try {
      return await holdTheLease(io, store, () => readForgotten(database, key));
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof DamagedDatabaseError)) throw error;
    warn(io, error.message);
    return undefined;
  }
}

async function putInPlace(
  io: Io,
  file: string,
  settings: Settings,
  forgotten: readonly Tombstone[] | undefined,
): Promise<ExitCode> {
  const [{ databasePlace, keySource }, { restoreDatabase }, { systemClock }] = await Promise.all([
    import('../compose/places.js'),
    import('../store/restore.js'),
    import('../adapters/system/clock.js'),
  ]);
  const repeated = await restoreDatabase({
    backup: file,
    database: databasePlace(settings),
    key: keySource(settings),
    forgotten,
    at: systemClock.now(),
  });
  say(io, `the backup is in place; ${repeated} wishes to be forgotten were carried out again`);
  if (forgotten === undefined)
    warn(io, 'what was forgotten since the backup is not known: the database could not be read. Forget it again');
  return EXIT.done;
}
