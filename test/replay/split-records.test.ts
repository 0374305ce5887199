import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { exportedMessage, exportText, readAll, shortly } from './export-text.js';

const THREE = ['one', 'two', 'three'];

/** Three messages, the second damaged. `damage` sees the text of that record alone. */
function damaged(indent: number, damage: (record: string) => string): string {
  const text = exportText(
    THREE.map((content, index) => exportedMessage(index, content)),
    indent,
  );
  const start = text.indexOf('{', text.indexOf('messages":') + 5);
  const starts = [...text.matchAll(/\{\s*"id": ?"1000000/g)].map((match) => match.index);
  const [, second = start, third = start] = starts;
  return text.slice(0, second) + damage(text.slice(second, third)) + text.slice(third);
}

describe('an export', () => {
  test.each([
    ['set out in lines', 2],
    ['without line breaks', 0],
  ])('%s gives every message, however its bytes arrive', async (_how, indent) => {
    const contents = ['Салом', 'a "quoted" \\ {[ ]} \n line', '', '"messages": [', 'oʻzbek 🙂'];
    const text = exportText(
      contents.map((content, index) => exportedMessage(index, content)),
      indent,
    );
    for (const size of [1, 7, 64, 100_000]) {
      const { records, end } = await readAll(text, { size });
      expect(shortly(records)).toEqual(contents);
      expect(end).toEqual({ complete: true, records: 5, at: Buffer.byteLength(text) });
    }
  });

  it('carries guild and channel to its messages', async () => {
    const { records } = await readAll(exportText([exportedMessage(1, 'x')]));
    expect(records[0]).toMatchObject({
      message: { place: { guildId: '200000000000000001', channelId: '200000000000000002', channelName: 'general' } },
    });
  });

  it('may be empty, or the list alone, or start with a byte order mark', async () => {
    expect(await readAll(exportText([]))).toEqual({ records: [], end: expect.objectContaining({ complete: true }) });
    const list = JSON.stringify([exportedMessage(1, 'x'), exportedMessage(2, 'y')]);
    expect(shortly((await readAll(list)).records)).toEqual(['x', 'y']);
    expect(shortly((await readAll(`\ufeff${exportText([exportedMessage(1, 'x')])}`)).records)).toEqual(['x']);
  });

  it('is read whatever JSON its messages hold', async () => {
    const message = fc.record({ content: fc.string({ unit: 'binary' }), extra: fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(message),
        fc.constantFrom(0, 1, 2),
        fc.integer({ min: 1, max: 200 }),
        async (messages, indent, size) => {
          const given = messages.map(({ content, extra }, index) => exportedMessage(index, content, { extra }));
          const { records, end } = await readAll(exportText(given, indent), { size });
          expect(end.complete).toBe(true);
          expect(shortly(records)).toEqual(messages.map(({ content }) => Buffer.from(content).toString()));
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe('a damaged record', () => {
  const DAMAGES: readonly (readonly [string, (record: string) => string])[] = [
    ['with a missing comma', (record) => record.replace(/,(\s*)"timestamp"/, '$1"timestamp"')],
    ['with a missing closing brace', (record) => record.replace(/\}(,?\s*)$/, '$1')],
    ['with a missing closing bracket', (record) => record.replace(/"attachments": ?\[\]/, '"attachments":[')],
    ['with a missing quote', (record) => record.replace(/"two"/, '"two')],
    ['with a raw line break in a text', (record) => record.replace('two', 'tw\no')],
    ['with half an escape', (record) => record.replace('two', 'tw\\u12zz')],
    ['with a word that is no JSON', (record) => record.replace('null', 'None')],
    ['that is cut short', (record) => `${record.slice(0, 90)},`],
  ];

  test.each(DAMAGES)('%s is named, and the rest goes on', async (_what, damage) => {
    for (const indent of [2, 0])
      for (const size of [1, 50, 100_000]) {
        const text = damaged(indent, damage);
        const { records, end } = await readAll(text, { size });
        expect(shortly(records)).toEqual(['one', '! broken JSON', 'three']);
        expect(records[1]).toMatchObject({ record: 2 });
        expect(end.complete).toBe(true);
      }
  });

  it('is named by its place in the file', async () => {
    const text = damaged(2, (record) => record.replace('"two"', 'two'));
    const { records } = await readAll(text);
    const at = records[1]?.kind === 'malformed' ? records[1].at : -1;
    expect(Buffer.from(text).toString('utf8', at, at + 40)).toMatch(/^\{\s+"id": "100000000000000001"/);
  });

  it('with one brace too many gives what stands before that brace, and the rest goes on', async () => {
    for (const indent of [2, 0]) {
      const { records, end } = await readAll(damaged(indent, (record) => record.replace('"two"', '"two"}')));
      expect(shortly(records)).toEqual(['one', 'two', '! no object', 'three']);
      expect(end.complete).toBe(true);
    }
  });

  test.each(['null', '42', '"a text"', '[1, {"a": 2}]', 'true'])('may be %s instead of an object', async (value) => {
    for (const indent of [2, 0]) {
      const text = damaged(indent, (record) => `${value}${/,\s*$/.exec(record)?.[0] ?? ''}`);
      const { records, end } = await readAll(text);
      expect(shortly(records)).toEqual(['one', expect.stringMatching(/^! /), 'three']);
      expect(end.complete).toBe(true);
    }
  });

  it('at the very start does not hide the others, also where the layout is not known yet', async () => {
    const list = '[{"content":"a" "b"},{"content":"c"},{"content":"d"}]';
    expect(shortly((await readAll(list)).records)).toEqual(['! broken JSON', 'c', 'd']);
    const first = damaged(0, (record) => record).replace('"one"', '"one');
    expect(shortly((await readAll(first)).records)).toEqual(['! broken JSON', 'two', 'three']);
  });

  it('at the very end does not make the export look cut off', async () => {
    const text = exportText([exportedMessage(1, 'one'), exportedMessage(2, 'two')]).replace('"two"', '"two');
    const { records, end } = await readAll(text);
    expect(shortly(records)).toEqual(['one', '! broken JSON']);
    expect(end.complete).toBe(true);
  });
});

describe('an export that breaks off', () => {
  it('says where, at whatever byte', async () => {
    const text = Buffer.from(exportText(THREE.map((content, index) => exportedMessage(index, content))));
    for (let length = 1; length < text.length - 2; length += 13) {
      const { records, end } = await readAll(text.subarray(0, length), { size: 100 });
      const whole = shortly(records).filter((short) => !short.startsWith('!'));
      expect(end).toMatchObject({ complete: false, at: length });
      expect(whole).toEqual(THREE.slice(0, whole.length));
    }
  });

  it('names the record that it breaks off in', async () => {
    const text = exportText([exportedMessage(1, 'one'), exportedMessage(2, 'two')]);
    const { records } = await readAll(text.slice(0, text.indexOf('"two"')));
    expect(shortly(records)).toEqual(['one', '! the file ends inside it']);
  });

  it('without any list of messages is named, too', async () => {
    const { records, end } = await readAll('{"guild": {}, "channel": {}}');
    expect(shortly(records)).toEqual(['! no list of messages']);
    expect(end.complete).toBe(false);
  });
});
