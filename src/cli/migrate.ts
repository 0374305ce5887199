import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import type { AddCommand } from './shell.js';

const HELP = `
A SQLite database is migrated whenever Didbon opens it. A PostgreSQL database is not, so that of many processes none
changes it under the others: stop them, run this once, start them again.

Example:
  $ didbon migrate`;

/** `didbon migrate`: brings the database up to this version of the program. */
export const addMigrate: AddCommand = (program, { io, act }) => {
  program
    .command('migrate')
    .summary("bring the database's tables up to this version")
    .description('Make or change the tables of the database that the settings name. May be run twice.')
    .addHelpText('after', HELP)
    .action(act(() => migrateDatabase(io)));
};

async function migrateDatabase(io: Io): Promise<ExitCode> {
  const [{ loadSettings }, { databasePlace }, { migrate }, { describePlace }] = await Promise.all([
    import('../settings/settings.js'),
    import('../compose/places.js'),
    import('../store/migrate.js'),
    import('../store/database-place.js'),
  ]);
  const database = databasePlace(loadSettings({ env: io.env, cwd: io.cwd }));
  const steps = await migrate({ database });
  const place = describePlace(database);
  if (steps.length === 0) say(io, `${place} is up to date`);
  for (const step of steps) say(io, `${place}: ${step} done`);
  return EXIT.done;
}
