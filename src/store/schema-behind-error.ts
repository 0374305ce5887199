/** The database and this program do not have the same schema. A fault of the installation: the message says what to do. */
export class SchemaBehindError extends Error {
  override readonly name = 'SchemaBehindError';
  readonly faults: readonly string[] = [this.message];
}
