import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { DamagedDatabaseError } from './damaged-database-error.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a keyed hash is of. The same value hashes differently as another kind. */
export type HashKind =
  | 'audit-subject'
  | 'author'
  | 'band'
  | 'channel'
  | 'community'
  | 'erased'
  | 'flag'
  | 'message'
  | 'text';

/** Keeps at rest what says who was flagged and for what. */
export interface Cipher {
  /** AES-256-GCM with a random IV; `place` names the row and column, so that what was sealed cannot be moved elsewhere. */
  seal(place: string, text: string): string;
  /** Throws DamagedDatabaseError when this was not sealed for this place with this key. */
  open(place: string, sealed: string): string;
  /** HMAC-SHA-256, for looking rows up without storing what they are about. */
  hash(kind: HashKind, value: string): string;
  /** Tells whether two ciphers have the same key, and nothing else of it. */
  readonly check: string;
}

/** Derives separate keys for sealing, hashing and the check from the 32 bytes of the master key (HKDF-SHA-256, RFC 5869). */
export function createCipher(masterKey: Uint8Array): Cipher {
  const sealingKey = derive(masterKey, 'seal');
  const hashingKey = derive(masterKey, 'hash');
  return {
    seal: (place, text) => seal(sealingKey, place, text),
    open: (place, sealed) => open(sealingKey, place, sealed),
    hash: (kind, value) => createHmac('sha256', hashingKey).update(`${kind}:${value}`).digest('base64url'),
    check: Buffer.from(derive(masterKey, 'check')).toString('base64url'),
  };
}

/** As `open`; undefined for what was altered, where one row of many may be left out. */
export function openUndamaged(cipher: Cipher, place: string, sealed: string): string | undefined {
  try {
    return cipher.open(place, sealed);
  } catch (error) {
    if (error instanceof DamagedDatabaseError) return undefined;
    throw error;
  }
}

function derive(masterKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(), `didbon/v1/${purpose}`, 32));
}

function seal(key: Uint8Array, place: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function open(key: Uint8Array, place: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const tagAt = bytes.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(tagAt));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, tagAt)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new DamagedDatabaseError(`the row ${place} was altered outside Didbon and cannot be read`, { cause });
  }
}
