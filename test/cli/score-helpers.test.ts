import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { Helpers } from '../../src/cli/score-helpers.js';
import { scoreJsonl } from '../../src/cli/score-jsonl.js';
import { ANSWER, ioOf } from './answered-lines.js';
import { sink } from './run-cli.js';

describe('score --jsonl with helpers', () => {
  const MANY = 40;
  const batches = Array.from({ length: MANY }, (_, batch) =>
    Buffer.from(Array.from({ length: 100 }, (_line, at) => `{"id":"${batch * 100 + at}","text":"x"}\n`).join('')),
  );

  /** Helpers that answer each line with who they are, later than was asked. */
  function helpers(change: Partial<Helpers> = {}): Helpers {
    return {
      atOnce: 2,
      ready: Promise.resolve(),
      answer: async (lines) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        return lines.map((line) => `${JSON.stringify({ ...JSON.parse(line ?? ''), by: 'helper' })}\n`).join('');
      },
      close: async () => undefined,
      ...change,
    };
  }

  async function answersWith(help: Helpers | undefined): Promise<readonly { id: string; by?: string }[]> {
    const { stream, text } = sink();
    await scoreJsonl(
      ioOf(Readable.from(batches), stream),
      () => ANSWER,
      async () => help,
    );
    return text()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  }

  const ids = Array.from({ length: MANY * 100 }, (_, at) => `${at}`);

  it('shares the lines out and keeps their order', async () => {
    const answers = await answersWith(helpers());
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.some(({ by }) => by === 'helper')).toBe(true);
    expect(answers.some(({ by }) => by === undefined)).toBe(true);
  });

  it('writes what is answered while nothing more is read', async () => {
    const { stream, text } = sink();
    const input = new PassThrough();
    const run = scoreJsonl(
      ioOf(input, stream),
      () => ANSWER,
      async () => helpers(),
    );
    for (const batch of batches) input.write(batch);
    const deadline = Date.now() + 5_000;
    while (text().split('\n').length <= MANY * 100 && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(text().trimEnd().split('\n')).toHaveLength(MANY * 100);
    input.end();
    await run;
  });

  it('answers all itself where none is ever ready', async () => {
    const answers = await answersWith(helpers({ ready: new Promise(() => undefined) }));
    expect(answers.map(({ id }) => id)).toEqual(ids);
    expect(answers.some(({ by }) => by === 'helper')).toBe(false);
  });

  it('answers all itself where there are none', async () => {
    expect((await answersWith(undefined)).map(({ id }) => id)).toEqual(ids);
  });

  it('never asks for more than they can take at once', async () => {
    const asked = { now: 0, most: 0 };
    const { answer } = helpers();
    const counted = helpers({
      answer: async (lines) => {
        asked.now += 1;
        asked.most = Math.max(asked.most, asked.now);
        const answers = await answer(lines);
        asked.now -= 1;
        return answers;
      },
    });
    await answersWith(counted);
    expect(asked.most).toBe(2);
  });

  it('fails when a helper does, and closes them', async () => {
    const closed = { times: 0 };
    const failing = helpers({
      answer: () => Promise.reject(new Error('the thread died')),
      close: async () => {
        closed.times += 1;
      },
    });
    await expect(answersWith(failing)).rejects.toThrow('the thread died');
    expect(closed.times).toBe(1);
  });

  it('says so when they cannot be opened', async () => {
    const { stream } = sink();
    const run = scoreJsonl(
      ioOf(Readable.from(batches), stream),
      () => ANSWER,
      () => Promise.reject(new Error('no threads here')),
    );
    await expect(run).rejects.toThrow('no threads here');
  });
});
