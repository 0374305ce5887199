import type { AssessParts } from '../assess/assess-parts.js';
import type { Language } from '../assess/assessment.js';
import { bayesOf, examine, judge } from '../assess/examine.js';
import { type BenignText, isHardest } from './benign-text.js';
import type { Progress } from './progress.js';

/** A benign line and what the decision would rest on. */
export interface BenignScore {
  /** The language that the line is written in. */
  readonly language: Language;
  readonly hardest: boolean;
  /** Undefined where it calls for nothing whatever the threshold. */
  readonly met: { readonly language: Language; readonly score: number } | undefined;
}

const PROGRESS_EVERY = 500;

/** Scores every benign line, with thresholds left open. */
export function scoreBenign(benign: BenignText, parts: AssessParts, progress: Progress): readonly BenignScore[] {
  progress.begin('scoring benign text', benign.lines.length);
  const scores = benign.lines.map(({ tag, stratum, text }, index): BenignScore => {
    if (index % PROGRESS_EVERY === 0) progress.advance(index);
    const examined = examine(text, parts);
    const { grounds } = judge(examined, parts, bayesOf(examined.text, parts));
    const called = grounds !== undefined && grounds.pattern.polarity !== 'against';
    return {
      language: languageOfTag(tag),
      hardest: isHardest(stratum),
      met: called ? { language: grounds.pattern.language, score: grounds.score } : undefined,
    };
  });
  progress.end();
  return scores;
}

/** The language whose figures a tag belongs to: Russian for whatever is neither Tajik nor Uzbek. */
export function languageOfTag(tag: string): Language {
  if (tag.startsWith('tg')) return 'tajik';
  return tag.startsWith('uz') ? 'uzbek' : 'russian';
}
