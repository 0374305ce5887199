/** What every publication of a classifier pack says of itself. */
export interface PublishedPack {
  /** SHA-256 of the pack's archive, in hex: the same files have the same hash everywhere. */
  readonly hash: string;
  /** `name@version+shorthash`, as assessments name it. */
  readonly pack: string;
  readonly at: Date;
  /** Who published or rolled back, as they named themselves. */
  readonly by: string;
  readonly why: string;
  /** How it differs from the pack before, a readable line each. */
  readonly changes: readonly string[];
}

/** One moment at which a pack became the active one. */
export interface Publication extends PublishedPack {
  /** Counts up from 1. */
  readonly number: number;
  readonly kind: 'publish' | 'rollback';
  /** The pack that was active before; undefined for the first. */
  readonly previous: string | undefined;
  /** The second person, where two must agree. */
  readonly approvedBy: string | undefined;
}

/** A pack that waits for a second person. */
export interface Proposal extends PublishedPack {
  /** The revision of the active pack that `changes` compare with: once another pack is active, it must be proposed anew. */
  readonly revision: number;
}

/** Which pack is active. The revision goes up with every publication, also of a pack that was active before. */
export interface ActivePack {
  readonly revision: number;
  /** Undefined while nothing was published. */
  readonly hash: string | undefined;
}
