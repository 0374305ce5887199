import { Argument } from 'commander';
import type { Erased } from '../domain/erasure.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Store } from '../store/store.js';
import type { ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import { readId } from './read-id.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';
import { withStore } from './with-store.js';

const KINDS = ['user', 'message', 'channel', 'guild'] as const;
type Kind = (typeof KINDS)[number];

interface ForgetOptions {
  readonly guild?: Snowflake;
  readonly yes?: true;
}

const HELP = `
Erases text and ids of every flag of this person, message or channel, names in verdicts and the key of its pseudonyms in the
audit log, in every community or one; of a community (guild) everything. Counts without ids stay. What was written up to
now is not flagged again when it is read again. It cannot be undone.

The running bot edits the cards within minutes, a stopped one at its next start. Backups that \`didbon backup\` made are not
touched; \`didbon restore\` erases again what was forgotten since. PostgreSQL frees the space at its next vacuum: run VACUUM
to have it at once, and see to your own dumps and archived write-ahead log.

Examples:
  $ didbon forget user 100000000000000007
  $ didbon forget channel 100000000000000008 --guild 100000000000000001
  $ didbon forget guild 100000000000000001 --yes`;

/** `didbon forget`: erasure on request. */
export const addForget: AddCommand = (program, { io, act }) => {
  program
    .command('forget')
    .summary('erase what is held of a person, message, channel or community')
    .description('Erase what is held of a person, message, channel or community.')
    .addArgument(new Argument('<kind>', 'what to forget').choices(KINDS))
    .argument('<id>', 'its Discord id', readId)
    .option('--guild <id>', 'only in this community', readId)
    .option('--yes', 'needed for a whole community')
    .addHelpText('after', HELP)
    .action(act((kind: Kind, id: Snowflake, options: ForgetOptions) => forget(io, { kind, id }, options)));
};

interface Wish {
  readonly kind: Kind;
  readonly id: Snowflake;
}

async function forget(io: Io, { kind, id }: Wish, { guild, yes }: ForgetOptions): Promise<ExitCode> {
  if (kind === 'guild' && yes !== true)
    throw new UsageError(`everything that is held of the community ${id} would be erased; add --yes if that is meant`);
  const [{ loadSettings }, { systemClock }] = await Promise.all([
    import('../settings/settings.js'),
    import('../adapters/system/clock.js'),
  ]);
  return await withStore(io, loadSettings({ env: io.env, cwd: io.cwd }), async (store) => {
    const by = { actor: 'operator', at: systemClock.now() } as const;
    if (kind === 'guild') {
      tell(io, id, await store.erasure.forgetCommunity({ guildId: id, ...by, canEditCards: true }));
      return;
    }
    for (const guildId of await communitiesOf(store, guild))
      tell(io, guildId, await store.erasure.forget({ guildId, kind, id, ...by }));
  });
}

async function communitiesOf({ flags }: Store, guild: Snowflake | undefined): Promise<readonly Snowflake[]> {
  const kept = await flags.communities();
  if (guild === undefined) return kept;
  if (kept.includes(guild)) return [guild];
  throw new UsageError(`nothing is held of a community ${guild}; there are ${kept.join(', ') || 'none'}`);
}

function tell(io: Io, guildId: Snowflake, { flags, cards, names }: Erased): void {
  say(io, `community ${guildId}: ${flags} flags erased, ${cards} cards to be edited, ${names} names taken out`);
}
