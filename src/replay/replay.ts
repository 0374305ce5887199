import { type Assessment, alerts, type Category, type Level, type NotAssessed } from '../assess/assessment.js';
import type { ExportMessage } from './export-message.js';
import type { ExportRecord } from './read-export.js';

/** A damaged record: which one of the file, counted from 1, and where. */
export interface Malformed {
  readonly file: string;
  readonly record: number;
  /** What `at` counts: bytes of an export, lines of JSONL. */
  readonly unit: 'byte' | 'line';
  readonly at: number;
  readonly why: string;
}

/** What would have been alerted. */
export interface ReplayAlert {
  readonly message: ExportMessage;
  readonly assessment: Assessment;
}

/** What became of the records of some exports. Every record read is counted in exactly one of the others. */
export interface ReplayCounts {
  read: number;
  assessed: number;
  readonly notAssessed: Record<NotAssessed, number>;
  /** Written by Discord itself, or by an author who was to be left out. */
  readonly skipped: { system: number; author: number };
  malformed: number;
  readonly byLevel: Record<Level, number>;
  /** Alerts by channel, category and level. */
  readonly alerts: Map<string, AlertRow>;
  /** Messages assessed, and alerts, by first language tag. */
  readonly languages: Map<string, { assessed: number; alerts: number }>;
}

export interface AlertRow {
  readonly channel: string;
  readonly category: Category;
  readonly level: Level;
  count: number;
}

export function startCounts(): ReplayCounts {
  return {
    read: 0,
    assessed: 0,
    notAssessed: { 'no-text': 0, 'perso-arabic': 0 },
    skipped: { system: 0, author: 0 },
    malformed: 0,
    byLevel: { none: 0, watch: 0, review: 0, urgent: 0 },
    alerts: new Map(),
    languages: new Map(),
  };
}

export interface ReplayRules {
  readonly assess: (text: string) => Assessment;
  /** Our own id, or that of any other author to leave out. */
  readonly skipAuthor: string | undefined;
}

/** Counts one record, and answers the alert that it would have raised. */
export function replayRecord(record: ExportRecord, counts: ReplayCounts, rules: ReplayRules): ReplayAlert | undefined {
  counts.read++;
  if (record.kind === 'malformed') {
    counts.malformed++;
    return undefined;
  }
  const { message } = record;
  const isSkipped = rules.skipAuthor !== undefined && message.authorId === rules.skipAuthor;
  if (isSkipped) counts.skipped.author++;
  else if (message.isSystem) counts.skipped.system++;
  else return countAssessment({ message, assessment: rules.assess(message.text) }, counts);
  return undefined;
}

function countAssessment(found: ReplayAlert, counts: ReplayCounts): ReplayAlert | undefined {
  const { notAssessed, language, level, category } = found.assessment;
  if (notAssessed !== undefined) {
    counts.notAssessed[notAssessed]++;
    return undefined;
  }
  counts.assessed++;
  counts.byLevel[level]++;
  const ofLanguage = counts.languages.get(language) ?? { assessed: 0, alerts: 0 };
  counts.languages.set(language, ofLanguage);
  ofLanguage.assessed++;
  if (!alerts(level) || category === null) return undefined;

  ofLanguage.alerts++;
  const channel = found.message.place.channelName;
  const key = JSON.stringify([channel, category, level]);
  const row = counts.alerts.get(key) ?? { channel, category, level, count: 0 };
  counts.alerts.set(key, row);
  row.count++;
  return found;
}

/** Alerts of all channels, categories and levels. */
export function totalAlerts(counts: ReplayCounts): number {
  return [...counts.alerts.values()].reduce((sum, row) => sum + row.count, 0);
}
