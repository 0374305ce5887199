import { type Assessment, alerts, type Category, type Level } from '../assess/assessment.js';
import type { QuietKind, Writing } from '../packs/format/cases.js';
import type { CasePair, PackSources, QuietCase } from '../packs/pack-sources.js';

/** One text of a functional case. */
export interface CaseText {
  /** The pair's id with `/call` or `/twin`, or the id of a quiet text. */
  readonly id: string;
  readonly writing: Writing;
  readonly text: string;
  readonly gloss: string;
  /** What a call calls for; undefined for a text that must stay quiet. */
  readonly category: Category | undefined;
  /** The construction of a call, the kind of a benign text. */
  readonly kind: CasePair['construction'] | QuietKind;
}

export interface CaseResult extends CaseText {
  readonly level: Level;
  readonly score: number;
  readonly found: Category | null;
  /** A call alerts, a benign text does not. */
  readonly right: boolean;
}

/** Every text of the functional cases, calls and benign texts alike. */
export function caseTexts(sources: Pick<PackSources, 'pairs' | 'quiet'>): readonly CaseText[] {
  return [...sources.pairs.flatMap(pairTexts), ...sources.quiet.map(quietText)];
}

/** What the pack says of each of them. */
export function evaluateCases(texts: readonly CaseText[], assess: (text: string) => Assessment): readonly CaseResult[] {
  return texts.map((one) => {
    const { level, score, category } = assess(one.text);
    return { ...one, level, score, found: category, right: alerts(level) === (one.category !== undefined) };
  });
}

function pairTexts({ id, writing, category, construction, call, twin }: CasePair): readonly CaseText[] {
  return [
    { id: `${id}/call`, writing, text: call.text, gloss: call.gloss, category, kind: construction },
    { id: `${id}/twin`, writing, text: twin.text, gloss: twin.gloss, category: undefined, kind: twin.kind },
  ];
}

function quietText({ id, writing, kind, text, gloss }: QuietCase): CaseText {
  return { id, writing, kind, text, gloss, category: undefined };
}
