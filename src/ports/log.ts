/** Facts about one event. Never message text, tokens or keys. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Where the program says what it does. Never throws, never waits. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields & { readonly error?: string }): void;
}
