import type { BenignEvaluation } from '../learn/evaluate-benign.js';
import type { CaseResult } from '../learn/evaluate-cases.js';
import type { ExampleResult } from '../learn/evaluate-examples.js';
import type { PackEvaluation } from '../learn/evaluate-pack.js';
import type { SpellingFigures } from '../learn/evaluate-spelling.js';
import { type Share, shareOf } from '../learn/intervals.js';

/** A readable account of what was measured, a line each. */
export function renderEvaluation({ pack, cases, examples, spelling, benign }: PackEvaluation): readonly string[] {
  return [
    `pack ${pack}`,
    ...(cases === undefined ? [] : renderCases(cases)),
    ...(examples === undefined ? [] : renderExamples(examples)),
    ...(spelling === undefined ? [] : renderSpelling(spelling)),
    ...(benign === undefined ? [] : renderBenign(benign)),
  ];
}

function renderCases(cases: readonly CaseResult[]): readonly string[] {
  const wrong = cases.filter(({ right }) => !right);
  const kinds = [...new Set(cases.filter(({ category }) => category === undefined).map(({ kind }) => kind))].sort();
  return [
    '',
    'Functional cases: calls that alert, benign texts that stay quiet',
    ...writingsOf(cases).map((writing) => {
      const own = cases.filter((one) => one.writing === writing);
      return `  ${writing.padEnd(10)} calls ${right(own.filter(isCall))}   benign ${right(own.filter((one) => !isCall(one)))}`;
    }),
    '',
    'Benign kinds that stay quiet',
    ...kinds.map((kind) => `  ${kind.padEnd(16)} ${right(cases.filter((one) => !isCall(one) && one.kind === kind))}`),
    '',
    `Cases that go wrong: ${wrong.length}`,
    ...wrong.map(
      ({ id, level, score, category, text }) =>
        `  ${category ? 'missed' : 'false '} ${id.padEnd(34)} ${level.padEnd(6)} ${score.toFixed(2).padStart(6)}  ${text}`,
    ),
  ];
}

function renderExamples(examples: readonly ExampleResult[]): readonly string[] {
  const wrong = examples.filter((one) => !one.right);
  const languages = [...new Set(examples.map(({ language }) => language))];
  const rightOf = (own: readonly ExampleResult[]) => share(shareOf(own.filter((one) => one.right).length, own.length));
  return [
    '',
    'Examples: calls that alert, benign texts that stay quiet (Bayes and wording have learnt them, patterns have not)',
    ...languages.map((language) => {
      const own = examples.filter((one) => one.language === language);
      return `  ${language.padEnd(10)} calls ${rightOf(own.filter((one) => one.isCall))}   benign ${rightOf(own.filter((one) => !one.isCall))}`;
    }),
    '',
    `Examples that go wrong: ${wrong.length}`,
    ...wrong.map(
      ({ language, label, level, score, text }) =>
        `  ${language.padEnd(8)} ${label.padEnd(14)} ${level.padEnd(6)} ${score.toFixed(2).padStart(6)}  ${text}`,
    ),
  ];
}

function renderSpelling(figures: readonly SpellingFigures[]): readonly string[] {
  const known = figures.filter(({ recall, falseOnCases }) => recall.of + falseOnCases.of > 0);
  const rows = [...known].sort((a, b) =>
    a.writing < b.writing ? -1 : a.writing > b.writing ? 1 : a.recall.share - b.recall.share,
  );
  const lost = rows.filter((row) => row.lost.length > 0);
  return [
    '',
    'Disguised spellings: calls that still alert; benign cases and benign lines that alert',
    ...rows.map(
      ({ writing, disguise, recall, falseOnCases, falseOnBenign }) =>
        `  ${writing.padEnd(8)} ${disguise.padEnd(26)} ${share(recall)}   false ${falseOnCases.hits}/${falseOnCases.of}   ${falseOnBenign.hits}/${falseOnBenign.of}`,
    ),
    '',
    'Lost by spelling, the first of each',
    ...lost.map(
      ({ writing, disguise, lost: [first] }) =>
        `  ${writing.padEnd(8)} ${disguise.padEnd(26)} ${first?.id}  ${first?.text}`,
    ),
  ];
}

function renderBenign({ figures, falseAlerts }: BenignEvaluation): readonly string[] {
  return [
    '',
    'False alerts on benign development text, with the upper bound of 95 % confidence',
    ...figures.map(
      ({ tag, stratum, hardest, alerts, watched }) =>
        `  ${tag.padEnd(8)} ${stratum.padEnd(12)} ${String(alerts.hits).padStart(4)} of ${String(alerts.of).padStart(5)}   ${rate(alerts, hardest)}   watched ${watched}`,
    ),
    '',
    `False alerts: ${falseAlerts.length}`,
    ...falseAlerts.map(
      ({ line, tag, stratum, level, score, why }) =>
        `  line ${line} ${tag} ${stratum} ${level} ${score.toFixed(2)}: ${why}`,
    ),
  ];
}

function rate({ share: found, high }: Share, hardest: boolean): string {
  const [per, unit] = hardest ? [1000, '1,000'] : [100_000, '100,000'];
  return `${(found * per).toFixed(1)} per ${unit} (at most ${(high * per).toFixed(1)})`;
}

function right(cases: readonly CaseResult[]): string {
  return share(shareOf(cases.filter((one) => one.right).length, cases.length));
}

function share({ hits, of, share: part }: Share): string {
  return `${hits}/${of} (${(100 * part).toFixed(1)} %)`;
}

function isCall({ category }: CaseResult): boolean {
  return category !== undefined;
}

function writingsOf(cases: readonly CaseResult[]): readonly CaseResult['writing'][] {
  return [...new Set(cases.map(({ writing }) => writing))];
}
