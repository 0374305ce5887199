import { type Assessment, alerts } from '../assess/assessment.js';
import type { PackDifference } from '../domain/pack-trial.js';

/** How a candidate's answer differs from the one in force; undefined where both give the same level. */
export function compareAssessments(
  inForce: Assessment,
  candidate: Assessment,
): Omit<PackDifference, 'key' | 'link'> | undefined {
  if (inForce.level === candidate.level) return undefined;
  const telling = alerts(inForce.level) && !alerts(candidate.level) ? inForce : candidate;
  return { language: telling.language, category: telling.category, was: inForce.level, now: candidate.level };
}
