import type { Snowflake } from '../domain/snowflake.js';
import { chainOf, toRecord } from './audit-chain.js';
import type { ReadRows } from './connection.js';
import type { Period } from './store.js';

/** How many texts went because their time was over, as the audit log has it. */
export async function countErased(db: ReadRows, guildId: Snowflake, period: Period): Promise<number> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('chain', '=', chainOf(guildId))
    .where('action', '=', 'erase')
    .where('at', '>=', period.from.getTime())
    .where('at', '<', period.to.getTime())
    .execute();
  return rows
    .map((row) => toRecord(row).detail)
    .reduce((sum, { because, flags }) => (because === 'retention' ? sum + Number(flags) : sum), 0);
}
