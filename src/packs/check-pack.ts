import { compileLexicon } from '../assess/keywords/compile-lexicon.js';
import { readPack } from './read-pack.js';
import { readPackSources } from './read-pack-sources.js';

/** What a sound pack holds. */
export interface CheckedPack {
  readonly id: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Validates all of a pack: what analysts edit, that its words can be compiled, and that its models belong to it. Throws PackError. */
export function checkPack(folder: string): CheckedPack {
  const sources = readPackSources(folder);
  compileLexicon({
    lexicons: sources.lexicons,
    groups: sources.groups.groups,
    patterns: sources.patterns.patterns,
  });
  const { parts } = readPack(folder);
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
