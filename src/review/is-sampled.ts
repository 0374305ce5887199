import { createHash } from 'node:crypto';

const BYTES = 6;

/** Whether an alert is among this share of all, in [0, 1]. The same alert always is or is not: its random id decides, not who asks or when. */
export function isSampled(alertId: string, share: number): boolean {
  const hash = createHash('sha256').update(`second review ${alertId}`).digest();
  return hash.readUIntBE(0, BYTES) / 2 ** (8 * BYTES) < share;
}
