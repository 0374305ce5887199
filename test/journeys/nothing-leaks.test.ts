import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { trainedPack } from '../cli/a-pack.js';
import { runCli } from '../cli/run-cli.js';
import { type ACommunity, aCommunity, until } from './a-community.js';
import { aProcess, exitOf } from './a-process.js';

/** The small pack alerts on these, and not on the others. */
const CALLS = ['Друзья, вступай в ИГИЛ, зелёный-верблюд.', 'Друзья, вступай в ИГИЛ, синий-верблюд.'] as const;
const CHATS = ['Завтра идём на рынок за жёлтым-верблюдом.', 'Хлеб у красного-верблюда свежий.'] as const;
const PLANTED = ['верблюд', 'вступай', 'рынок'];

/** Every byte under a folder that a bot or a command wrote: database, -wal, logs, temporary files; not the key and the settings. */
function writtenUnder(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(^|\/)(key|config\.yaml)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
  return Buffer.concat(files.map((path) => readFileSync(path)));
}

/** The ways in which a text may lie in a file. */
const FORMS: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-16': (text) => Buffer.from(text, 'utf16le'),
  'escaped letters': (text) =>
    Buffer.from(text.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)),
  base64: (text) => Buffer.from(Buffer.from(text).toString('base64')),
  'part of an address': (text) => Buffer.from(encodeURIComponent(text)),
};

function found(place: ACommunity, secrets: readonly string[]): readonly string[] {
  const written = writtenUnder(place.folder);
  return secrets.filter((secret) => Object.values(FORMS).some((form) => written.includes(form(secret))));
}

/** A bot in a process of its own, with its log and temporary files below the community's folder. */
async function aLoggedProcess(place: ACommunity) {
  const temporary = join(place.folder, 'tmp');
  mkdirSync(temporary);
  return await aProcess(place, {
    packDir: trainedPack(),
    logFile: join(place.folder, 'didbon.log'),
    env: { TMPDIR: temporary, DIDBON_LOG_LEVEL: 'debug' },
  });
}

async function pressOn(place: ACommunity, index: number, action: string, presser: string): Promise<void> {
  const card = place.cards()[index];
  const id = new RegExp(`didbon:${action}:([\\w-]+)`).exec(JSON.stringify(card?.components))?.[1] ?? '';
  await place.server.press(card?.id ?? '', `didbon:${action}:${id}`, presser);
}

describe('after a day of a bot', () => {
  it('neither texts nor ids of people and flagged messages, nor the token, lie in any file in clear', async () => {
    const place = await aCommunity();
    const { server, general, member, reader, moderator } = place;
    // The ends of what was read are kept in clear. Read in one go, they are no message that was flagged.
    const [chat = '', ...calls] = [CHATS[0], ...CALLS, CHATS[1]].map((text) => server.post(general, member, text));
    calls.pop();
    const bot = await aLoggedProcess(place);
    await until('the cards', () => place.cards().length === 2, 20_000);
    server.edit(calls[1] ?? '', `${CALLS[1]} Да.`);
    await until('the card of the edit', () => place.cards().length === 3, 20_000);
    await pressOn(place, 0, 'why', reader);
    await pressOn(place, 0, 'false-alarm', moderator);
    await pressOn(place, 1, 'false-alarm', member);
    server.delete(calls[0] ?? '');
    await until('the deletion', () => JSON.stringify(place.cards()).includes('Deleted in Discord'), 20_000);

    const secrets = [...PLANTED, member, reader, moderator, ...calls, chat, server.token];
    expect(found(place, secrets)).toEqual([]);

    const env = { DIDBON_KEY_FILE: join(place.folder, 'key'), DIDBON_CONFIG: join(place.folder, 'config.yaml') };
    const didbon = (...args: readonly string[]) => runCli(args, { cwd: place.folder, env });
    expect((await didbon('audit', 'export', '--out', 'audit.jsonl')).code).toBe(0);
    expect((await didbon('backup', 'copy')).code).toBe(0);
    expect((await didbon('forget', 'user', member)).code).toBe(0);
    bot.kill('SIGTERM');
    expect(await exitOf(bot)).toBe(0);
    expect(found(place, secrets)).toEqual([]);
    expect(readFileSync(join(place.folder, 'didbon.log'), 'utf8')).toContain('didbon has stopped');
  }, 90_000);

  it.each(Object.entries(FORMS))('they would be found as %s', async (_name, form) => {
    const place = await aCommunity();
    writeFileSync(join(place.folder, 'some.log'), Buffer.concat([Buffer.from('before '), form('верблюд')]));
    expect(found(place, ['верблюд', 'рынок'])).toEqual(['верблюд']);
  });
});
