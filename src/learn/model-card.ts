import { LANGUAGES } from '../assess/assessment.js';
import { isCall } from '../assess/bayes/bayes-reader.js';
import type { ReadDecisions } from '../packs/models/decision-file.js';
import type { PackSources } from '../packs/pack-sources.js';
import type { BenignEvaluation } from './evaluate-benign.js';
import type { CaseResult } from './evaluate-cases.js';
import type { ExampleResult } from './evaluate-examples.js';
import type { PackEvaluation } from './evaluate-pack.js';
import type { SpellingFigures } from './evaluate-spelling.js';
import { type Share, shareOf } from './intervals.js';
import { percent, table } from './markdown.js';
import { bayesSection, type Separations, wordingSection } from './separation-sections.js';

export interface CardInput extends Separations {
  readonly sources: PackSources;
  readonly evaluation: PackEvaluation;
  readonly decisions: ReadDecisions;
}

/** What must not be expected of the pack, whatever the figures say. */
const LIMITS = `## What it cannot do

- The figures on calls are measured on cases that the authors of the words wrote. They show that constructions are covered, not how many real calls are found.
- It reads text only: no pictures, no voice, no video, no Perso-Arabic script.
- It does not know irony, pictures of speech that it was not taught, code words, or what was said before in the conversation.
- A score is a log-odds against benign text. It is no probability that somebody is guilty of something, and it says nothing about a person.
- Nothing is decided by it: it shows texts to people who can read them, with the reasons.
`;

