import type { Language } from '../assess/assessment.js';
import type { BayesFigures, Separation, WordingFigures } from '../packs/models/figures-file.js';
import { percent, table } from './markdown.js';

/** How well Bayes and free wording tell calls from benign texts that they have not seen. */
export interface Separations {
  readonly bayes: Readonly<Partial<Record<Language, BayesFigures>>>;
  readonly wording: Readonly<Partial<Record<Language, WordingFigures>>>;
}

export function wordingSection(wording: Separations['wording']): string {
  const rows = Object.entries(wording).map(([language, one]) => [language, one.calls, one.benign, ...cellsOf(one)]);
  const head = [
    'language',
    'unseen calls',
    'unseen benign texts',
    'area under the curve',
    'calls above even odds',
    'benign at most',
  ];
  return [
    '## Free wording alone, on unseen examples (a fifth)',
    'Asked only about texts that name a designated group beside another known word. To alert, wording must stand above even odds by a margin.',
    table(head, rows),
  ].join('\n\n');
}

export function bayesSection(bayes: Separations['bayes']): string {
  const rows = Object.entries(bayes).map(([language, one]) => [
    language,
    one.examples,
    one.smoothing,
    one.prefix,
    ...cellsOf(one),
  ]);
  const head = [
    'language',
    'examples',
    'smoothing',
    'letters of a word',
    'area under the curve',
    'calls above 0',
    'benign at most 0',
  ];
  return [
    '## Bayes alone, on unseen examples (five-fold)',
    'It moves a decision a little and never makes one.',
    table(head, rows),
  ].join('\n\n');
}

function cellsOf({ auc, callsRight, benignRight }: Separation): readonly string[] {
  return [auc.toFixed(3), percent(callsRight), percent(benignRight)];
}
