import type { Assessment } from '../assess/assessment.js';
import { createAssess } from '../assess/index.js';
import { readPack } from '../packs/read-pack.js';
import type { Io } from './io.js';
import { packFolder } from './pack-folder.js';

/** Reads the classifier pack and answers its assess function. Throws PackError with every fault of the pack. */
export function openAssess(io: Pick<Io, 'env' | 'cwd'>, folder: string | undefined): (text: string) => Assessment {
  return createAssess(readPack(packFolder(io, folder)).parts);
}
