import { ERASED_KINDS, type ErasedKind } from '../domain/erasure.js';
import type { Flag } from '../domain/flag.js';
import { createdAt, type Snowflake, toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';
import type { ReadRows, WriteRows } from './connection.js';
import { inChunks } from './in-chunks.js';
import type { ErasureTable } from './schema.js';

/** What was forgotten, and up to when. A whole community belongs to none. */
export type Tombstone =
  | { readonly guildId: Snowflake; readonly kind: ErasedKind; readonly id: Snowflake; readonly at: Date }
  | { readonly guildId: undefined; readonly kind: 'guild'; readonly id: Snowflake; readonly at: Date };

type Named = Pick<Tombstone, 'guildId' | 'kind' | 'id'>;

/** Remembers that this was forgotten; a later wish moves the moment on. */
export async function setTombstone(trx: WriteRows, cipher: Cipher, stone: Tombstone): Promise<void> {
  const at = stone.at.getTime();
  await trx
    .insertInto('erasure')
    .values({ ...sealTombstone(stone, cipher), at })
    .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet({ at }).where('erasure.at', '<', at))
    .execute();
}

/** All but the moment, as one key seals and hashes it. */
export function sealTombstone({ guildId, kind, id }: Named, cipher: Cipher): Omit<ErasureTable, 'at'> {
  const guild_id = guildId ?? '';
  return {
    subject_hash: hashErased({ guildId, kind, id }, cipher),
    guild_id,
    kind,
    sealed: cipher.seal(sealPlace(guild_id, kind), id),
  };
}

/** Throws DamagedDatabaseError when the row was sealed with another key. */
export function openTombstone({ guild_id, kind, sealed, at }: ErasureTable, cipher: Cipher): Tombstone {
  const id = toSnowflake(cipher.open(sealPlace(guild_id, kind), sealed));
  if (kind === 'guild') return { guildId: undefined, kind, id, at: new Date(at) };
  return { guildId: toSnowflake(guild_id), kind, id, at: new Date(at) };
}

/** Everything that was forgotten, for what is restored from a backup. */
export async function readTombstones(db: ReadRows, cipher: Cipher): Promise<readonly Tombstone[]> {
  const rows = await db.selectFrom('erasure').selectAll().orderBy('at').execute();
  return rows.map((row) => openTombstone(row, cipher));
}

/** Forgets what was forgotten in this community, or (undefined) which communities were, before a moment. */
export async function dropTombstones(trx: WriteRows, guildId: Snowflake | undefined, before: Date): Promise<void> {
  await trx
    .deleteFrom('erasure')
    .where('guild_id', '=', guildId ?? '')
    .where('at', '<', before.getTime())
    .execute();
}

/** The flags without those that were forgotten: a message that is read again after its author was must not come back. */
export async function withoutForgotten(
  trx: WriteRows,
  cipher: Cipher,
  flags: readonly Flag[],
): Promise<readonly Flag[]> {
  const until = new Map<string, number>();
  for (const chunk of inChunks([...new Set(flags.flatMap((flag) => hashesOf(flag, cipher)))])) {
    const rows = await trx
      .selectFrom('erasure')
      .select(['subject_hash', 'at'])
      .where('subject_hash', 'in', [...chunk])
      .execute();
    for (const row of rows) until.set(row.subject_hash, row.at);
  }
  if (until.size === 0) return flags;
  const isForgotten = (flag: Flag): boolean => {
    const written = createdAt(flag.messageId).getTime();
    return hashesOf(flag, cipher).some((hash) => written <= (until.get(hash) ?? Number.NEGATIVE_INFINITY));
  };
  return flags.filter((flag) => !isForgotten(flag));
}

/** Up to when this channel, or its whole community, was forgotten. Milliseconds since 1970; long ago where neither was. */
export async function forgottenUntil(
  trx: WriteRows,
  cipher: Cipher,
  { guildId, channelId }: { readonly guildId: Snowflake; readonly channelId: Snowflake },
): Promise<number> {
  const row = await trx
    .selectFrom('erasure')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('subject_hash', 'in', [
      hashErased({ guildId, kind: 'channel', id: channelId }, cipher),
      hashErased({ guildId: undefined, kind: 'guild', id: guildId }, cipher),
    ])
    .executeTakeFirst();
  return row?.at ?? Number.NEGATIVE_INFINITY;
}

function hashesOf({ guildId, authorId, messageId, channelId }: Flag, cipher: Cipher): readonly string[] {
  const ids = { user: authorId, message: messageId, channel: channelId };
  return [
    ...ERASED_KINDS.map((kind) => hashErased({ guildId, kind, id: ids[kind] }, cipher)),
    hashErased({ guildId: undefined, kind: 'guild', id: guildId }, cipher),
  ];
}

function hashErased({ guildId, kind, id }: Named, cipher: Cipher): string {
  return cipher.hash('erased', `${guildId ?? ''}:${kind}:${id}`);
}

function sealPlace(guildId: string, kind: Tombstone['kind']): string {
  return `erasure/${guildId}/${kind}`;
}
