import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PackError } from './pack-error.js';
import { faultIn, packFileNames, readPackFiles } from './pack-files.js';
import { readModelsAsBuilt } from './read-models.js';

/** One file of an archive, named from the pack's folder with forward slashes. */
interface ArchivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MANIFEST = 'models/manifest.json';

/**
 * Reads a pack at one moment into one piece: all that analysts edit and the models that its manifest names, in the order of their
 * names. The same pack gives the same bytes on every machine. Throws {@link PackError} when files are missing or damaged.
 */
export function archivePack(folder: string): Uint8Array {
  const { files, faults } = readPackFiles(folder);
  if (faults.length > 0) throw new PackError(faults);
  const manifest = readManifestBytes(folder);
  const models = readModelsAsBuilt(folder);
  return writeArchive([
    ...files.map(({ name, text }) => ({ name, bytes: Buffer.from(text.replaceAll('\r\n', '\n')) })),
    { name: MANIFEST, bytes: manifest },
    ...[...models.files].map(([name, bytes]) => ({ name: `models/${name}`, bytes })),
  ]);
}

/** Lets `use` read an archive as a folder, which is gone afterwards. Throws {@link PackError} for bytes that are no archive. */
export function withUnpacked<T>(archive: Uint8Array, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-pack-'));
  try {
    unpackInto(archive, folder);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes an archive's files into a folder, over those that are there. */
export function unpackInto(archive: Uint8Array, folder: string): void {
  for (const { name, bytes } of readArchive(archive)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

/** Changes whenever a file of the pack is saved, added or removed. Looks at names, sizes and times only. */
export function fingerprintPack(folder: string): string {
  const seen = [...packFileNames(folder), MANIFEST].map((name) => {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    return `${name} ${stat?.size} ${stat?.mtimeMs}`;
  });
  return seen.join('\n');
}

/** Empty where there is none: reading the models says so in better words. */
function readManifestBytes(folder: string): Uint8Array {
  try {
    return readFileSync(join(folder, MANIFEST));
  } catch {
    return new Uint8Array();
  }
}

function writeArchive(files: readonly ArchivedFile[]): Uint8Array {
  const outside = files.find(({ name }) => !isInside(name));
  if (outside !== undefined) throw new PackError([faultIn(outside.name, 'lies outside the folder of the pack')]);
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Buffer.concat(sorted.flatMap(({ name, bytes }) => [Buffer.from(`${name}\0${bytes.length}\0`), bytes]));
}

function readArchive(archive: Uint8Array): readonly ArchivedFile[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: ArchivedFile[] = [];
  let at = 0;
  const field = (): string => {
    const end = bytes.indexOf(0, at);
    if (end < 0) throw notAnArchive();
    const text = bytes.toString('utf8', at, end);
    at = end + 1;
    return text;
  };
  while (at < bytes.length) {
    const name = field();
    const length = Number(field());
    if (!isInside(name) || !Number.isInteger(length) || at + length > bytes.length) throw notAnArchive();
    files.push({ name, bytes: bytes.subarray(at, at + length) });
    at += length;
  }
  return files;
}

/** Whether a name stays in the folder that it is written into. */
function isInside(name: string): boolean {
  return !name.includes('\\') && name.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

function notAnArchive(): PackError {
  return new PackError([faultIn('the stored pack', 'is no archive of a pack')]);
}
