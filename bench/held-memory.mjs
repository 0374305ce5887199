import { createAssess } from '../dist/assess/index.js';
import { openModels } from '../dist/packs/open-models.js';
import { readPack } from '../dist/packs/read-pack.js';
import { SHIPPED_PACK } from '../dist/settings/places.js';
import { benchTexts } from './texts.mjs';

/**
 * node --expose-gc bench/held-memory.mjs
 *
 * Writes how many bytes a pack holds that is open as in a running bot and has met four thousand lines of chat and two thousand of
 * news. In a process of its own, so that nothing else counts.
 */
const texts = copied();
const before = held();
const { parts } = readPack(process.env.DIDBON_PACK_DIR ?? SHIPPED_PACK);
openModels(parts);
const assess = createAssess(parts);
for (const text of texts) assess(text);
process.stdout.write(`${held() - before}\n`);

/** Parts of the file that they were read from would keep all of it in memory. */
function copied() {
  const { chat, news } = benchTexts();
  return [...chat, ...news].map((text) => Buffer.from(text).toString());
}

function held() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
