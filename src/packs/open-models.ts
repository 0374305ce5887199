import type { AssessParts } from '../assess/assess-parts.js';
import { LANGUAGES } from '../assess/assessment.js';

/**
 * Reads Bayes and the wording, which are else read when a text first needs them: a running bot has no half a second for that between
 * two messages, and must hear of a fault before the pack is in force. Throws PackError.
 */
export function openModels({ bayes, decisions }: Pick<AssessParts, 'bayes' | 'decisions'>): void {
  for (const language of LANGUAGES) {
    void bayes[language]?.table;
    void decisions[language]?.wording.weights;
  }
}
