import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashBytes, MODELS_FORMAT, toJsonLines } from './models/model-set.js';

/**
 * Writes built files and then the manifest that names them: a run that dies half-way leaves a pack
 * that is refused, never one that mixes two builds.
 */
export function writeModels(
  packFolder: string,
  inputsHash: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): void {
  const folder = join(packFolder, 'models');
  mkdirSync(folder, { recursive: true });
  const names = [...files.keys()].sort();
  for (const name of names) replaceFile(join(folder, name), files.get(name) ?? '');
  const hashes = Object.fromEntries(names.map((name) => [name, hashBytes(files.get(name) ?? '')]));
  replaceFile(join(folder, 'manifest.json'), toJsonLines({ format: MODELS_FORMAT, inputs: inputsHash, files: hashes }));
}

/** Readers see the old file or the new one, never half of it. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const beside = `${path}.part`;
  writeFileSync(beside, content);
  renameSync(beside, path);
}
