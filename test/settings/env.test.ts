import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import { secretTexts } from '../../src/settings/secrets.js';
import { loadSettings } from '../../src/settings/settings.js';
import { faultsOf, settingsFolder } from './settings-folder.js';

describe('the environment', () => {
  it('wins over .env, and an empty value counts as unset', () => {
    const cwd = settingsFolder({ env: 'DIDBON_TOKEN=from-file\nDIDBON_LOG_LEVEL=debug\n' });
    const settings = loadSettings({ env: { DIDBON_TOKEN: 'from-process', DIDBON_LOG_LEVEL: '' }, cwd });
    expect(settings.secrets.token).toBe('from-process');
    expect(settings.log.level).toBe('debug');
  });

  it('gives the token under the name other bots use, ours first', () => {
    const cwd = settingsFolder({ env: 'DISCORD_TOKEN=other\n' });
    expect(loadSettings({ env: {}, cwd }).secrets.token).toBe('other');
    expect(loadSettings({ env: { DIDBON_TOKEN: 'ours' }, cwd }).secrets.token).toBe('ours');
  });

  it('is neither read when a module is imported nor changed', () => {
    const before = { ...process.env };
    loadSettings({ env: {}, cwd: settingsFolder({ env: 'DIDBON_LOG_LEVEL=warn\n' }) });
    expect(process.env).toEqual(before);
  });

  it('resolves places against the working folder, and keeps the key out of the data', () => {
    const cwd = settingsFolder({ env: 'DIDBON_DATA_DIR=store\n' });
    const settings = loadSettings({ env: { XDG_CONFIG_HOME: '/home/o/.config' }, cwd });
    expect(settings.dataDir).toBe(join(cwd, 'store'));
    expect(settings.keyFile).toBe('/home/o/.config/didbon/key');
  });

  test.each([
    ['a misspelt name', 'DIDBON_TOKN=x', /^\.env:1: DIDBON_TOKN: unknown variable; known: DIDBON_TOKEN/],
    ['a line without =', '# token\nDIDBON_TOKEN abc', /^\.env:2: found no "="; expected NAME=value/],
    ['a token with its scheme', 'DIDBON_TOKEN="Bot abc"', /^\.env:1: DIDBON_TOKEN: starts with "Bot "/],
    ['a token with a space', 'DIDBON_TOKEN="ab c"', /^\.env:1: DIDBON_TOKEN: holds spaces/],
    ['a short key', 'DIDBON_KEY=abc', /^\.env:1: DIDBON_KEY: found 3 characters; expected 32 bytes/],
    ['another database', 'DIDBON_DATABASE_URL=mysql://u:p@h/d', /^\.env:1: .* expected postgres:\/\//],
    ['a key file inside the data folder', 'DIDBON_KEY_FILE=data/key', /^\.env:1: DIDBON_KEY_FILE: .* outside it/],
    ['a wrong log format', 'DIDBON_LOG_FORMAT=xml', /^\.env:1: DIDBON_LOG_FORMAT: found "xml"; expected json, text/],
  ])('%s is a fault that names its line', (_what, env, wanted) => {
    const faults = faultsOf({ env });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(wanted);
  });

  it('is named as such where a fault comes from the process', () => {
    expect(faultsOf({}, { DIDBON_TOKN: 'x' })).toEqual([expect.stringMatching(/^environment: DIDBON_TOKN: unknown/)]);
  });

  it('may hold what other programs read', () => {
    expect(faultsOf({ env: 'POSTGRES_PASSWORD=x\nnot a variable\n' }, { DISCORD_WEBHOOK: 'x', PATH: '/bin' })).toEqual(
      [],
    );
  });

  it('names an .env that is there but cannot be read', () => {
    const cwd = settingsFolder({});
    mkdirSync(join(cwd, '.env'));
    expect(() => loadSettings({ env: {}, cwd })).toThrow('.env: is there but cannot be read');
  });

  it('never shows a secret in a fault', () => {
    const secret = 'hunter2-hunter2';
    const env = `DIDBON_TOKEN="Bot ${secret}"\nDIDBON_KEY=${secret}\nDIDBON_DATABASE_URL=mysql://u:${secret}@h/d\n`;
    const faults = faultsOf({ env });
    expect(faults).toHaveLength(3);
    expect(faults.join('\n')).not.toContain(secret);
  });

  it('knows every form of a secret that may turn up in text', () => {
    const key = randomBytes(32);
    const cwd = settingsFolder({});
    const { secrets } = loadSettings({
      env: { DIDBON_KEY: key.toString('hex'), DIDBON_DATABASE_URL: 'postgres://u:p%40ssword@h/d' },
      cwd,
    });
    expect(secretTexts(secrets)).toEqual(
      expect.arrayContaining([key.toString('base64'), key.toString('hex'), 'p%40ssword', 'p@ssword']),
    );
  });
});
