import type { Settings } from '../settings/settings.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';

const HELP = `
Stop the bot first, and run no other command meanwhile. A new key is made beside the old one, everything is sealed with it in
one transaction, and the key file is replaced. If it is interrupted, run it again: nothing is half done.

The old key stays beside the new one as KEYFILE.old, for backups made before. Delete both when you need them no longer; if the
old key was seen by somebody, delete them at once. Where the key is in DIDBON_KEY, put the new one into DIDBON_NEW_KEY
first (openssl rand -base64 32), and into DIDBON_KEY afterwards.

Example:
  $ didbon key rotate`;

/** `didbon key rotate`: another key for everything that is encrypted. */
export const addKey: AddCommand = (program, { io, act }) => {
  program
    .command('key')
    .summary('change the encryption key')
    .description('Look after the encryption key.')
    .command('rotate')
    .description('Encrypt everything with a new key.')
    .addHelpText('after', HELP)
    .action(act(() => rotate(io)));
};

async function rotate(io: Io): Promise<ExitCode> {
  const [{ loadSettings }, { openExistingStore }, { holdTheLease }] = await Promise.all([
    import('../settings/settings.js'),
    import('../compose/open-existing-store.js'),
    import('./hold-the-lease.js'),
  ]);
  const settings = loadSettings({ env: io.env, cwd: io.cwd });
  const store = await openExistingStore(settings);
  if (store === undefined) {
    warn(io, `there is no database in ${settings.dataDir} yet: its key will be made when there is`);
    return EXIT.failed;
  }
  try {
    await holdTheLease(io, store, () => rotateAlone(io, settings));
    return EXIT.done;
  } finally {
    await store.close();
  }
}

async function rotateAlone(io: Io, settings: Settings): Promise<void> {
  const [{ rotateKey }, places, { systemClock }] = await Promise.all([
    import('../store/rotate-key.js'),
    import('../compose/places.js'),
    import('../adapters/system/clock.js'),
  ]);
  const key = places.keySource(settings);
  const { flags, unreadable } = await rotateKey({
    database: places.databasePlace(settings),
    key,
    newKey: settings.secrets.newKey,
    at: systemClock.now(),
  });
  say(io, `${flags} flags and the audit log are sealed with the new key`);
  if (unreadable > 0) warn(io, `${unreadable} values had been altered and could not be read; they stay as they are`);
  if (key.kind === 'file')
    say(io, `the old key is in ${key.path}.old: it opens backups made before; delete both in time`);
  else say(io, 'now put the new key into DIDBON_KEY, and remove DIDBON_NEW_KEY');
}
