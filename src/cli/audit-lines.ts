import type { Audit } from '../store/audit.js';

const PAGE = 500;

/** Every row of every log as one JSON object a line, oldest first, a page in memory at a time. */
export async function* auditLines(audit: Pick<Audit, 'chains' | 'read'>): AsyncGenerator<string> {
  for (const guildId of await audit.chains()) {
    let after = 0;
    for (;;) {
      const records = await audit.read(guildId, { after, limit: PAGE });
      for (const record of records) yield `${JSON.stringify(record)}\n`;
      const last = records.at(-1);
      if (last === undefined) break;
      after = last.seq;
    }
  }
}
