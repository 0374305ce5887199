import { decisionFileSchema } from '../packs/models/model-set.js';
import { PackError } from '../packs/pack-error.js';
import { parseModel, readModelsAsBuilt } from '../packs/read-models.js';
import { readPackSources } from '../packs/read-pack-sources.js';
import { writeModels } from '../packs/write-models.js';
import type { BenignText } from './benign-text.js';
import type { Progress } from './progress.js';
import type { Decisions } from './train-decisions.js';
import { type TrainedPack, trainPack } from './train-pack.js';

/** Builds the models of the pack in a folder and writes them. Throws PackError with every fault of the pack, before anything is written. */
export function buildModels(folder: string, benign: BenignText | undefined, progress: Progress): TrainedPack {
  const sources = readPackSources(folder);
  const trained = trainPack(
    { sources, languageModel: undefined, benign, previous: previousDecisions(folder) },
    progress,
  );
  writeModels(folder, sources.inputsHash, trained.files);
  return trained;
}

/** The decisions as built before; none where nothing was built, or not by this version. */
function previousDecisions(folder: string): Decisions {
  try {
    return parseModel(readModelsAsBuilt(folder), 'decision.json', decisionFileSchema);
  } catch (error) {
    if (error instanceof PackError) return {};
    throw error;
  }
}
