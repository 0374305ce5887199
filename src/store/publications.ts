import type { AuditEntry } from '../domain/audit.js';
import type { Publication } from '../domain/publication.js';
import { appendAudit } from './append-audit.js';
import type { Cipher } from './cipher.js';
import type { Connection } from './connection.js';
import type { Publications } from './pack-stores.js';
import { endShadow } from './pack-trials.js';
import { toProposal, toProposalRow, toPublication, toPublicationRow } from './publication-row.js';

/** Which pack is active. One statement decides between two who publish at once: the number of a publication is its key. */
export function createPublications(connection: Connection, cipher: Cipher): Publications {
  return {
    async active() {
      const last = await connection.run((db) =>
        db.selectFrom('pack_publication').select(['number', 'hash']).orderBy('number', 'desc').executeTakeFirst(),
      );
      return { revision: last?.number ?? 0, hash: last?.hash };
    },
    async activate(publication, revision) {
      const made = { ...publication, number: revision + 1 };
      const won = await connection.transact(async (trx) => {
        const row = await trx
          .insertInto('pack_publication')
          .values(toPublicationRow(made, cipher))
          .onConflict((conflict) => conflict.column('number').doNothing())
          .returning('number')
          .executeTakeFirst();
        if (row === undefined) return false;
        await trx.deleteFrom('pack_proposal').execute();
        await endShadow(trx, cipher, made.at);
        await appendAudit(trx, cipher, toActivation(made));
        return true;
      });
      return won ? made : undefined;
    },
    async list() {
      const rows = await connection.run((db) =>
        db.selectFrom('pack_publication').selectAll().orderBy('number').execute(),
      );
      return rows.map((row) => toPublication(row, cipher));
    },
    async propose(proposal) {
      const { hash, ...row } = toProposalRow(proposal, cipher);
      await connection.transact(async (trx) => {
        await trx
          .insertInto('pack_proposal')
          .values({ hash, ...row })
          .onConflict((conflict) => conflict.column('hash').doUpdateSet(row))
          .execute();
        await appendAudit(trx, cipher, { ...toAct(proposal), action: 'publish', detail: { proposed: proposal.pack } });
      });
    },
    async proposals() {
      const rows = await connection.run((db) =>
        db.selectFrom('pack_proposal').selectAll().orderBy('at').orderBy('hash').execute(),
      );
      return rows.map((row) => toProposal(row, cipher));
    },
  };
}

/** How a publication stands in the audit log. Who and why stand, sealed, in the publication of this number. */
function toActivation(made: Publication): AuditEntry {
  const action = made.kind === 'rollback' ? 'rollback' : made.approvedBy === undefined ? 'publish' : 'approve';
  const { number, pack, changes } = made;
  return { ...toAct(made), action, detail: { number, pack, changes: changes.length } };
}

function toAct({ hash, at }: Pick<Publication, 'hash' | 'at'>) {
  return { guildId: undefined, at, actor: 'operator', subject: { kind: 'pack', id: hash } } as const;
}
