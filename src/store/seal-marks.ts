import type { Hold, Mark, Marks } from '../domain/review.js';
import { toSnowflake } from '../domain/snowflake.js';
import type { Cipher } from './cipher.js';

/** A mark as it is sealed: moments are milliseconds since 1970. */
interface SealedMark {
  readonly by: string;
  readonly at: number;
  readonly reason?: string;
  readonly copies?: number;
}

type SealedMarks = Partial<Record<keyof Marks, SealedMark>>;

/** Seals what the team said of an alert as one text, bound to its row. */
export function sealMarks(flagId: string, marks: Marks, cipher: Cipher): string {
  const flat: SealedMarks = {
    ...(marks.claim && { claim: flatten(marks.claim) }),
    ...(marks.unsure && { unsure: flatten(marks.unsure) }),
    ...(marks.asked && { asked: flatten(marks.asked) }),
    ...(marks.hold && { hold: { ...flatten(marks.hold), reason: marks.hold.reason, copies: marks.hold.copies } }),
  };
  return cipher.seal(placeOf(flagId), JSON.stringify(flat));
}

/** Reads what `sealMarks` sealed; none for a row without. Throws DamagedDatabaseError when it was sealed for another row. */
export function openMarks(flagId: string, sealed: string | null, cipher: Cipher): Marks | undefined {
  if (sealed === null) return undefined;
  // GCM vouches that this is what `sealMarks` sealed for this very row, so its shape is known.
  const { claim, unsure, asked, hold }: SealedMarks = JSON.parse(cipher.open(placeOf(flagId), sealed));
  return { claim: raise(claim), unsure: raise(unsure), asked: raise(asked), hold: raiseHold(hold) };
}

function flatten({ by, at }: Mark): SealedMark {
  return { by, at: at.getTime() };
}

function raise(mark: SealedMark | undefined): Mark | undefined {
  return mark && { by: toSnowflake(mark.by), at: new Date(mark.at) };
}

function raiseHold(mark: SealedMark | undefined): Hold | undefined {
  return (
    mark && { by: toSnowflake(mark.by), at: new Date(mark.at), reason: mark.reason ?? '', copies: mark.copies ?? 1 }
  );
}

function placeOf(flagId: string): string {
  return `flag/${flagId}/marks`;
}
