import { sql } from 'kysely';
import type { Cipher } from './cipher.js';
import type { WriteRows } from './connection.js';
import { proposalPlace, publicationPlace } from './publication-row.js';
import type { Schema } from './schema.js';
import { unlessDamaged } from './unless-damaged.js';

const PAGE = 200;

/** A row by its key, with one sealed column. */
export interface SealedCell {
  readonly key: Readonly<Record<string, string | number>>;
  readonly sealed: string;
}

/** A column whose cells are each sealed for their own place. */
export interface SealedColumn {
  readonly table: keyof Schema & string;
  /** Columns that name a row. */
  readonly key: readonly string[];
  readonly column: string;
  /** The place for which a cell was sealed. */
  readonly place: (key: SealedCell['key']) => string;
}

/** A column that holds the id of a member of the team, and what stands there once they are forgotten. */
export interface PersonColumn extends SealedColumn {
  readonly whenForgotten: 'nobody' | 'erased';
}

/** Every column that names a member of the team. Their tables have a `guild_id`. */
export const PERSON_COLUMNS: readonly PersonColumn[] = [
  // The verdict still needs somebody who gave it.
  { ...inFlag('verdict_by'), whenForgotten: 'erased' },
  { ...inFlag('supported_by'), whenForgotten: 'nobody' },
  { ...inEvent('by'), whenForgotten: 'erased' },
  { ...inSecondReview(), whenForgotten: 'erased' },
  { ...inPause(), whenForgotten: 'erased' },
];

/** Every sealed column that is sealed anew by itself. Those that come with keyed hashes have functions of their own. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  ...PERSON_COLUMNS,
  inFlag('marks'),
  inEvent('note'),
  {
    table: 'pack_publication',
    key: ['number'],
    column: 'sealed',
    place: ({ number }) => publicationPlace(Number(number)),
  },
  { table: 'pack_proposal', key: ['hash'], column: 'sealed', place: ({ hash }) => proposalPlace(String(hash)) },
];

function inFlag(column: 'marks' | 'supported_by' | 'verdict_by'): SealedColumn {
  return { table: 'flag', key: ['id'], column, place: ({ id }) => `flag/${id}/${column}` };
}

function inEvent(column: 'by' | 'note'): SealedColumn {
  const place: SealedColumn['place'] = ({ flag_id, seq }) => `review_event/${flag_id}/${seq}/${column}`;
  return { table: 'review_event', key: ['flag_id', 'seq'], column, place };
}

function inSecondReview(): SealedColumn {
  const place: SealedColumn['place'] = ({ flag_id }) => `second_review/${flag_id}`;
  return { table: 'second_review', key: ['flag_id'], column: 'verdict_by', place };
}

function inPause(): SealedColumn {
  return { table: 'pause', key: ['guild_id'], column: 'paused_by', place: ({ guild_id }) => `pause/${guild_id}` };
}

/** All cells of a column that are not empty, a page in memory at a time; of one community where it is named. */
export async function* readCells(trx: WriteRows, column: SealedColumn, guildId?: string): AsyncGenerator<SealedCell> {
  const sealed = sql.ref<string>(column.column);
  const table = sql.table(column.table);
  const keys = sql.join(column.key.map((name) => sql.ref(name)));
  let after: readonly (string | number)[] | undefined;
  for (;;) {
    const beyond = after === undefined ? sql`true` : sql`(${keys}) > (${sql.join([...after])})`;
    const within = guildId === undefined ? sql`true` : sql`guild_id = ${guildId}`;
    const { rows } = await sql<Record<string, string | number>>`
      select ${keys}, ${sealed} as cell from ${table}
      where ${sealed} is not null and ${beyond} and ${within} order by ${keys} limit ${PAGE}`.execute(trx);
    for (const { cell, ...key } of rows) yield { key, sealed: String(cell) };
    const last = rows.at(-1);
    if (last === undefined) return;
    after = column.key.map((name) => last[name] ?? '');
  }
}

/** Writes one cell. */
export async function writeCell(
  trx: WriteRows,
  column: SealedColumn,
  { key }: SealedCell,
  value: string | null,
): Promise<void> {
  const isRow = Object.entries(key).map(([name, part]) => sql`${sql.ref(name)} = ${part}`);
  await sql`update ${sql.table(column.table)} set ${sql.ref(column.column)} = ${value} where ${sql.join(isRow, sql` and `)}`.execute(
    trx,
  );
}

/** Seals every cell of a column with another key; answers how many could not be read, and stay as they are. */
export async function resealColumn(trx: WriteRows, column: SealedColumn, from: Cipher, to: Cipher): Promise<number> {
  let unreadable = 0;
  for await (const cell of readCells(trx, column)) {
    const text = openCell(column, cell, from);
    if (text === undefined) unreadable += 1;
    else await writeCell(trx, column, cell, to.seal(column.place(cell.key), text));
  }
  return unreadable;
}

/** What stands in a cell; undefined where it was altered. */
export function openCell(column: SealedColumn, { key, sealed }: SealedCell, cipher: Cipher): string | undefined {
  return unlessDamaged(() => cipher.open(column.place(key), sealed));
}
