import { LANGUAGES, type Language } from '../assess/assessment.js';
import type { FittedDecision, FittedDecisions } from './models/decision-file.js';
import { decisionFileSchema, wordingFileSchema } from './models/model-set.js';
import { type ModelFiles, parseModel } from './read-models.js';

/** The fitted numbers of each language, out of `decision.json` and `wording.json`. Throws PackError. */
export function readDecisions(models: ModelFiles): FittedDecisions {
  const decisions = parseModel(models, 'decision.json', decisionFileSchema);
  const wordings = parseModel(models, 'wording.json', wordingFileSchema);
  const fitted: Partial<Record<Language, FittedDecision>> = {};
  for (const language of LANGUAGES) {
    const decision = decisions[language];
    const wording = wordings[language];
    if (decision !== undefined && wording !== undefined) fitted[language] = { ...decision, wording };
  }
  return fitted;
}
