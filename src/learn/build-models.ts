import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLanguageModel } from '../assess/language/language-model.js';
import type { ReadDecisions } from '../packs/models/decision-file.js';
import { LANGUAGE_FILE } from '../packs/models/model-set.js';
import { PackError } from '../packs/pack-error.js';
import { faultIn } from '../packs/pack-files.js';
import { readDecisions } from '../packs/read-decisions.js';
import { readModelsAsBuilt } from '../packs/read-models.js';
import { readPackSources } from '../packs/read-pack-sources.js';
import { writeModels } from '../packs/write-models.js';
import type { BenignText } from './benign-text.js';
import type { Progress } from './progress.js';
import { type TrainedPack, trainPack } from './train-pack.js';

export interface BuildInput {
  /** Sets the thresholds; undefined where it is not at hand: then they stay as they are. */
  readonly benign: BenignText | undefined;
  /** A language model that was just trained; undefined to keep the pack's own. */
  readonly languageModel: Uint8Array | undefined;
}

/** Builds the models of the pack in a folder and writes them. Throws PackError with every fault of the pack, before anything is written. */
export function buildModels(folder: string, input: BuildInput, progress: Progress): TrainedPack {
  const sources = readPackSources(folder);
  const languageBytes = input.languageModel ?? presentLanguageModel(folder);
  const trained = trainPack(
    {
      sources,
      languageModel: readLanguageModel(languageBytes),
      benign: input.benign,
      previous: previousDecisions(folder),
    },
    progress,
  );
  const files = new Map<string, string | Uint8Array>([...trained.files, [LANGUAGE_FILE, languageBytes]]);
  writeModels(folder, sources.inputsHash, files);
  return trained;
}

/** The pack's own language model, or for a pack without one that of the pack that is shipped: languages are not a matter of a pack's words. */
function presentLanguageModel(folder: string): Uint8Array {
  const shipped = join(import.meta.dirname, '..', '..', 'classifiers');
  const found = [folder, shipped].map((pack) => join(pack, 'models', LANGUAGE_FILE)).find((file) => existsSync(file));
  if (found !== undefined) return readFileSync(found);
  const file = join(folder, 'models', LANGUAGE_FILE);
  throw new PackError([faultIn(file, 'there is no language model yet; run `npx didbon train language`')]);
}

/** The decisions as built before; none where nothing was built, or not by this version. */
function previousDecisions(folder: string): ReadDecisions {
  try {
    const decisions = readDecisions(readModelsAsBuilt(folder));
    // Read late, and here no later than where a fault of it is caught.
    for (const decision of Object.values(decisions)) void decision.wording;
    return decisions;
  } catch (error) {
    if (error instanceof PackError) return {};
    throw error;
  }
}
