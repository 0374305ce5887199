import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { aCommunity } from '../journeys/a-community.js';
import { aPublishedStore, NEW_CALL, OLD_CALL, tradeVerbs } from '../publish/a-published-store.js';
import { exportedMessage, exportText } from '../replay/export-text.js';
import { emptyFolder, type Ran, runCli } from './run-cli.js';

/** An operator whose working copy knows another verb than the published pack. */
async function anOffice(yaml = '', env: Readonly<Record<string, string>> = {}) {
  const { folder, edit } = await aPublishedStore();
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'config'));
  writeFileSync(join(cwd, 'config', 'default.yaml'), yaml);
  const all = { DIDBON_KEY: '5a'.repeat(32), DIDBON_PACK_DIR: folder, ...env };
  const run = (...args: string[]): Promise<Ran> => runCli(args, { cwd, env: all });
  return { cwd, run, learnVerb: () => tradeVerbs({ edit }) };
}

describe('didbon backtest', () => {
  it('lists alerts gained and lost in an export, and publishing knows of it', async () => {
    const { cwd, run, learnVerb } = await anOffice();
    const messages = [OLD_CALL, NEW_CALL, 'Завтра на рынок.'].map((text, n) => exportedMessage(n, text));
    writeFileSync(join(cwd, 'general.json'), exportText(messages));
    expect((await run('backtest', '--export', 'general.json')).err).toContain('nothing was published yet');
    await run('publish', '--by', 'Zarina', '--why', 'first');
    expect((await run('backtest', '--export', 'general.json')).err).toContain('is on both sides');

    learnVerb();
    const { out, code } = await run('backtest', '--export', 'general.json');
    expect(out).toMatch(/^- lost review → none join ru https:\/\/discord\.com\/channels\//m);
    expect(out).toMatch(/^\+ gained none → review join ru https.*\n {4}pattern join: join/m);
    expect(out).toMatch(/│ ru .*│ join .*│ +1 │ +1 │ +0 │/);
    expect(out).toContain('an export: 3 messages, 1 alerts gained, 1 lost, 0 other levels');
    expect(out).not.toContain('ИГИЛ');
    expect(code).toBe(0);
    const published = await run('publish', '--by', 'Zarina', '--why', 'another verb');
    expect(published.out).toContain('backtest of an export against small@');
  });

  it('rereads the last days of Discord beside the bot', async () => {
    const { server, guild, general, moderators, member } = await aCommunity();
    const settings = `communities:\n  "${guild}":\n    moderatorChannel: "${moderators}"\n`;
    const { run, learnVerb } = await anOffice(settings, {
      DIDBON_TOKEN: server.token,
      DIDBON_DISCORD_API: server.apiUrl,
    });
    await run('publish', '--by', 'Zarina', '--why', 'first');
    learnVerb();
    const gained = server.post(general, member, NEW_CALL);
    server.post(general, member, 'Завтра на рынок.');
    const { out, err } = await run('backtest', '--days', '2', '--show-text');
    expect(err).toBe('');
    expect(out).toContain(`https://discord.com/channels/${guild}/${general}/${gained}\n    ${NEW_CALL}`);
    expect(out).toContain(`2 days of a community: 2 messages, 1 alerts gained, 0 lost, 0 other levels`);
  });
});

describe('didbon shadow', () => {
  it('starts, reports and stops', async () => {
    const { run, learnVerb } = await anOffice();
    await run('publish', '--by', 'Zarina', '--why', 'first');
    expect((await run('shadow', 'start')).err).toContain('is in force already');
    expect((await run('shadow', 'report')).err).toContain('no shadow was started yet');
    learnVerb();
    expect((await run('shadow', 'start')).out).toMatch(/^small@.* scores beside small@/);
    expect((await run('shadow', 'start')).err).toContain('runs already');
    expect((await run('shadow', 'report')).out).toMatch(/shadow of live .*\(running\): 0 messages, 0 alerts gained/);
    expect((await run('shadow', 'stop')).out).toContain('scores no more');
    expect((await run('shadow', 'stop')).err).toContain('no shadow runs');
    expect((await run('audit')).out.match(/shadow/g)).toHaveLength(2);
  });
});
