import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it, test } from '@jest/globals';
import type { Assessment } from '../../src/assess/assessment.js';
import type { Io } from '../../src/cli/io.js';
import type { Helpers } from '../../src/cli/score-helpers.js';
import { scoreJsonl } from '../../src/cli/score-jsonl.js';
import { sink } from './run-cli.js';

const ANSWER: Assessment = {
  notAssessed: undefined,
  language: 'tg',
  languages: [{ tag: 'tg', probability: 0.9 }],
  level: 'review',
  score: 4.5,
  category: 'join',
  polarity: 'for',
  reasons: [{ kind: 'term', text: 'х', gloss: 'join', role: 'act-join', weight: 1.5, start: 0, end: 1 }],
  pack: 'didbon@1+abc',
};

function ioOf(stdin: Readable, stdout: Writable): Io {
  const plain = { isTerminal: false, isProgressTerminal: false, colour: false, columns: 80, env: {}, cwd: '/' };
  return { stdin, stdout, stderr: new PassThrough(), ...plain };
}

async function linesFor(input: string | Uint8Array, assess = () => ANSWER): Promise<readonly unknown[]> {
  const { stream, text } = sink();
  await scoreJsonl(ioOf(Readable.from([Buffer.from(input)]), stream), assess);
  return text()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe('score --jsonl', () => {
  it('answers each line with exactly the keys of the contract', async () => {
    const { stream, text } = sink();
    await scoreJsonl(ioOf(Readable.from([Buffer.from('{"id":"a","text":"х"}\n')]), stream), () => ANSWER);
    expect(text()).toBe(
      '{"id":"a","language":"tg","languages":[{"tag":"tg","probability":0.9}],"level":"review","score":4.5,' +
        '"category":"join","reasons":[{"kind":"term","text":"х","gloss":"join","role":"act-join","weight":1.5,' +
        '"start":0,"end":1}],"pack":"didbon@1+abc"}\n',
    );
  });

  it('keeps the order, and one line out for each line in', async () => {
    const given = Array.from({ length: 5000 }, (_, index) => JSON.stringify({ id: `${index}`, text: 'x' })).join('\n');
    expect((await linesFor(given)).map((line) => Object(line).id)).toEqual(
      Array.from({ length: 5000 }, (_, index) => `${index}`),
    );
  });

  test.each([
    ['that is no JSON', 'not json', /not JSON/],
    ['that is blank', '', /not JSON/],
    ['that breaks off', '{"id":"a","text":"x"', /not JSON/],
    ['with a list', '["a","b"]', /not an object/],
    ['with null', 'null', /not an object/],
    ['with a number as id', '{"id":5,"text":"x"}', /"id" is no string/],
    ['without a text', '{"id":"a"}', /"text" is no string/],
    ['with a null text', '{"id":"a","text":null}', /"text" is no string/],
    ['with a list as text', '{"id":"a","text":["x"]}', /"text" is no string/],
  ])('answers a line %s with an error and goes on', async (_what, line, wanted) => {
    const [before, found, after] = await linesFor(`{"id":"1","text":"x"}\n${line}\n{"id":"2","text":"x"}\n`);
    expect(before).toMatchObject({ id: '1', level: 'review' });
    expect(found).toEqual({ id: null, error: expect.stringMatching(wanted) });
    expect(after).toMatchObject({ id: '2', level: 'review' });
  });

  it('answers a text that cannot be assessed with an error and goes on', async () => {
    const assess = (text: string) => {
      if (text === 'bad') throw new RangeError('«bad» is too much');
      return ANSWER;
    };
    const { stream, text } = sink();
    const input = Buffer.from('{"id":"1","text":"bad"}\n{"id":"2","text":"x"}\n');
    await scoreJsonl(ioOf(Readable.from([input]), stream), assess);
    const [bad, good] = text().split('\n');
    expect(JSON.parse(bad ?? '')).toEqual({ id: '1', error: expect.stringContaining('RangeError') });
    expect(bad).not.toContain('bad»');
    expect(JSON.parse(good ?? '')).toMatchObject({ id: '2', level: 'review' });
  });

  it('does not repeat a line that it refuses', async () => {
    const [found] = await linesFor('{"id":5,"text":"secret words"}');
    expect(JSON.stringify(found)).not.toContain('secret');
  });

  it('takes CRLF, a byte order mark, a missing last line end, extra keys', async () => {
    const found = await linesFor('\ufeff{"id":"1","text":"x"}\r\n{"text":"x","id":"2","more":[1]}');
    expect(found).toMatchObject([{ id: '1' }, { id: '2' }]);
  });

  it('reads bytes that are no UTF-8 as replacement characters, and escapes lone surrogates', async () => {
    const texts: string[] = [];
    const assess = (text: string) => {
      texts.push(text);
      return ANSWER;
    };
    const bad = Buffer.concat([Buffer.from('{"id":"a","text":"x'), Buffer.from([0xff, 0xd2]), Buffer.from('"}\n')]);
    const { stream, text } = sink();
    const lone = Buffer.from('{"id":"b\\ud800","text":"\\ud83d"}\n');
    await scoreJsonl(ioOf(Readable.from([bad, lone]), stream), assess);
    expect(texts).toEqual(['x\ufffd\ufffd', '\ud83d']);
    expect(text()).toContain('"id":"b\\ud800"');
  });

  it('reads a line of megabytes', async () => {
    const long = 'сухан '.repeat(300_000);
    const lengths: number[] = [];
    const assess = (text: string) => {
      lengths.push(text.length);
      return ANSWER;
    };
    await scoreJsonl(
      ioOf(Readable.from([Buffer.from(JSON.stringify({ id: 'a', text: long }))]), sink().stream),
      assess,
    );
    expect(lengths).toEqual([long.length]);
  });

  it('names a line that is too long to hold, and goes on', async () => {
    const pad = Buffer.alloc(1024 * 1024, 'x');
    const input = Readable.from([...Array.from({ length: 17 }, () => pad), Buffer.from('\n{"id":"1","text":"x"}\n')]);
    const { stream, text } = sink();
    await scoreJsonl(ioOf(input, stream), () => ANSWER);
    const [first = '', second = ''] = text().split('\n');
    expect(JSON.parse(first)).toEqual({ id: null, error: 'the line is longer than 16777216 bytes' });
    expect(JSON.parse(second)).toMatchObject({ id: '1' });
  });

  it('reads no further ahead than a slow reader takes', async () => {
    const line = Buffer.from(`${JSON.stringify({ id: 'a', text: 'x'.repeat(1000) })}\n`.repeat(64));
    const taken = { chunks: 0, read: 0 };
    async function* source() {
      for (; taken.chunks < 400; taken.chunks++) yield line;
    }
    const waiting: (() => void)[] = [];
    const slow = new Writable({
      highWaterMark: 16 * 1024,
      write(_chunk, _encoding, done) {
        waiting.push(done);
      },
    });
    const done = scoreJsonl(ioOf(Readable.from(source(), { highWaterMark: 1 }), slow), () => ANSWER);
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken.chunks).toBeLessThan(10);
    const drain = setInterval(() => {
      for (const go of waiting.splice(0)) go();
    }, 0);
    await done;
    clearInterval(drain);
    expect(taken.chunks).toBe(400);
  });

  it('ends quietly when its reader goes away', async () => {
    const gone = new Writable({
      write(_chunk, _encoding, done) {
        this.destroy();
        done();
      },
    });
    const endless = Readable.from(
      (function* () {
        for (let index = 0; index < 1e6; index++) yield Buffer.from('{"id":"a","text":"x"}\n');
      })(),
    );
    await scoreJsonl(ioOf(endless, gone), () => ANSWER);
    expect(endless.destroyed).toBe(true);
  });

  describe('with helpers', () => {
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
});
