import type { Alert } from '../domain/alert.js';
import type { Texts } from '../texts/texts.js';
import { escapeText, wholeLines } from './escape.js';
import { excerpt } from './excerpt.js';
import { reasonLine } from './render-card.js';

/** Discord's limit for the content of a message; escaping can double a text. */
const LONGEST_ANSWER = 2_000;
const LONGEST_MESSAGE = 500;

/** What a second opinion is given on: the text and what matched, and nothing of what anybody said of it. */
export function blindLook({ flag }: Alert, texts: Texts): string {
  const text =
    flag.text === undefined ? texts.card.erased : escapeText(excerpt(flag.text, flag.reasons, LONGEST_MESSAGE));
  const head = `${texts.review.second.look}\n${texts.categories[flag.category]} · ${flag.language}\n||${text}||`;
  return `${head}\n${wholeLines(flag.reasons.map(reasonLine), LONGEST_ANSWER - head.length - 1)}`;
}
