import type { Snowflake } from './snowflake.js';

/** Everything that is written into the audit log. Closed, so that a reader of the log knows what may stand in it. */
export const AUDIT_ACTIONS = [
  'verdict',
  'support',
  'claim',
  'release',
  'unsure',
  'ask-reader',
  'hold',
  'unhold',
  'delete-message',
  'timeout-author',
  'report-message',
  'pause',
  'resume',
  'publish',
  'approve',
  'rollback',
  'shadow',
  'refit',
  'setting',
  'erase',
  'export',
  'backup',
  'restore',
  'key-rotate',
  /** Written by the log itself, when it finds that somebody altered it. */
  'alteration-noticed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What an act was done to. An alert's id is its flag's, a pack's its content hash. */
export const AUDIT_SUBJECT_KINDS = ['user', 'message', 'alert', 'channel', 'guild', 'pack'] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECT_KINDS)[number];

export interface AuditSubject {
  readonly kind: AuditSubjectKind;
  readonly id: string;
}

/** A member of the team, whoever works at the command line, or the bot by itself. */
export type AuditActor = Snowflake | 'operator' | 'didbon';

/** Facts about the act: labels and counts, never text that a member wrote, never an id. */
export type AuditDetail = Readonly<Record<string, string | number>>;

/** One act, as it is told to the log. */
export interface AuditEntry {
  /** Undefined for what concerns the whole installation. */
  readonly guildId: Snowflake | undefined;
  readonly at: Date;
  readonly actor: AuditActor;
  readonly action: AuditAction;
  readonly subject?: AuditSubject;
  readonly detail?: AuditDetail;
}

/** One act, as it stands in the log: persons and things by pseudonyms that only the database's own key can resolve. */
export interface AuditRecord {
  readonly guildId: Snowflake | undefined;
  /** Counts from 1 within the community's log. */
  readonly seq: number;
  readonly at: Date;
  /** `operator`, `didbon`, or a pseudonym. */
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: { readonly kind: AuditSubjectKind; readonly pseudonym: string } | undefined;
  readonly detail: AuditDetail;
  readonly previousHash: string;
  /** SHA-256 over all of the above, in base64url: see `hashRecord`. */
  readonly hash: string;
}

/** What checking one community's log found. */
export interface AuditCheck {
  readonly guildId: Snowflake | undefined;
  readonly entries: number;
  /** The first row that is not as it was written, and what is wrong with it. */
  readonly fault: { readonly seq: number; readonly what: string } | undefined;
}
