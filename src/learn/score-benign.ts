import type { AssessParts } from '../assess/assess-parts.js';
import type { Language } from '../assess/assessment.js';
import { strongestPattern } from '../assess/decide/decide.js';
import { loudestWording, type WordingReading } from '../assess/decide/decide-by-wording.js';
import { bayesOf, examine } from '../assess/examine.js';
import { type BenignText, isHardest } from './benign-text.js';
import type { Progress } from './progress.js';

/** A benign line, what its patterns say and what its wording says: each is kept clear of it by itself. */
export interface BenignScore {
  /** The language that the line is written in. */
  readonly language: Language;
  readonly hardest: boolean;
  /** Undefined where it calls for nothing whatever the threshold. */
  readonly met: Scored | undefined;
  /** As a call in free words; undefined where no group stands beside a word that is known, or an act is spoken against. */
  readonly worded: Pick<WordingReading, 'language' | 'odds'> | undefined;
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
    const bayes = bayesOf(examined.text, parts);
    const odds = (language: Language) => bayes(language)?.opinion.logOdds ?? 0;
    const pattern = strongestPattern(examined.evidence, odds, parts.decisions);
    const against = pattern?.pattern.polarity === 'against';
    return {
      language: languageOfTag(tag),
      hardest: isHardest(stratum),
      met: pattern === undefined || against ? undefined : { language: pattern.pattern.language, score: pattern.score },
      worded: against ? undefined : oddsOnly(loudestWording(examined, parts.decisions)),
    };
  });
  progress.end();
  return scores;
}

/** Without the features, which 30,000 lines need not keep. */
function oddsOnly(said: WordingReading | undefined): BenignScore['worded'] {
  return said && { language: said.language, odds: said.odds };
}

/** The language whose figures a tag belongs to: Russian for whatever is neither Tajik nor Uzbek. */
export function languageOfTag(tag: string): Language {
  if (tag.startsWith('tg')) return 'tajik';
  return tag.startsWith('uz') ? 'uzbek' : 'russian';
}
