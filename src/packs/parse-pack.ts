import { join } from 'node:path';
import type { z } from 'zod';
import { type ParsedYaml, parseYaml } from '../yaml/parse-yaml.js';
import { casesFileSchema } from './format/cases.js';
import { examplesFileSchema } from './format/examples.js';
import { functionWordsSchema } from './format/function-words.js';
import { groupsFileSchema } from './format/groups.js';
import { lexiconFileSchema } from './format/lexicon.js';
import { manifestSchema } from './format/pack.js';
import { patternsFileSchema } from './format/patterns.js';
import type { PackFile } from './pack-files.js';

/** A file of the pack and what came of reading it. */
export interface ReadFile<T> {
  readonly file: string;
  readonly parsed: ParsedYaml<T>;
}

/** Every file of a pack against its schema; those that are missing are left out. */
export type ParsedPack = ReturnType<typeof parsePack>;

/** Parses each file on its own, so that a fault in one hides none in another. */
export function parsePack(folder: string, files: readonly PackFile[]) {
  const parse = <T>(matches: (name: string) => boolean, schema: z.ZodType<T>): readonly ReadFile<T>[] =>
    files
      .filter(({ name }) => matches(name))
      .map(({ name, text }) => ({ file: join(folder, name), parsed: parseYaml(text, join(folder, name), schema) }));
  const named = (wanted: string) => (name: string) => name === wanted;
  const inside = (wanted: string) => (name: string) => name.startsWith(`${wanted}/`);
  return {
    manifest: parse(named('pack.yaml'), manifestSchema),
    groups: parse(named('groups.yaml'), groupsFileSchema),
    patterns: parse(named('patterns.yaml'), patternsFileSchema),
    functionWords: parse(named('function-words.yaml'), functionWordsSchema),
    lexicons: parse(inside('lexicon'), lexiconFileSchema),
    examples: parse(inside('examples'), examplesFileSchema),
    cases: parse(inside('cases'), casesFileSchema),
  };
}
