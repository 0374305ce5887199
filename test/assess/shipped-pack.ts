import { join } from 'node:path';
import { createAssess } from '../../src/assess/index.js';
import { readPack } from '../../src/packs/read-pack.js';

/** The folder of the pack that is shipped with the program. */
export const SHIPPED_PACK = join(import.meta.dirname, '..', '..', 'classifiers');

/** What the shipped pack thinks of a text. */
export const assess = createAssess(readPack(SHIPPED_PACK).parts);
