import { join } from 'node:path';
import { LANGUAGES, type Language } from '../assess/assessment.js';
import type { WordingModel } from '../assess/decide/wording-model.js';
import type { ReadDecision, ReadDecisions } from './models/decision-file.js';
import { decisionFileSchema, wordingFileSchema } from './models/model-set.js';
import { PackError } from './pack-error.js';
import { faultIn } from './pack-files.js';
import { type ModelFiles, parseModel, REBUILD } from './read-models.js';

const WORDING = 'wording.json';

/**
 * The fitted numbers of each language, out of `decision.json` and `wording.json`. The second is a third of all models and most texts
 * name no group, so it is read when one first does: the manifest says that it is whole. Throws PackError.
 */
export function readDecisions(models: ModelFiles): ReadDecisions {
  const decisions = parseModel(models, 'decision.json', decisionFileSchema);
  const wordingOf = wordingReader(models);
  const fitted: Partial<Record<Language, ReadDecision>> = {};
  for (const language of LANGUAGES) {
    const decision = decisions[language];
    if (decision === undefined) continue;
    fitted[language] = {
      ...decision,
      get wording() {
        return wordingOf(language);
      },
    };
  }
  return fitted;
}

function wordingReader({ folder, files, hashes }: ModelFiles): (language: Language) => WordingModel {
  // Of the other files nothing must stay in memory.
  const own = { folder, hashes, files: new Map([...files].filter(([name]) => name === WORDING)) };
  let read = () => {
    const wordings = parseModel(own, WORDING, wordingFileSchema);
    own.files.clear();
    read = () => wordings;
    return wordings;
  };
  return (language) => {
    const wording = read()[language];
    if (wording !== undefined) return wording;
    throw new PackError([faultIn(join(folder, WORDING), `says nothing of ${language}; ${REBUILD}`)]);
  };
}
