import type { Assessment } from '../assess/assessment.js';
import { createAssess } from '../assess/index.js';
import type { Term } from '../domain/term.js';
import { readPack } from '../packs/read-pack.js';
import type { Io } from './io.js';
import { packFolder } from './pack-folder.js';

/** As {@link openAssess}, with the pack's words for people who look one up. */
export function openClassifier(
  io: Pick<Io, 'env' | 'cwd'>,
  folder: string | undefined,
): { readonly assess: (text: string) => Assessment; readonly terms: () => readonly Term[] } {
  const { parts, terms } = readPack(packFolder(io, folder));
  return { assess: createAssess(parts), terms: () => terms };
}

/** Reads the classifier pack and answers its assess function. Throws PackError with every fault of the pack. */
export function openAssess(io: Pick<Io, 'env' | 'cwd'>, folder: string | undefined): (text: string) => Assessment {
  return createAssess(readPack(packFolder(io, folder)).parts);
}
