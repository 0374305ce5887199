import { Readable, Writable } from 'node:stream';
import { describe, expect, it, test } from '@jest/globals';
import { scoreJsonl } from '../../src/cli/score-jsonl.js';
import { ANSWER, ioOf } from './answered-lines.js';
import { sink } from './run-cli.js';

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

  it('says of a text that was not assessed why, behind the keys of the contract', async () => {
    const [answer] = await linesFor('{"id":"a","text":"سلام"}\n', () => ({ ...ANSWER, notAssessed: 'perso-arabic' }));
    expect(Object.keys(Object(answer)).slice(-2)).toEqual(['pack', 'notAssessed']);
    expect(answer).toMatchObject({ notAssessed: 'perso-arabic' });
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
});
