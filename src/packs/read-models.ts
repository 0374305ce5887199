import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type LanguageModel, LanguageModelError, readLanguageModel } from '../assess/language/language-model.js';
import type { YamlFault } from '../yaml/parse-yaml.js';
import { hashBytes, LANGUAGE_FILE, MODELS_FORMAT, manifestFileSchema } from './models/model-set.js';
import { PackError } from './pack-error.js';
import { faultIn } from './pack-files.js';

/** The built files of a pack, as bytes that were checked against their manifest. */
export interface ModelFiles {
  readonly folder: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** SHA-256 of each, in the same order. */
  readonly hashes: readonly string[];
}

/** What to do about models that do not fit. */
export const REBUILD = 'run `npx didbon train`, with the same --pack where one was given';

/** Reads the built files. Throws {@link PackError} when they are missing, of another format version, damaged, or built from another state of the pack. */
export function readModels(packFolder: string, inputsHash: string): ModelFiles {
  const file = join(packFolder, 'models', 'manifest.json');
  const { inputs } = readManifest(file);
  if (inputs === inputsHash) return readModelsAsBuilt(packFolder);
  throw new PackError([
    faultIn(file, `the models were built from another state of the pack's words and examples; ${REBUILD}`),
  ]);
}

/** Reads the built files whatever they were built from. Throws {@link PackError} when they are missing, damaged or of another format version. */
export function readModelsAsBuilt(packFolder: string): ModelFiles {
  const folder = join(packFolder, 'models');
  const manifest = readManifest(join(folder, 'manifest.json'));
  const faults: YamlFault[] = [];
  const files = new Map<string, Buffer>();
  for (const [name, hash] of Object.entries(manifest.files)) {
    const bytes = readBytes(join(folder, name));
    if (bytes === undefined) faults.push(faultIn(join(folder, name), `is missing; ${REBUILD}`));
    else if (hashBytes(bytes) !== hash)
      faults.push(faultIn(join(folder, name), `is not the file that was built; ${REBUILD}`));
    else files.set(name, bytes);
  }
  if (faults.length > 0) throw new PackError(faults);
  return { folder, files, hashes: Object.values(manifest.files) };
}

/** One built JSON file, checked. Throws {@link PackError}. */
export function parseModel<T>({ folder, files }: ModelFiles, name: string, schema: z.ZodType<T>): T {
  const file = join(folder, name);
  const bytes = files.get(name);
  if (bytes === undefined) throw new PackError([faultIn(file, `is missing; ${REBUILD}`)]);
  const value = parseJson(bytes.toString('utf8'));
  if (value === undefined) throw new PackError([faultIn(file, `is no JSON; ${REBUILD}`)]);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new PackError([faultIn(file, `cannot be understood (${parsed.error.issues[0]?.message}); ${REBUILD}`)]);
}

/** The language detector's model. Throws {@link PackError}. */
export function parseLanguageModel({ folder, files }: ModelFiles): LanguageModel {
  const file = join(folder, LANGUAGE_FILE);
  const bytes = files.get(LANGUAGE_FILE);
  if (bytes === undefined) throw new PackError([faultIn(file, `is missing; ${REBUILD}`)]);
  try {
    return readLanguageModel(bytes);
  } catch (error) {
    if (!(error instanceof LanguageModelError)) throw error;
    throw new PackError([faultIn(file, `${error.message}; run \`npx didbon train language\``)]);
  }
}

function readManifest(file: string): z.infer<typeof manifestFileSchema> {
  const bytes = readBytes(file);
  if (bytes === undefined) throw new PackError([faultIn(file, `the pack has no models yet; ${REBUILD}`)]);
  const value = parseJson(bytes.toString('utf8'));
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format === 'number' && format !== MODELS_FORMAT)
    throw new PackError([
      faultIn(file, `found models of format ${format}, this program reads ${MODELS_FORMAT}; ${REBUILD}`),
    ]);
  const parsed = manifestFileSchema.safeParse(value);
  if (!parsed.success) throw new PackError([faultIn(file, `is no manifest of models; ${REBUILD}`)]);
  return parsed.data;
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
