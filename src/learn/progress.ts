/** Told how far long work has come. */
export interface Progress {
  /** A new step of the work; `total` units of it are to come, texts where nothing else is said. */
  begin(step: string, total: number, unit?: string): void;
  advance(done: number): void;
  end(): void;
}

/** For callers that show nothing. */
export const SILENT: Progress = { begin: () => {}, advance: () => {}, end: () => {} };
