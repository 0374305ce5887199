import type { Assessment } from '../assess/assessment.js';
import type { Texts } from '../texts/texts.js';
import { wholeLines } from './escape.js';
import { reasonLine, scoreText } from './render-card.js';

/** Discord's limit for the content of a message. */
const LONGEST_ANSWER = 2_000;

/** What is thought of a text that somebody asked about: level, category, language, and every reason. The text itself is not repeated. */
export function explainAssessment(assessment: Assessment, texts: Texts): string {
  const { level, category, language, languages, score, reasons, pack } = assessment;
  const { assessed, notAssessed, nothingFound } = texts.commands;
  if (assessment.notAssessed !== undefined) return notAssessed;
  const percent = Math.round((languages[0]?.probability ?? 0) * 100);
  const head = [
    `**${assessed}**`,
    [texts.levels[level], ...(category === null ? [] : [texts.categories[category]])].join(' · '),
    `${texts.card.language}: ${language} · ${percent} %`,
    ...(level === 'none' ? [nothingFound] : [`${texts.card.score}: ${scoreText(score, texts)}`]),
    pack,
  ].join('\n');
  return [head, wholeLines(reasons.map(reasonLine), LONGEST_ANSWER - head.length - 1)].join('\n').trimEnd();
}
