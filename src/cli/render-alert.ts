import { createColors } from 'picocolors';
import { excerpt } from '../alert/excerpt.js';
import type { Alert } from '../domain/alert.js';
import { scoreInWords } from './score-in-words.js';
import { visibleText } from './visible-text.js';

const LONGEST_TEXT = 160;

/** An alert as it scrolls by in a terminal: its number, level, category, language, text and what matched. */
export function renderAlert(number: number, { flag }: Alert, colour: boolean): string {
  const c = createColors(colour);
  const paint = flag.level === 'urgent' ? c.red : c.yellow;
  const text = visibleText(excerpt(flag.text ?? '', flag.reasons, LONGEST_TEXT)).replace(/\s+/g, ' ');
  const strongest = flag.reasons.filter((reason) => reason.kind === 'pattern' || reason.kind === 'cue');
  return [
    '',
    `${c.bold(`#${number}`)} ${c.bold(paint(`${flag.level} · ${flag.category}`))} ${c.dim(`· ${flag.language} · ${scoreInWords(flag.score)}`)}`,
    `   ${text}`,
    ...strongest.map(
      (reason) =>
        `   ${reason.weight < 0 ? c.green('−') : c.red('+')} «${visibleText(reason.text).replace(/\s+/g, ' ')}» ${reason.gloss}`,
    ),
  ].join('\n');
}
