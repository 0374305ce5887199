import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportedMessage, exportText } from '../replay/export-text.js';
import { CALL, CHAT, trainedPack } from './a-pack.js';
import { emptyFolder, type Ran, runCli } from './run-cli.js';

const files: { pack: string } = { pack: '' };
beforeAll(() => {
  files.pack = trainedPack();
});

const GENERAL = exportText([
  exportedMessage(1, CHAT),
  exportedMessage(2, CALL),
  exportedMessage(3, CALL),
  exportedMessage(4, ''),
  exportedMessage(5, 'Joined the server.', { type: 'GuildMemberJoin' }),
  exportedMessage(6, CALL, { author: { id: '400000000000000001', isBot: true } }),
]);

async function replay(texts: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<Ran> {
  const cwd = emptyFolder();
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(cwd, name), text);
  return await runCli(['replay', ...Object.keys(texts), ...flags], { cwd, env: { DIDBON_PACK_DIR: files.pack } });
}

describe('didbon replay', () => {
  it('shows what would have been alerted, by channel and category', async () => {
    const { out, code } = await replay({ 'general.json': GENERAL });
    expect(out).toMatch(/general +│ join +│ review +│ +3 │/);
    expect(out).toContain('3 alerts in 4 messages assessed');
    expect(out).toContain('not assessed: nothing to read 1, Perso-Arabic script 0');
    expect(out).toContain('written by Discord 1');
    expect(code).toBe(0);
  });

  it('gives one object with --json', async () => {
    const { out, code } = await replay({ 'general.json': GENERAL }, '--json', '--skip-author', '400000000000000001');
    expect(JSON.parse(out)).toMatchObject({
      read: 6,
      assessed: 3,
      notAssessed: { 'no-text': 1, 'perso-arabic': 0 },
      skipped: { system: 1, author: 1 },
      malformed: 0,
      truncated: [],
      levels: { review: 2 },
      alerts: { total: 2, byLevel: { review: 2 }, byCategory: { join: 2 }, byChannel: { general: 2 } },
    });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(0);
  });

  it('lists each alert with its link and reasons, and its text only when asked to', async () => {
    const quiet = await replay({ 'general.json': GENERAL }, '--alerts');
    const link = 'https://discord.com/channels/200000000000000001/200000000000000002/100000000000000002';
    expect(quiet.out).toContain(`review join ru ${link}`);
    expect(quiet.out).toMatch(/pattern join: join/);
    expect(quiet.out).not.toMatch(/вступай/);
    const shown = await replay({ 'general.json': GENERAL }, '--alerts', '--show-text');
    expect(shown.out).toContain(CALL);
    const json = JSON.parse((await replay({ 'general.json': GENERAL }, '--alerts', '--json')).out);
    expect(json.list).toHaveLength(3);
    expect(json.list[0]).toMatchObject({ link, level: 'review', category: 'join' });
    expect(JSON.stringify(json)).not.toMatch(/вступай/);
  });

  it('counts a damaged record, names it by its place, and goes on', async () => {
    const { out, code } = await replay({ 'general.json': GENERAL.replace(`"${CHAT}"`, `"${CHAT}`) });
    expect(out).toMatch(/general\.json: record 1 at byte \d+: broken JSON/);
    expect(out).toContain('malformed 1');
    expect(out).toContain('3 alerts in 3 messages assessed');
    expect(code).toBe(0);
  });

  it('says where an export breaks off, and counts what came before', async () => {
    const cut = GENERAL.slice(0, GENERAL.indexOf('"100000000000000003"'));
    const { out, err, code } = await replay({ 'general.json': cut });
    expect(err).toContain(`general.json: the export breaks off at byte ${Buffer.byteLength(cut)}, after 3 records`);
    expect(out).toContain('1 alert in 2 messages assessed');
    expect(code).toBe(0);
  });

  it('fails where a file holds no messages at all', async () => {
    const { out, code } = await replay({ 'empty.json': '{"some": "thing"' });
    expect(out).toContain('no list of messages');
    expect(code).toBe(1);
  });

  it('takes several files, and JSONL', async () => {
    const lines = [CALL, CHAT].map((text) => JSON.stringify({ text })).join('\n');
    const { out } = await replay({ 'general.json': GENERAL, 'lines.jsonl': `${lines}\nno json\n` }, '--json');
    expect(JSON.parse(out)).toMatchObject({
      files: ['general.json', 'lines.jsonl'],
      read: 9,
      alerts: { byChannel: { general: 3, 'lines.jsonl': 1 } },
      malformedRecords: [{ file: 'lines.jsonl', record: 3, line: 3, why: 'broken JSON' }],
    });
  });

  it('writes its progress as plain lines where nobody watches', async () => {
    const many = Array.from({ length: 9000 }, (_, index) => exportedMessage(index, CHAT));
    const { err } = await replay({ 'general.json': exportText(many) });
    expect(err).toMatch(/^assessing: \d+ % of \d MB\n/);
    expect(err).toMatch(/assessing: 100 % of \d MB\n$/);
  });
});
