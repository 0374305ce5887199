import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { StoreBench } from './store-bench.js';
import { CHANNEL, GUILD, OTHER_CHANNEL, rangeOf } from './store-samples.js';
import { readWriterResult, type WriterResult, type WriterTask } from './writer-task.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROUNDS = 60;
/** Ten new ids a round, and two more of the last page. */
const SHARED_MESSAGES = ROUNDS * 10 + 3;
const OWN_MESSAGES = ROUNDS * 10;

export function twoProcessesContract(bench: () => StoreBench): void {
  describe('two processes that write at once', () => {
    it('lose nothing, count once, flag once, decide once, and only one has the lease', async () => {
      const { database, key } = bench();
      const writers = await Promise.all(
        ([1, 2] as const).map((number) => startWriter({ store: { database, key }, number, rounds: ROUNDS })),
      );
      const results = await Promise.all(writers.map((writer) => writer.go()));
      const sum = (read: (result: WriterResult) => number) =>
        results.reduce((total, result) => total + read(result), 0);
      expect(sum((result) => result.counted)).toBe(SHARED_MESSAGES + 2 * OWN_MESSAGES);
      expect(sum((result) => result.flagged)).toBe(ROUNDS);
      expect(results.filter((result) => result.leased)).toHaveLength(1);

      const store = await bench().open();
      expect(await store.counts.total(GUILD)).toBe(SHARED_MESSAGES + 2 * OWN_MESSAGES);
      expect(await store.ledger.ranges(CHANNEL)).toEqual([rangeOf(0, SHARED_MESSAGES - 1)]);
      for (const number of [1, 2])
        expect(await store.ledger.ranges(toSnowflake(String(BigInt(OTHER_CHANNEL) + BigInt(number))))).toEqual([
          rangeOf(0, OWN_MESSAGES - 1),
        ]);
      const decided = await store.counts.alerts(GUILD, { from: new Date(0), to: new Date('2100-01-01') });
      expect(decided.reduce((total, row) => total + row.count, 0)).toBe(ROUNDS);
      const verdicts = decided
        .filter((row) => row.verdict === 'confirmed')
        .reduce((total, row) => total + row.count, 0);
      expect(sum((result) => result.won)).toBe(verdicts);
    }, 60_000);
  });
}

/** Starts a process that waits, with its database open, for the word to go. */
async function startWriter(task: WriterTask): Promise<{ go(): Promise<WriterResult> }> {
  const loader = join(HERE, 'typescript-loader.mjs');
  const child = spawn(process.execPath, ['--import', loader, join(HERE, 'writer-process.ts'), JSON.stringify(task)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ready = await lines.next();
  if (ready.value !== 'ready') throw new Error(`writer ${task.number} did not start`);
  return {
    go: async () => {
      child.stdin.write('go\n');
      const answer = await lines.next();
      return readWriterResult(answer.value ?? 'null');
    },
  };
}
