import { createAssess } from '../dist/assess/index.js';
import { openModels } from '../dist/packs/open-models.js';
import { readCases } from '../dist/packs/read-cases.js';
import { readPack } from '../dist/packs/read-pack.js';
import { SHIPPED_PACK } from '../dist/settings/places.js';

/**
 * node --expose-gc bench/held-memory.mjs
 *
 * Writes how many bytes a pack holds that is open as in a running bot and has met its own cases, which are the same everywhere. In a
 * process of its own, so that nothing else counts.
 */
const folder = process.env.DIDBON_PACK_DIR ?? SHIPPED_PACK;
const texts = casesOf(folder);
const before = held();
const { parts } = readPack(folder);
openModels(parts);
const assess = createAssess(parts);
for (const text of texts) assess(text);
process.stdout.write(`${held() - before}\n`);

/** Copied: parts of the files that they were read from would keep all of these in memory. */
function casesOf(pack) {
  const { pairs, quiet } = readCases(pack);
  const all = [...pairs.flatMap(({ call, twin }) => [call, twin]), ...quiet];
  return all.map(({ text }) => Buffer.from(text).toString());
}

function held() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
