import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { YamlFault } from '../yaml/parse-yaml.js';

/** One file of a pack, named from the pack's folder with forward slashes. */
export interface PackFile {
  readonly name: string;
  readonly text: string;
  /** As it stands on the disk: what is only hashed need not be decoded. */
  readonly bytes: Buffer;
}

export interface PackFiles {
  readonly files: readonly PackFile[];
  /** Files that are missing or cannot be read. */
  readonly faults: readonly YamlFault[];
}

/** The files that stand once, at the top of a pack. */
const SINGLE = ['pack.yaml', 'groups.yaml', 'patterns.yaml', 'function-words.yaml'] as const;
const FOLDERS = ['lexicon', 'examples', 'cases'] as const;
const MAX_BYTES = 64_000_000;

/** Reads every file that analysts edit, in the order of their names; the built models are not among them. */
export function readPackFiles(folder: string): PackFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return { files: [], faults: [faultIn(folder, 'is no folder; a pack is one with pack.yaml in it')] };
  const read = packFileNames(folder).map((name) => readOne(folder, name));
  return {
    files: read.flatMap(({ file }) => (file === undefined ? [] : [file])),
    faults: read.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
  };
}

/** Names of the files that analysts edit, in the order in which they are read. */
export function packFileNames(folder: string): readonly string[] {
  return [...SINGLE, ...FOLDERS.flatMap((name) => listYaml(folder, name))];
}

/** SHA-256 over names and contents, the same on every machine: line ends of checked-out files do not matter. */
export function hashFiles(files: readonly PackFile[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.name}\0`).update(withPlainLineEnds(file)).update('\0');
  return hash.digest('hex');
}

function withPlainLineEnds(file: PackFile): string | Buffer {
  return file.bytes.includes(CARRIAGE_RETURN) ? file.text.replaceAll('\r\n', '\n') : file.bytes;
}

const CARRIAGE_RETURN = 0x0d;

function listYaml(folder: string, name: string): readonly string[] {
  try {
    const entries = readdirSync(join(folder, name)).filter((entry) => entry.endsWith('.yaml'));
    return entries.sort().map((entry) => `${name}/${entry}`);
  } catch {
    // A missing folder shows as missing content: each language must have its lexicon.
    return [];
  }
}

function readOne(folder: string, name: string): { readonly file?: PackFile; readonly fault?: YamlFault } {
  const path = join(folder, name);
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES) return { fault: faultIn(path, `the file has ${size} bytes; at most ${MAX_BYTES} are read`) };
    return { file: fromBytes(name, readFileSync(path)) };
  } catch (error) {
    return { fault: faultIn(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`) };
  }
}

/** Examples are megabytes, and a bot never reads them. */
function fromBytes(name: string, bytes: Buffer): PackFile {
  let text: string | undefined;
  return {
    name,
    bytes,
    get text() {
      text ??= bytes.toString('utf8');
      return text;
    },
  };
}

/** A fault of a file as a whole. */
export function faultIn(file: string, message: string): YamlFault {
  return { file, line: 1, column: 1, message };
}
