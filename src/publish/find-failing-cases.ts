import { createAssess } from '../assess/index.js';
import { type CaseResult, caseTexts, evaluateCases } from '../learn/evaluate-cases.js';
import type { Candidate } from './open-candidate.js';

/** What the functional cases of a pack say of it. */
export interface CasesOutcome {
  readonly cases: number;
  /** Those that go wrong, a readable line each. */
  readonly failing: readonly string[];
}

/** Tries a pack on its own functional cases. */
export function findFailingCases({ sources, parts }: Pick<Candidate, 'sources' | 'parts'>): CasesOutcome {
  const results = evaluateCases(caseTexts(sources), createAssess(parts));
  return { cases: results.length, failing: results.filter(({ right }) => !right).map(inWords) };
}

function inWords({ id, category, kind, level, gloss }: CaseResult): string {
  const wanted = category === undefined ? `${kind}, must stay quiet` : `${category}, must alert`;
  return `${id} (${wanted}): is ${level}: ${gloss}`;
}
