import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildModels } from '../../dist/learn/build-models.js';
import { SILENT } from '../../dist/learn/progress.js';

/** The pack of the tests: read in a moment. A soak is about the road of messages, and starts hundreds of bots. */
const SOURCE = join(import.meta.dirname, '..', '..', 'test', 'packs', 'small-pack');

/** What the pack alerts on, and what it leaves alone; followed by a number each is a text of its own. */
export const CALL = 'Друзья, вступай в ИГИЛ';
export const CHAT = 'Завтра идём на рынок за хлебом';

/** Writes the pack with its models into a folder; packs of different versions are different packs. */
export function writeSmallPack(folder, version) {
  cpSync(SOURCE, folder, { recursive: true });
  const file = join(folder, 'pack.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^version: .*/m, `version: ${version}`));
  buildModels(folder, { benign: undefined, languageModel: undefined }, SILENT);
  return folder;
}
