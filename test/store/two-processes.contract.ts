import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { toSnowflake } from '../../src/domain/snowflake.js';
import type { StoreBench } from './store-bench.js';
import { CHANNEL, GUILD, OTHER_CHANNEL, rangeOf } from './store-samples.js';
import { readWriterResult, type WriterResult, type WriterTask } from './writer-task.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROUNDS = 25;
/** Ten new ids a round, and two more of the last page. */
const SHARED_MESSAGES = ROUNDS * 10 + 3;
const OWN_MESSAGES = ROUNDS * 10;
const CHANNELS = [0n, 1n, 2n].map((n) => toSnowflake(String(n === 0n ? BigInt(CHANNEL) : BigInt(OTHER_CHANNEL) + n)));

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

    it('leave counts and coverage in step when they are killed, and the next one ends what they began', async () => {
      const { database, key } = bench();
      const task = { store: { database, key }, rounds: ROUNDS };
      const killed = await Promise.all(([1, 2] as const).map((number) => startWriter({ ...task, number })));
      await Promise.all(killed.map((writer, index) => writer.kill(5 + 7 * index)));
      const store = await bench().open();
      const inStep = async () => {
        const ranges = (await Promise.all(CHANNELS.map((channel) => store.ledger.ranges(channel)))).flat();
        const covered = ranges.reduce((sum, { from, to }) => sum + Number(BigInt(to) - BigInt(from)) + 1, 0);
        expect(await store.counts.total(GUILD)).toBe(covered);
        return covered;
      };
      expect(await inStep()).toBeGreaterThan(0);
      const again = await Promise.all(([1, 2] as const).map((number) => startWriter({ ...task, number })));
      await Promise.all(again.map((writer) => writer.go()));
      expect(await inStep()).toBe(SHARED_MESSAGES + 2 * OWN_MESSAGES);
    }, 60_000);
  });
}

interface Writer {
  /** Lets it write, and answers what it says at the end. */
  go(): Promise<WriterResult>;
  /** Lets it write, and kills it in the middle of the round after these. */
  kill(rounds: number): Promise<void>;
}

/** Starts a process that waits, with its database open, for the word to go. */
async function startWriter(task: WriterTask): Promise<Writer> {
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
      let line = await lines.next();
      while (line.value === 'round') line = await lines.next();
      return readWriterResult(line.value ?? 'null');
    },
    kill: async (rounds) => {
      child.stdin.write('go\n');
      for (let round = 0; round < rounds; round += 1) await lines.next();
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      expect(await exited).toEqual([null, 'SIGKILL']);
    },
  };
}
