import type { Proposal, Publication } from '../domain/publication.js';
import type { Cipher } from './cipher.js';
import type { PackProposalTable, PackPublicationTable } from './pack-schema.js';

/** Names of people and what they wrote. */
interface Said {
  readonly by: string;
  readonly why: string;
  readonly approvedBy?: string | undefined;
}

/** A publication as a row: who and why are sealed for it. */
export function toPublicationRow({ by, why, approvedBy, ...made }: Publication, cipher: Cipher): PackPublicationTable {
  const said: Said = { by, why, approvedBy };
  return {
    number: made.number,
    kind: made.kind,
    hash: made.hash,
    pack: made.pack,
    at: made.at.getTime(),
    changes: JSON.stringify(made.changes),
    previous: made.previous ?? null,
    sealed: cipher.seal(publicationPlace(made.number), JSON.stringify(said)),
  };
}

/** Reads a row. Throws DamagedDatabaseError when what it seals was sealed for another row. */
export function toPublication(row: PackPublicationTable, cipher: Cipher): Publication {
  // GCM vouches that this is what `toPublicationRow` sealed for this very row, so its shape is known.
  const said: Said = JSON.parse(cipher.open(publicationPlace(row.number), row.sealed));
  return {
    number: row.number,
    kind: row.kind,
    hash: row.hash,
    pack: row.pack,
    at: new Date(row.at),
    changes: JSON.parse(row.changes),
    previous: row.previous ?? undefined,
    by: said.by,
    why: said.why,
    approvedBy: said.approvedBy,
  };
}

/** A proposal as a row, likewise. */
export function toProposalRow({ by, why, ...proposal }: Proposal, cipher: Cipher): PackProposalTable {
  const said: Said = { by, why };
  return {
    hash: proposal.hash,
    pack: proposal.pack,
    at: proposal.at.getTime(),
    changes: JSON.stringify(proposal.changes),
    revision: proposal.revision,
    sealed: cipher.seal(proposalPlace(proposal.hash), JSON.stringify(said)),
  };
}

/** Reads a row, likewise. */
export function toProposal(row: PackProposalTable, cipher: Cipher): Proposal {
  const { by, why }: Said = JSON.parse(cipher.open(proposalPlace(row.hash), row.sealed));
  const { hash, pack, revision } = row;
  return { hash, pack, revision, at: new Date(row.at), changes: JSON.parse(row.changes), by, why };
}

/** The place for which who and why of a publication are sealed. */
export function publicationPlace(number: number): string {
  return `pack_publication/${number}/sealed`;
}

/** The place for which who and why of a proposal are sealed. */
export function proposalPlace(hash: string): string {
  return `pack_proposal/${hash}/sealed`;
}
