import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { AuditRecord } from '../domain/audit.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Audit } from '../store/audit.js';
import type { Store } from '../store/store.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say } from './io.js';
import { readId } from './read-id.js';
import type { AddCommand, Shell } from './shell.js';
import { renderTable } from './table.js';
import { withStore } from './with-store.js';

interface ListOptions {
  readonly last: number;
  readonly guild?: Snowflake;
  readonly reveal?: true;
  readonly json?: true;
}

const HELP = `
Every verdict, action, publish, setting change and erasure stands in it, one log a community and one for the installation.
Persons and things stand under pseudonyms; --reveal shows whom the key of this database still knows them to be.

Examples:
  $ didbon audit --last 50
  $ didbon audit --guild 100000000000000001 --reveal
  $ didbon audit verify
  $ didbon audit export --out audit.jsonl`;

const HEAD = ['community', '#', 'when (UTC)', 'who', 'what', 'whom', 'facts'];

/** `didbon audit`: who did what. */
export const addAudit: AddCommand = (program, shell) => {
  const audit = program
    .command('audit')
    .summary('show, check and export the audit log')
    .description('Show who decided, changed or erased what, and whether the log was altered.')
    .addHelpText('after', HELP);
  addList(audit, shell);
  audit
    .command('verify')
    .description('Check that no row was changed, removed or slipped in; exit code 1 and the first such row if one was.')
    .action(shell.act(() => verify(shell.io)));
  audit
    .command('export')
    .description('Write every row as one JSON object a line, with pseudonyms and hashes.')
    .requiredOption('--out <file>', 'a new file')
    .action(shell.act(({ out }: { out: string }) => exportLog(shell.io, out)));
};

function addList(audit: Command, { io, act }: Shell): void {
  audit
    .command('list', { isDefault: true })
    .description('Show the last rows.')
    .option('--last <n>', 'how many rows of each log', readCount, 20)
    .option('--guild <id>', 'only this community', readId)
    .option('--reveal', 'show ids instead of pseudonyms where they are not erased')
    .option('--json', 'print one JSON object a row and line')
    .action(act((options: ListOptions) => list(io, options)));
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 100_000) return count;
  throw new InvalidArgumentError('expected a whole number from 1 to 100000');
}

async function list(io: Io, { guild, last, reveal, json }: ListOptions): Promise<ExitCode> {
  return await inStore(io, async ({ audit }) => {
    const records: AuditRecord[] = [];
    for (const guildId of await audit.chains())
      if (guild === undefined || guild === guildId) records.push(...(await audit.read(guildId, { limit: last })));
    const shown = reveal === true ? await Promise.all(records.map((record) => revealed(record, audit))) : records;
    if (json === true) for (const record of shown) say(io, JSON.stringify(record));
    else say(io, renderTable(HEAD, shown.map(toCells), io.colour));
  });
}

/** The record with ids in the place of those pseudonyms that are still known. */
async function revealed(record: AuditRecord, audit: Audit): Promise<AuditRecord> {
  const idOf = async (pseudonym: string) => (await audit.reveal(record.guildId, pseudonym))?.id ?? pseudonym;
  const { subject } = record;
  return {
    ...record,
    actor: await idOf(record.actor),
    subject: subject && { ...subject, pseudonym: await idOf(subject.pseudonym) },
  };
}

function toCells({ guildId, seq, at, actor, action, subject, detail }: AuditRecord): string[] {
  const facts = Object.entries(detail).map(([name, value]) => `${name}=${value}`);
  const whom = subject === undefined ? '' : `${subject.kind} ${subject.pseudonym}`;
  const when = at.toISOString().replace('T', ' ').slice(0, 19);
  return [guildId ?? 'installation', String(seq), when, actor, action, whom, facts.join(' ')];
}

async function verify(io: Io): Promise<ExitCode> {
  const found = { altered: false };
  const code = await inStore(io, async ({ audit }) => {
    for (const { guildId, entries, fault } of await audit.verify()) {
      const name = guildId === undefined ? 'installation' : `community ${guildId}`;
      if (fault === undefined) say(io, `${name}: ${entries} rows, as they were written`);
      else say(io, `${name}: row ${fault.seq}: ${fault.what}`);
      found.altered ||= fault !== undefined;
    }
  });
  return found.altered ? EXIT.failed : code;
}

async function exportLog(io: Io, out: string): Promise<ExitCode> {
  const [{ resolve }, { auditLines }, { writePrivateFile }, { systemClock }] = await Promise.all([
    import('node:path'),
    import('./audit-lines.js'),
    import('./write-private-file.js'),
    import('../adapters/system/clock.js'),
  ]);
  return await inStore(io, async ({ audit }) => {
    await writePrivateFile(resolve(io.cwd, out), auditLines(audit));
    await audit.record({
      guildId: undefined,
      at: systemClock.now(),
      actor: 'operator',
      action: 'export',
      detail: { what: 'audit' },
    });
    say(io, `the audit log is in ${out}`);
  });
}

async function inStore(io: Io, look: (store: Store) => Promise<void>): Promise<ExitCode> {
  const { loadSettings } = await import('../settings/settings.js');
  return await withStore(io, loadSettings({ env: io.env, cwd: io.cwd }), look);
}
