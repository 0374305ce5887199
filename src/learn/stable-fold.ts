import { createHash } from 'node:crypto';

/** The fold, 0 to `folds` - 1, that a text belongs to: by its content, so that adding texts moves no other. */
export function stableFold(text: string, folds: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % folds;
}
