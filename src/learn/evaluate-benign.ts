import { type Assessment, alerts, type Level } from '../assess/assessment.js';
import { type BenignText, isHardest } from './benign-text.js';
import { type Share, shareOf } from './intervals.js';
import type { Progress } from './progress.js';

/** False alerts on one kind of benign text in one language. */
export interface BenignFigures {
  readonly tag: string;
  readonly stratum: string;
  readonly hardest: boolean;
  readonly alerts: Share;
  readonly watched: number;
}

/** A benign line that alerts. The text is shown, never kept. */
export interface FalseAlert {
  /** 1-based line of the file. */
  readonly line: number;
  readonly tag: string;
  readonly stratum: string;
  readonly level: Level;
  readonly score: number;
  readonly why: string;
  readonly text: string;
}

export interface BenignEvaluation {
  readonly hash: string;
  readonly figures: readonly BenignFigures[];
  readonly falseAlerts: readonly FalseAlert[];
}

/** Assesses every benign line: each alert is a false one. */
export function evaluateBenign(
  benign: BenignText,
  assess: (text: string) => Assessment,
  progress: Progress,
): BenignEvaluation {
  const strata = new Map<string, { tag: string; stratum: string; lines: number; alerts: number; watched: number }>();
  const falseAlerts: FalseAlert[] = [];
  progress.begin('assessing benign text', benign.lines.length);
  benign.lines.forEach(({ tag, stratum, text }, index) => {
    if (index % 500 === 0) progress.advance(index);
    const { level, score, reasons } = assess(text);
    const counted = strata.get(`${tag} ${stratum}`) ?? { tag, stratum, lines: 0, alerts: 0, watched: 0 };
    strata.set(`${tag} ${stratum}`, counted);
    counted.lines += 1;
    if (level === 'watch') counted.watched += 1;
    if (!alerts(level)) return;
    counted.alerts += 1;
    const why = reasons
      .filter(({ kind }) => kind === 'pattern' || kind === 'term')
      .map((reason) => `${reason.text} (${reason.gloss})`);
    falseAlerts.push({ line: index + 2, tag, stratum, level, score, why: why.join(' · '), text });
  });
  progress.end();
  return {
    hash: benign.hash,
    figures: [...strata.values()].map((one) => ({
      tag: one.tag,
      stratum: one.stratum,
      hardest: isHardest(one.stratum),
      alerts: shareOf(one.alerts, one.lines),
      watched: one.watched,
    })),
    falseAlerts,
  };
}
