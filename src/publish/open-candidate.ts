import type { AssessParts } from '../assess/assess-parts.js';
import { hashBytes } from '../packs/models/model-set.js';
import { archivePack, withUnpacked } from '../packs/pack-archive.js';
import { PackError } from '../packs/pack-error.js';
import type { PackSources } from '../packs/pack-sources.js';
import { type Pack, readPack } from '../packs/read-pack.js';
import { readPackSources } from '../packs/read-pack-sources.js';

/** A pack at one moment, validated as a whole, with models that belong to it. */
export interface Candidate {
  readonly archive: Uint8Array;
  /** SHA-256 of the archive. */
  readonly hash: string;
  /** `name@version+shorthash`, as its assessments name it. */
  readonly pack: string;
  readonly sources: PackSources;
  readonly parts: AssessParts;
}

/**
 * Reads the pack in a folder. What is checked is what is kept: files that are saved meanwhile do not come in between.
 * Throws PackError with every fault, named by its place in the folder.
 */
export function openCandidate(folder: string): Candidate {
  return openArchive(archivePack(folder), folder);
}

/** Reads a pack that was kept. Throws PackError where this version of the program cannot use it; faults name files below `shownAs`. */
export function openArchive(archive: Uint8Array, shownAs: string): Candidate {
  return reading(archive, shownAs, (folder) => {
    const sources = readPackSources(folder);
    const { parts } = readPack(folder);
    return { archive, hash: hashBytes(archive), pack: parts.pack, sources, parts };
  });
}

/** Only what a bot needs of a pack that was kept and checked before. Throws PackError likewise. */
export function openParts(archive: Uint8Array, shownAs: string): Pick<Pack, 'parts' | 'searchTerms'> {
  return reading(archive, shownAs, readPack);
}

function reading<T>(archive: Uint8Array, shownAs: string, read: (folder: string) => T): T {
  return withUnpacked(archive, (folder) => {
    try {
      return read(folder);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      const inPlace = (text: string): string => text.replaceAll(folder, shownAs);
      const faults = error.faults.map((fault) => ({
        ...fault,
        file: inPlace(fault.file),
        message: inPlace(fault.message),
      }));
      throw new PackError(faults);
    }
  });
}
