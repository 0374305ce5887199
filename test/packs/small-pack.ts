import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A whole pack of one language, invented, small enough to read at a glance. */
const SOURCE = join(import.meta.dirname, 'small-pack');

export interface SmallPack {
  readonly folder: string;
  /** Writes a file of the pack, or changes one by its present text. */
  write(name: string, text: string | ((present: string) => string)): void;
  remove(name: string): void;
}

/** Makes the pack in a folder of its own and takes it away after `use`. */
export function withSmallPack<T>(use: (pack: SmallPack) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-pack-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  try {
    cpSync(SOURCE, folder, { recursive: true });
    return use({
      folder,
      write: (name, text) => write(name, typeof text === 'string' ? text : text(shipped(name))),
      remove: (name) => rmSync(join(folder, name), { recursive: true }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shipped(name: string): string {
  const file = join(SOURCE, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
