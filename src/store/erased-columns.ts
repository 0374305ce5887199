import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.js';

/** Takes from a flag all that says who or what was flagged, and makes its card stale, so that it goes from Discord, too. */
export function erasedColumns(row: ExpressionBuilder<Schema, 'flag'>) {
  return {
    sealed: null,
    flag_hash: null,
    message_hash: null,
    author_hash: null,
    channel_hash: null,
    supported_by: null,
    marks: null,
    held_at: null,
    reported_by: null,
    reporter_hash: null,
    revision: row('revision', '+', 1),
  };
}
