/** The database and this program do not have the same schema. The message says what to do. */
export class SchemaBehindError extends Error {
  override readonly name = 'SchemaBehindError';
}
