/** Something wrong in what an operator wrote: where it stands, what was found and what would be right. */
export interface Fault {
  /** Path as the operator knows it, or `environment`. */
  readonly file: string;
  /** Counts from 1; undefined where there are no lines. */
  readonly line: number | undefined;
  readonly message: string;
}

/** The settings cannot be used. Lists every fault of every file, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}

/** `file:line: message`, which editors and terminals can follow. */
export function formatFault({ file, line, message }: Fault): string {
  return line === undefined ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}
