import { cpSync } from 'node:fs';
import { buildModels } from '../../src/learn/build-models.js';
import { SILENT } from '../../src/learn/progress.js';
import { withSmallPack } from '../packs/small-pack.js';
import { temporaryFolder } from '../temporary-folder.js';

/** What the small pack alerts on, as a `join`. */
export const CALL = 'Друзья, вступай в ИГИЛ.';
/** What it leaves alone. */
export const CHAT = 'Завтра идём на рынок за хлебом.';

/** A folder with a small pack and its models. */
export function trainedPack(): string {
  const folder = temporaryFolder('trained');
  withSmallPack((pack) => {
    buildModels(pack.folder, { benign: undefined, languageModel: undefined }, SILENT);
    cpSync(pack.folder, folder, { recursive: true });
  });
  return folder;
}
