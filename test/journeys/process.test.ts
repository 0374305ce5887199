import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { type ACommunity, aCommunity, until } from './a-community.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** `didbon run` against the local Discord, connected. */
async function startProcess(place: ACommunity): Promise<ChildProcess> {
  const config = join(place.folder, 'config.yaml');
  writeFileSync(config, `communities:\n  "${place.guild}":\n    moderatorChannel: "${place.moderators}"\n`);
  const child = spawn(process.execPath, [MAIN, 'run'], {
    stdio: 'ignore',
    cwd: place.folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DIDBON_TOKEN: place.server.token,
      DIDBON_DISCORD_API: place.server.apiUrl,
      DIDBON_CONFIG: config,
      DIDBON_DATA_DIR: join(place.folder, 'data'),
      DIDBON_KEY_FILE: join(place.folder, 'key'),
    },
  });
  await until('the login', () => place.server.gateway.load().connected > 0, 20_000);
  return child;
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

describe('the process', () => {
  it('ends with 1 when Discord closes the connection for good, so that its supervisor notices', async () => {
    const place = await aCommunity();
    const exit = exitOf(await startProcess(place));
    place.server.disconnectAll({ code: 4004 });
    expect(await exit).toBe(1);
  }, 40_000);

  it('ends with 0 within ten seconds of a signal, also with a resumed session and a request that Discord holds up', async () => {
    const place = await aCommunity();
    const child = await startProcess(place);
    const exit = exitOf(child);
    place.server.disconnectAll({ resume: true });
    await until('the resumed session', () => place.server.gateway.logins().resumed > 0);
    place.server.failNext('*', 'stall', 100);
    const from = Date.now();
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    expect(Date.now() - from).toBeLessThan(10_000);
  }, 40_000);
});
