import { createColors } from 'picocolors';
import { type Assessment, isStatistical, type Level, type Reason } from '../assess/assessment.js';
import { scoreInWords } from './score-in-words.js';
import { visibleText } from './visible-text.js';

type Colours = ReturnType<typeof createColors>;

const NOT_ASSESSED = {
  'no-text': 'not assessed: nothing to read in it',
  'perso-arabic': 'not assessed: most of it is in Perso-Arabic script, which no classifier here reads',
} as const;

/** One assessment as a person reads it: level, category, language, band, the text with what was found marked, and every reason. */
export function renderAssessment(text: string, assessment: Assessment, colour: boolean): string {
  const c = createColors(colour);
  if (assessment.notAssessed !== undefined) {
    return [c.bold(NOT_ASSESSED[assessment.notAssessed]), indent(visibleText(text)), ''].join('\n');
  }
  const category = assessment.category === null ? '' : ` · ${assessment.category} (${assessment.polarity})`;
  const heading = `${levelIn(assessment.level, c)}${category}`;
  return [
    heading,
    `  language  ${assessment.languages.map(({ tag, probability }) => `${tag} ${percent(probability)}`).join(', ')}`,
    `  score     ${signed(assessment.score)} log-odds, ${scoreInWords(assessment.score)}`,
    `  pack      ${assessment.pack}`,
    '',
    indent(markReasons(text, assessment.reasons, c, colour)),
    '',
    ...reasonLines(assessment.reasons, c),
  ].join('\n');
}

function levelIn(level: Level, c: Colours): string {
  const paint = { none: c.green, watch: c.cyan, review: c.yellow, urgent: c.red }[level];
  return c.bold(paint(level));
}

/** Marks what raised the score and what lowered it; without colours in brackets: [raised] and (lowered). */
function markReasons(text: string, reasons: readonly Reason[], c: Colours, colour: boolean): string {
  const shown = visibleText(text);
  const spans = disjoint(reasons.filter((reason) => !isStatistical(reason) && reason.end > reason.start));
  let marked = '';
  let at = 0;
  for (const { start, end, weight } of spans) {
    marked += shown.slice(at, start) + mark(shown.slice(start, end), weight < 0, colour ? c : undefined);
    at = end;
  }
  return marked + shown.slice(at);
}

function mark(text: string, lowers: boolean, c: Colours | undefined): string {
  if (c === undefined) return lowers ? `(${text})` : `[${text}]`;
  return c.underline(lowers ? c.green(text) : c.red(text));
}

/** The innermost spans first, so that words are marked rather than the whole clause around them; none overlap. */
function disjoint(reasons: readonly Reason[]): readonly Reason[] {
  const kept: Reason[] = [];
  const bySize = [...reasons].sort((a, b) => a.end - a.start - (b.end - b.start));
  for (const reason of bySize)
    if (kept.every((other) => reason.end <= other.start || other.end <= reason.start)) kept.push(reason);
  return kept.sort((a, b) => a.start - b.start);
}

function reasonLines(reasons: readonly Reason[], c: Colours): readonly string[] {
  if (reasons.length === 0) return [c.dim('  no reasons: nothing in it speaks for a call')];
  return [
    ...[...reasons]
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
      .map((reason) => {
        const weight = signed(reason.weight).padStart(7);
        const painted = reason.weight < 0 ? c.green(weight) : c.red(weight);
        const where = reason.text === '' ? '' : ` «${visibleText(reason.text).replace(/\s+/g, ' ')}»`;
        return `  ${painted}  ${`${reason.kind} ${reason.role}`.padEnd(22)}${where}  ${reason.gloss}`;
      }),
  ];
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function percent(probability: number): string {
  return `${(probability * 100).toFixed(probability >= 0.995 || probability < 0.005 ? 1 : 0)} %`;
}
