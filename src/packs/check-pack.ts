import { join } from 'node:path';
import { expandLexicon } from '../assess/keywords/compile-lexicon.js';
import { keywordsToJson } from './models/keywords-file.js';
import { openModels } from './open-models.js';
import { PackError } from './pack-error.js';
import { faultIn } from './pack-files.js';
import { keywordsOf } from './pack-sources.js';
import { REBUILD, readModels } from './read-models.js';
import { readPack } from './read-pack.js';
import { readPackSources } from './read-pack-sources.js';

/** What a sound pack holds. */
export interface CheckedPack {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Validates all of a pack: what analysts edit, and that its models belong to it and to this program. Throws PackError. */
export function checkPack(folder: string): CheckedPack {
  const sources = readPackSources(folder);
  const models = readModels(folder, sources.inputsHash);
  if (models.files.get('keywords.json')?.toString('utf8') !== keywordsToJson(expandLexicon(keywordsOf(sources))))
    throw new PackError([
      faultIn(join(models.folder, 'keywords.json'), `was built by another version of the program; ${REBUILD}`),
    ]);
  const { parts } = readPack(folder);
  openModels(parts);
  return {
    id: parts.pack,
    counts: {
      entries: sources.lexicons.reduce((sum, { entries }) => sum + entries.length, 0),
      groups: sources.groups.groups.length,
      patterns:
        sources.patterns.patterns.length + sources.lexicons.reduce((sum, { patterns }) => sum + patterns.length, 0),
      cues: sources.lexicons.reduce((sum, { cues }) => sum + cues.length, 0),
      examples: sources.examples.length,
      cases: 2 * sources.pairs.length + sources.quiet.length,
    },
  };
}
