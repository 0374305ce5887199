import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { cutText, importTexts } from '../../src/sandbox/import/import-texts.js';
import { aBot, aDiscord, texts } from './a-discord.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function aFile(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-import-'));
  folders.push(folder);
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function imported(
  name: string,
  content: string,
  more: { readonly limit?: number; readonly signal?: AbortSignal } = {},
) {
  const { server, channel, author } = await aDiscord();
  const counts = await importTexts(server, aFile(name, content), {
    channelIds: [channel],
    authorIds: [author],
    ...more,
  });
  return { counts, contents: server.messages(channel).map((message) => message.content) };
}

describe('importing texts', () => {
  it('takes a text a line, and counts the empty ones', async () => {
    const { counts, contents } = await imported('chat.txt', '\uFEFFСалом\r\n\n  \nчӣ\u2028хел?');
    expect(contents).toEqual(['Салом', 'чӣ\u2028хел?']);
    expect(counts).toEqual({ lines: 4, posted: 2, cut: 0, empty: 2, malformed: 0 });
  });

  it.each([
    ['the column called text', 'text\tlanguage\nяк\ttg\nду\ttg\n'],
    ['the last column where none is', 'language\tsource\nzz\tяк\nzz\tду\n'],
  ])('takes %s of a table', async (_name, table) => {
    expect((await imported('chat.tsv', table)).contents).toEqual(['як', 'ду']);
  });

  it('takes text or content of JSON lines, and counts the others by what is wrong', async () => {
    const lines = ['{"text":"як"}', '{"content":"ду"}', '{"text":7}', 'no json', '', '{"text":" "}'];
    const { counts, contents } = await imported('chat.jsonl', lines.join('\n'));
    expect(contents).toEqual(['як', 'ду']);
    expect(counts).toEqual({ lines: 6, posted: 2, cut: 0, empty: 2, malformed: 2 });
  });

  it('cuts at 4,000 characters, not through the middle of one', async () => {
    const { counts, contents } = await imported('chat.txt', `${'🍉'.repeat(4001)}\n${'я'.repeat(4000)}`);
    expect(contents.map((content) => [...content].length)).toEqual([4000, 4000]);
    expect(contents[0]).toBe('🍉'.repeat(4000));
    expect(counts.cut).toBe(1);
    expect(cutText('я'.repeat(4000))).toBe('я'.repeat(4000));
  });

  it('stops at a limit and on abort', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `${at}`).join('\n');
    expect((await imported('chat.txt', many, { limit: 7 })).counts.posted).toBe(7);
    expect((await imported('chat.txt', many, { signal: AbortSignal.abort() })).counts.posted).toBe(0);
  });

  it('reaches a connected bot whole, and says how far it is', async () => {
    const { server, channel, author } = await aDiscord();
    const seen = texts(await aBot(server));
    const lines = Array.from({ length: 2000 }, (_, at) => `хабари ${at}`);
    const progress: number[] = [];
    const paused: number[] = [];
    await importTexts(server, aFile('chat.txt', lines.join('\n')), {
      channelIds: [channel],
      authorIds: [author],
      onProgress: ({ posted }) => progress.push(posted),
      pause: async ({ posted }) => {
        paused.push(posted);
      },
    });
    await server.until(() => seen.length === 2000, 10_000);
    expect(seen).toEqual(lines);
    expect([progress.length, progress[0], progress.at(-1)]).toEqual([21, 100, 2000]);
    expect(paused).toEqual(progress);
  });

  it('says which file is not there', async () => {
    const { server, channel, author } = await aDiscord();
    await expect(
      importTexts(server, '/no/such/file.txt', { channelIds: [channel], authorIds: [author] }),
    ).rejects.toThrow(/ENOENT/);
  });
});
