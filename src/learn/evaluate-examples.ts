import { type Assessment, alerts, type Language, type Level } from '../assess/assessment.js';
import { isCall } from '../assess/bayes/bayes-reader.js';
import type { Example } from '../packs/pack-sources.js';

/** An example and what the pack says of it. Bayes has learnt it; patterns and cues have not. */
export interface ExampleResult {
  readonly language: Language;
  readonly label: Example['label'];
  readonly text: string;
  readonly level: Level;
  readonly score: number;
  readonly isCall: boolean;
  /** A call alerts, a benign text does not. */
  readonly right: boolean;
}

/** Assesses the examples: a call among them that does not alert shows which words or patterns are wanting. */
export function evaluateExamples(
  examples: readonly Example[],
  assess: (text: string) => Assessment,
): readonly ExampleResult[] {
  return examples.map(({ language, label, text }) => {
    const { level, score } = assess(text);
    return { language, label, text, level, score, isCall: isCall(label), right: alerts(level) === isCall(label) };
  });
}
