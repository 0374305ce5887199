import { describe, expect, it, test } from '@jest/globals';
import type { Assessment } from '../../src/assess/assessment.js';
import { detectFormat } from '../../src/replay/read-export.js';
import { replayRecord, startCounts, totalAlerts } from '../../src/replay/replay.js';
import { exportedMessage, exportText, readAll, shortly } from './export-text.js';

/** Alerts on texts with "call", cannot read "عربي" and empty ones: enough to count by. */
function assess(text: string): Assessment {
  const level = text.includes('call') ? 'review' : 'none';
  const common = { languages: [], score: 0, polarity: 'unclear', reasons: [], pack: 'p@1' } as const;
  if (text === '') return { ...common, notAssessed: 'no-text', language: 'und', level: 'none', category: null };
  if (text === 'عربي')
    return { ...common, notAssessed: 'perso-arabic', language: 'und', level: 'none', category: null };
  return { ...common, notAssessed: undefined, language: 'tg', level, category: level === 'review' ? 'join' : null };
}

async function textOf(message: object): Promise<string | undefined> {
  return shortly((await readAll(exportText([message]))).records)[0];
}

describe('a replay', () => {
  it('counts every record in exactly one way', async () => {
    const messages = [
      exportedMessage(1, 'hello'),
      exportedMessage(2, 'a call'),
      exportedMessage(3, ''),
      exportedMessage(4, 'عربي'),
      exportedMessage(5, 'Joined the server.', { type: 'GuildMemberJoin' }),
      exportedMessage(6, 'a card of ours', { author: { id: '9', isBot: true } }),
      exportedMessage(7, 'said by another bot', { author: { id: '8', isBot: true } }),
      { no: 'message' },
    ];
    const counts = startCounts();
    const { records } = await readAll(exportText(messages));
    const found = records.map((record) => replayRecord(record, counts, { assess, skipAuthor: '9' }));
    expect(counts).toMatchObject({
      read: 8,
      assessed: 3,
      notAssessed: { 'no-text': 1, 'perso-arabic': 1 },
      skipped: { system: 1, author: 1 },
      malformed: 1,
      byLevel: { none: 2, watch: 0, review: 1, urgent: 0 },
    });
    expect([...counts.alerts.values()]).toEqual([{ channel: 'general', category: 'join', level: 'review', count: 1 }]);
    expect(totalAlerts(counts)).toBe(1);
    expect(found.filter((alert) => alert !== undefined)).toHaveLength(1);
  });
});

describe('the text of an exported message', () => {
  it('holds all that a reader sees, in the order of live messages', async () => {
    const message = exportedMessage(1, 'content', {
      embeds: [
        {
          title: 'title',
          description: 'description',
          author: { name: 'author' },
          fields: [{ name: 'name', value: 'value', isInline: false }],
          footer: { text: 'footer' },
        },
      ],
      attachments: [{ id: '1', url: 'x', fileName: 'file.txt', fileSizeBytes: 1 }],
      forwardedMessage: { timestamp: 'x', content: 'forwarded', attachments: [{ fileName: 'inner.png' }], embeds: [] },
      stickers: [{ id: '1', name: 'sticker', format: 'Png' }],
    });
    expect(await textOf(message)).toBe(
      'content\nauthor\ntitle\ndescription\nname\nvalue\nfooter\nfile.txt\nforwarded\ninner.png\nsticker',
    );
  });

  it("is read from messages of Discord's own API, too", async () => {
    const message = {
      id: '1',
      type: 0,
      channel_id: '2',
      content: '',
      author: { id: '3' },
      attachments: [{ filename: 'a.png', description: 'seen in it' }],
      embeds: [],
      poll: { question: { text: 'question' }, answers: [{ answer_id: 1, poll_media: { text: 'answer' } }] },
      message_snapshots: [{ message: { content: 'forwarded' } }],
      sticker_items: [{ name: 'sticker' }],
    };
    expect(await textOf(message)).toBe('a.png\nseen in it\nquestion\nanswer\nforwarded\nsticker');
  });

  it('has the title of the thread that it opens', async () => {
    const thread = exportedMessage(1, 'first post', { id: '200000000000000002' });
    expect(await textOf(thread)).toBe('general\nfirst post');
  });

  test.each([
    ['a number as content', { content: 5 }, '! "content" is no text'],
    ['no content at all', { id: '1' }, '! neither "content" nor "text"'],
    ['wrong types everywhere', { content: 'x', embeds: 'no', attachments: [null, 3], stickers: {}, author: [] }, 'x'],
    ['a nested key named like a prototype', JSON.parse('{"content":"x","__proto__":{"embeds":[{"title":"y"}]}}'), 'x'],
  ])('with %s does no harm', async (_what, message, wanted) => {
    expect(await textOf(message)).toBe(wanted);
  });
});

describe('JSONL', () => {
  it('gives a message a line, and names lines that are none by their number', async () => {
    const text = '{"text":"one"}\r\n\nnot json\n{"content":"two","channel":"jobs"}\n[]\n{"id":"7","text":"three"}';
    const { records, end } = await readAll(text, { format: 'jsonl', size: 5 });
    expect(shortly(records)).toEqual(['one', '! broken JSON', 'two', '! no object', 'three']);
    expect(records[1]).toMatchObject({ record: 2, at: 3 });
    expect(records[2]).toMatchObject({ message: { place: { channelName: 'jobs' } } });
    expect(end).toEqual({ complete: true, records: 5, at: 6 });
  });

  test.each([
    ['a.jsonl', 'anything', 'jsonl'],
    ['a.ndjson', '[', 'jsonl'],
    ['a.json', exportText([]), 'export'],
    ['a.json', exportText([], 0), 'export'],
    ['a', '{"text":"x"}\n{"text":"y"}', 'jsonl'],
    ['a.json', '{"text":"x"}', 'jsonl'],
    ['a.txt', 'broken\n{"text":"x"}\n', 'jsonl'],
    ['a.json', `\ufeff${exportText([]).slice(0, 50)}`, 'export'],
    ['a.json', '', 'export'],
    ['a.json', ' [ {"content":"x"} ]', 'export'],
  ])('is told from an export: %s starting with %j is %s', (name, start, format) => {
    expect(detectFormat(name, Buffer.from(start))).toBe(format);
  });
});
