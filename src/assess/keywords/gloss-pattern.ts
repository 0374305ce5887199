import type { Polarity } from '../assessment.js';
import type { Term } from './find-terms.js';

/** Fills `{1}`, `{2}` … with what filled the slots, and keeps the polarity: «do NOT join Islamic State». */
export function glossPattern(template: string, filled: readonly Term[], polarity: Polarity): string {
  const text = template.replace(/\{(\d)\}/g, (_, digit: string) => glossTerm(filled[Number(digit) - 1]));
  if (polarity !== 'against') return text;
  if (text.startsWith('NOT ')) return `do ${text}`;
  return text.includes('NOT ') ? text : `NOT: ${text}`;
}

function glossTerm(term: Term | undefined): string {
  if (term === undefined) return '…';
  return term.grammar.negated ? `NOT ${term.gloss}` : term.gloss;
}
