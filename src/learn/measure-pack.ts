import { join } from 'node:path';
import { createAssess } from '../assess/index.js';
import { figuresFileSchema } from '../packs/models/figures-file.js';
import { readDecisions } from '../packs/read-decisions.js';
import { parseModel, readModelsAsBuilt } from '../packs/read-models.js';
import { readPack } from '../packs/read-pack.js';
import { readPackSources } from '../packs/read-pack-sources.js';
import { replaceFile } from '../packs/write-models.js';
import { baselineOf, compareWithBaseline, readBaseline, writeBaseline } from './baseline.js';
import type { BenignText } from './benign-text.js';
import { EVALUATION_PARTS, type EvaluationPart, evaluatePack, type PackEvaluation } from './evaluate-pack.js';
import { renderCard } from './model-card.js';
import type { Progress } from './progress.js';

export interface MeasureInput {
  readonly folder: string;
  readonly parts: readonly EvaluationPart[];
  readonly benign: BenignText | undefined;
  /** Takes the outcome as the new baseline. */
  readonly accept: boolean;
}

export interface Measured {
  readonly result: PackEvaluation;
  /** What differs from the accepted baseline; empty where it was accepted just now or none exists. */
  readonly changes: readonly string[];
}

/**
 * Evaluates the pack in a folder and compares it with its baseline. Writes the model card when all was evaluated,
 * and the baseline when asked. Throws PackError.
 */
export function measurePack({ folder, parts, benign, accept }: MeasureInput, progress: Progress): Measured {
  const sources = readPackSources(folder);
  const pack = readPack(folder);
  const result = evaluatePack(
    { pack: pack.parts.pack, sources, assess: createAssess(pack.parts), benign, parts },
    progress,
  );
  if (parts.length === EVALUATION_PARTS.length && result.benign !== undefined) {
    const models = readModelsAsBuilt(folder);
    const { bayes, wording } = parseModel(models, 'figures.json', figuresFileSchema);
    const decisions = readDecisions(models);
    const card = renderCard({ sources, evaluation: result, bayes, wording, decisions });
    replaceFile(join(folder, 'models', 'CARD.md'), card);
  }
  const before = readBaseline(folder);
  if (accept) writeBaseline(folder, baselineOf(result, before));
  return { result, changes: accept || before === undefined ? [] : compareWithBaseline(result, before) };
}
