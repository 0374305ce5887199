import { type MigrationProvider, Migrator } from 'kysely';
import { type Connection, connect } from './connection.js';
import { type DatabasePlace, describePlace } from './database-place.js';
import { MIGRATIONS } from './migrations.js';
import { SchemaBehindError } from './schema-behind-error.js';

const PROVIDER: MigrationProvider = { getMigrations: async () => ({ ...MIGRATIONS }) };

/** Brings the database's schema up to this program; answers the names of the steps taken. Repeat-safe, also from two processes at once. */
export async function migrate(options: { readonly database: DatabasePlace }): Promise<readonly string[]> {
  const connection = connect(options);
  try {
    return await migrateConnection(connection, describePlace(options.database));
  } finally {
    await connection.close();
  }
}

/** As `migrate`, on a connection that stays open. */
export async function migrateConnection(connection: Connection, place: string): Promise<readonly string[]> {
  return connection.run(async (db) => {
    const { error, results } = await new Migrator({ db, provider: PROVIDER }).migrateToLatest();
    if (error !== undefined) throw explain(error, place);
    return (results ?? []).map((result) => result.migrationName);
  });
}

/** Throws SchemaBehindError, naming the command, when the schema is not this program's. */
export async function refuseOldSchema(connection: Connection, place: string): Promise<void> {
  const pending = await connection.run((db) => new Migrator({ db, provider: PROVIDER }).getMigrations());
  const behind = pending.filter((migration) => migration.executedAt === undefined).length;
  if (behind > 0)
    throw new SchemaBehindError(
      `the database ${place} is ${behind} migration(s) behind this program. Run: didbon migrate`,
    );
}

function explain(error: unknown, place: string): unknown {
  if (error instanceof Error && error.message.startsWith('corrupted migrations'))
    return new SchemaBehindError(`the database ${place} was made by a newer Didbon. Update this program`, {
      cause: error,
    });
  return error;
}
