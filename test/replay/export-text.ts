import type { ExportEnd, ExportFormat, ExportRecord } from '../../src/replay/read-export.js';
import { readExport } from '../../src/replay/read-export.js';

/** A message as DiscordChatExporter writes it. */
export function exportedMessage(id: number, content: string, more: Readonly<Record<string, unknown>> = {}): object {
  return {
    id: String(100000000000000000n + BigInt(id)),
    type: 'Default',
    timestamp: '2026-01-02T03:04:05+00:00',
    timestampEdited: null,
    content,
    author: { id: '300000000000000001', name: 'someone', isBot: false },
    attachments: [],
    embeds: [],
    stickers: [],
    reactions: [{ emoji: { id: '', name: '👍' }, count: 2, users: [{ id: '300000000000000002' }] }],
    mentions: [{ id: '300000000000000003', name: 'other' }],
    ...more,
  };
}

/** An export of one channel, set out in lines as the exporter does, or without. */
export function exportText(messages: readonly unknown[], indent = 2): string {
  return JSON.stringify(
    {
      guild: { id: '200000000000000001', name: 'Guild', iconUrl: 'x' },
      channel: {
        id: '200000000000000002',
        type: 'GuildTextChat',
        category: 'Text',
        name: 'general',
        topic: '"messages": [',
      },
      dateRange: { after: null, before: null },
      messages,
      messageCount: messages.length,
    },
    null,
    indent,
  );
}

/** Cut into chunks of this many bytes. */
export async function* inChunks(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All records of an export, and where it ended. */
export async function readAll(
  text: string | Uint8Array,
  { size = 64, format = 'export' }: { readonly size?: number; readonly format?: ExportFormat } = {},
): Promise<{ readonly records: readonly ExportRecord[]; readonly end: ExportEnd }> {
  const records: ExportRecord[] = [];
  const reading = readExport(inChunks(text, size), format, 'test.json');
  let next = await reading.next();
  while (!next.done) {
    records.push(...next.value);
    next = await reading.next();
  }
  return { records, end: next.value };
}

/** Each record in short: the text of a message, or what is wrong. */
export function shortly(records: readonly ExportRecord[]): readonly string[] {
  return records.map((record) => (record.kind === 'message' ? record.message.text : `! ${record.why}`));
}
