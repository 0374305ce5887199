import type { Assessment } from '../assess/assessment.js';
import type { PackSources } from '../packs/pack-sources.js';
import type { BenignText } from './benign-text.js';
import { type BenignEvaluation, evaluateBenign } from './evaluate-benign.js';
import { type CaseResult, caseTexts, evaluateCases } from './evaluate-cases.js';
import { type ExampleResult, evaluateExamples } from './evaluate-examples.js';
import { evaluateSpelling, type SpellingFigures } from './evaluate-spelling.js';
import type { Progress } from './progress.js';

/** What can be evaluated on its own. */
export const EVALUATION_PARTS = ['cases', 'examples', 'spelling', 'benign'] as const;
export type EvaluationPart = (typeof EVALUATION_PARTS)[number];

export interface PackEvaluation {
  readonly pack: string;
  readonly cases: readonly CaseResult[] | undefined;
  readonly examples: readonly ExampleResult[] | undefined;
  readonly spelling: readonly SpellingFigures[] | undefined;
  /** Undefined also where benign development text is not at hand. */
  readonly benign: BenignEvaluation | undefined;
}

export interface EvaluationInput {
  readonly pack: string;
  readonly sources: PackSources;
  readonly assess: (text: string) => Assessment;
  readonly benign: BenignText | undefined;
  readonly parts: readonly EvaluationPart[];
}

/** Measures a pack on its functional cases, on their disguised spellings, and on benign text. */
export function evaluatePack(input: EvaluationInput, progress: Progress): PackEvaluation {
  const { assess, benign, parts } = input;
  const texts = caseTexts(input.sources);
  return {
    pack: input.pack,
    cases: parts.includes('cases') ? evaluateCases(texts, assess) : undefined,
    examples: parts.includes('examples') ? evaluateExamples(input.sources.examples, assess) : undefined,
    spelling: parts.includes('spelling') ? evaluateSpelling(texts, benign, assess, progress) : undefined,
    benign: parts.includes('benign') && benign !== undefined ? evaluateBenign(benign, assess, progress) : undefined,
  };
}
