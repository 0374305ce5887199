import type { StoreOptions } from '../../src/store/open-store.js';

/** What a writer process is told. */
export interface WriterTask {
  readonly store: Pick<StoreOptions, 'database' | 'key'>;
  readonly number: 1 | 2;
  readonly rounds: number;
}

/** What a writer process answers. */
export interface WriterResult {
  readonly counted: number;
  readonly flagged: number;
  readonly won: number;
  readonly leased: boolean;
  readonly channel: string;
}

/** The parent wrote it a moment ago, so its shape is known. */
export function readWriterTask(json: string): WriterTask {
  return JSON.parse(json);
}

/** As `readWriterTask`. */
export function readWriterResult(json: string): WriterResult {
  return JSON.parse(json);
}
