import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeKeyFile, readKey } from './key.js';

/** Where the key that follows upon this one waits until the database is sealed with it. */
export function nextKeyPath(path: string): string {
  return `${path}.new`;
}

/** Where the key that was replaced stays, for backups made before. */
export function oldKeyPath(path: string): string {
  return `${path}.old`;
}

/** The next key, made with mode 0600 where there is none yet: one that was made before is used, so that a rotation may be begun again. */
export function prepareNextKey(path: string): Uint8Array {
  return readNextKey(path) ?? makeKeyFile(nextKeyPath(path));
}

export function readNextKey(path: string): Uint8Array | undefined {
  return readKey({ kind: 'file', path: nextKeyPath(path) });
}

/** Puts the next key in the place of the key, at once and for good, and keeps the old one beside it. May run twice. */
export function adoptNextKey(path: string): void {
  if (readNextKey(path) === undefined) return;
  if (readKey({ kind: 'file', path }) !== undefined) {
    rmSync(oldKeyPath(path), { force: true });
    linkSync(path, oldKeyPath(path));
  }
  renameSync(nextKeyPath(path), path);
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
