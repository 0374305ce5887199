import type { AssessParts } from '../assess/assess-parts.js';
import type { Language } from '../assess/assessment.js';
import { type Heard, hear } from '../assess/decide/decide.js';
import { bayesOf, examine, oddsOf } from '../assess/examine.js';
import { type BenignText, isHardest } from './benign-text.js';
import type { Progress } from './progress.js';

/** A benign line, and what it says loudest: each way to an alert is kept clear of it by itself. */
export interface BenignScore {
  /** The language that the line is written in. */
  readonly language: Language;
  readonly hardest: boolean;
  /** What a pattern says where wording is not asked about it; undefined where there is none, whatever the threshold. */
  readonly met: Scored | undefined;
  /** What the wording says, with its pattern unless that speaks against; undefined where no group stands beside a word that is known, or an act is plainly spoken against. */
  readonly worded: (Pick<Heard, 'odds'> & { readonly language: Language }) | undefined;
}

interface Scored {
  readonly language: Language;
  readonly score: number;
}

const PROGRESS_EVERY = 500;

/** Scores every benign line, with thresholds left open. */
export function scoreBenign(benign: BenignText, parts: AssessParts, progress: Progress): readonly BenignScore[] {
  progress.begin('scoring benign text', benign.lines.length);
  const scores = benign.lines.map(({ tag, stratum, text }, index): BenignScore => {
    if (index % PROGRESS_EVERY === 0) progress.advance(index);
    const examined = examine(text, parts);
    const bayes = oddsOf(bayesOf(examined.text, parts));
    const { met, said, odds } = hear(examined, { bayes, models: parts.decisions });
    const called = met !== undefined && said === undefined && met.pattern.polarity !== 'against';
    return {
      language: languageOfTag(tag),
      hardest: isHardest(stratum),
      met: called ? { language: met.pattern.language, score: met.score } : undefined,
      worded: said && { language: said.language, odds },
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
