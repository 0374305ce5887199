import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hashBytes } from '../packs/models/model-set.js';

/** One line of ordinary text on which any alert is false. */
export interface BenignLine {
  readonly tag: string;
  readonly stratum: string;
  readonly source: string;
  readonly text: string;
}

export interface BenignText {
  readonly lines: readonly BenignLine[];
  /** SHA-256 of the file, so that figures name what they were measured on. */
  readonly hash: string;
}

/** Kinds of text that speak of the same things as calls do. */
const HARDEST: ReadonlySet<string> = new Set(['scripture', 'religious', 'hadith', 'sermons', 'terror-news']);

/** Whether false alerts on this kind of text are counted per thousand rather than per hundred thousand. */
export function isHardest(stratum: string): boolean {
  return HARDEST.has(stratum);
}

/** Where benign development text is looked for: it may not be committed, so it lies beside the project. */
export function benignTextFile(env: Readonly<Record<string, string | undefined>>, packFolder: string): string {
  const named = env['DIDBON_BENIGN_DEV'];
  return named === undefined ? join(packFolder, '..', '..', 'shared', 'data', 'benign-dev.tsv') : resolve(named);
}

/** Reads `language, stratum, source, text` under a header line. Undefined where the file is absent. */
export function readBenignText(file: string): BenignText | undefined {
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file, 'utf8');
  const lines = content.split('\n').slice(1);
  return {
    hash: hashBytes(content),
    lines: lines.flatMap((line) => {
      const [tag, stratum, source, ...text] = line.split('\t');
      if (tag === undefined || stratum === undefined || source === undefined || text.length === 0) return [];
      return [{ tag, stratum, source, text: text.join(' ') }];
    }),
  };
}