/** The model card of a pack: what it was built from, what was measured, and what it cannot do. Markdown. */
export function renderCard({ sources, evaluation, bayes, wording, decisions }: CardInput): string {
  const { name, version } = sources.manifest;
  return [
    `# Model card: ${name} ${version}`,
    'Written by `npx didbon evaluate`; never edited. Ranges are 95 % confidence intervals (Clopper–Pearson).',
    dataSection(sources),
    reviewSection(sources),
    evaluation.cases === undefined ? '' : caseSection(evaluation.cases),
    evaluation.examples === undefined ? '' : exampleSection(evaluation.examples),
    evaluation.spelling === undefined ? '' : spellingSection(evaluation.spelling),
    wordingSection(wording),
    bayesSection(bayes),
    evaluation.benign === undefined ? '' : benignSection(evaluation.benign),
    thresholdSection(decisions),
    LIMITS,
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function dataSection({ examples, lexicons, patterns, groups, pairs, quiet }: PackSources): string {
  const rows = LANGUAGES.map((language) => {
    const own = examples.filter((example) => example.language === language);
    const lexicon = lexicons.find((file) => file.language === language);
    const calls = own.filter(({ label }) => isCall(label)).length;
    return [
      language,
      lexicon?.entries.length ?? 0,
      lexicon?.patterns.length ?? 0,
      lexicon?.cues.length ?? 0,
      calls,
      own.length - calls,
    ];
  });
  const licences = countBy(examples.map(({ source, licence }) => `${source} (${licence})`));
  return [
    '## What it was built from',
    table(['language', 'entries', 'own patterns', 'cues', 'examples of calls', 'benign examples'], rows),
    `Also ${patterns.patterns.length} patterns for every language and ${groups.groups.length} groups of ${groups.source}, reviewed on ${groups.reviewedOn}.`,
    `Functional cases, which only test: ${pairs.length} pairs and ${quiet.length} more benign texts.`,
    `Sources of the examples: ${[...licences].map(([source, count]) => `${source}: ${count}`).join(' · ')}.`,
    'Language detector: see `language/README.md` for its texts and licences.',
  ].join('\n\n');
}

function reviewSection({ examples, lexicons }: PackSources): string {
  const rows = LANGUAGES.map((language) => {
    const lexicon = lexicons.find((file) => file.language === language);
    const entries = lexicon?.entries ?? [];
    const unread = entries.filter((entry) => (entry.reviewedBy ?? lexicon?.reviewedBy ?? []).length === 0).length;
    const own = examples.filter((example) => example.language === language);
    const unreadExamples = own.filter(({ reviewedBy }) => reviewedBy.length === 0).length;
    return [
      language,
      percent(shareOf(unread, entries.length).share),
      percent(shareOf(unreadExamples, own.length).share),
    ];
  });
  return ['## What no native speaker has read', table(['language', 'entries', 'examples'], rows)].join('\n\n');
}

function caseSection(cases: readonly CaseResult[]): string {
  const rows = writingsOf(cases).map((writing) => {
    const own = cases.filter((one) => one.writing === writing);
    return [
      writing,
      rightOf(own.filter(({ category }) => category !== undefined)),
      rightOf(own.filter(({ category }) => category === undefined)),
    ];
  });
  const kinds = [...new Set(cases.filter(({ category }) => category === undefined).map(({ kind }) => kind))].sort();
  const byKind = kinds.map((kind) => [
    kind,
    rightOf(cases.filter((one) => one.category === undefined && one.kind === kind)),
  ]);
  return [
    '## Functional cases',
    table(['writing', 'calls that alert', 'benign texts that stay quiet'], rows),
    table(['benign kind', 'stay quiet'], byKind),
  ].join('\n\n');
}

function exampleSection(examples: readonly ExampleResult[]): string {
  const rows = LANGUAGES.map((language) => {
    const own = examples.filter((one) => one.language === language);
    const rightAmong = (some: readonly ExampleResult[]) =>
      interval(shareOf(some.filter((one) => one.right).length, some.length));
    return [language, rightAmong(own.filter((one) => one.isCall)), rightAmong(own.filter((one) => !one.isCall))];
  });
  const head = ['language', 'calls that alert', 'benign texts that stay quiet'];
  return [
    '## The examples themselves',
    'Bayes and free wording have learnt them; words, patterns and cues were not written for them.',
    table(head, rows),
  ].join('\n\n');
}

function spellingSection(figures: readonly SpellingFigures[]): string {
  const rows = [...new Set(figures.map(({ writing }) => writing))].flatMap((writing) => {
    const own = figures.filter((one) => one.writing === writing && one.recall.of > 0);
    const worst = [...own].sort((a, b) => a.recall.share - b.recall.share).slice(0, 3);
    return worst.map((one) => [
      writing,
      one.disguise,
      interval(one.recall),
      counts(one.falseOnCases),
      counts(one.falseOnBenign),
    ]);
  });
  const head = ['writing', 'spelling', 'calls that alert', 'benign cases that alert', 'benign lines that alert'];
  return ['## Disguised spellings: the three worst of each writing', table(head, rows)].join('\n\n');
}

function benignSection({ hash, figures }: BenignEvaluation): string {
  const rows = figures.map(({ tag, stratum, hardest, alerts }) => {
    const [per, unit] = hardest ? [1000, '1,000'] : [100_000, '100,000'];
    return [
      tag,
      stratum,
      alerts.hits,
      alerts.of,
      `${(alerts.share * per).toFixed(1)} per ${unit}`,
      `${(alerts.high * per).toFixed(1)} per ${unit}`,
    ];
  });
  const total = shareOf(
    figures.reduce((sum, { alerts }) => sum + alerts.hits, 0),
    figures.reduce((sum, { alerts }) => sum + alerts.of, 0),
  );
  return [
    '## False alerts on real text that nobody here wrote',
    `Development text (SHA-256 ${hash.slice(0, 16)}…), which set the thresholds: unseen text may do worse. In all ${counts(total)}, at most ${(100_000 * total.high).toFixed(1)} per 100,000.`,
    table(['language', 'kind', 'alerts', 'lines', 'rate', 'at most (95 %)'], rows),
  ].join('\n\n');
}

function thresholdSection(decisions: ReadDecisions): string {
  const rows = Object.entries(decisions).map(([language, { thresholds, basis }]) => [
    language,
    thresholds.review,
    thresholds.urgent,
    basis.lines,
  ]);
  return [
    '## Scores from which text alerts',
    table(['language', 'review', 'urgent', 'benign lines behind it'], rows),
  ].join('\n\n');
}

function rightOf(cases: readonly CaseResult[]): string {
  return interval(shareOf(cases.filter(({ right }) => right).length, cases.length));
}

function interval(share: Share): string {
  return `${counts(share)}: ${percent(share.share)} (${(100 * share.low).toFixed(1)}–${(100 * share.high).toFixed(1)})`;
}

function counts({ hits, of }: Share): string {
  return `${hits} of ${of}`;
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const name of names) counted.set(name, (counted.get(name) ?? 0) + 1);
  return counted;
}

function writingsOf(cases: readonly CaseResult[]): readonly CaseResult['writing'][] {
  return [...new Set(cases.map(({ writing }) => writing))];
}
