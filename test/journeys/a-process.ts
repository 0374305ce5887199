import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from '@jest/globals';
import { type ACommunity, until } from './a-community.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

export interface AProcess {
  readonly packDir?: string;
  readonly hear?: (output: string) => void;
  /** Takes all output instead. */
  readonly logFile?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** `didbon run`, as an operator starts it, against the local Discord, connected. Killed after the test. */
export async function aProcess(place: ACommunity, change: AProcess = {}): Promise<ChildProcess> {
  const { packDir, hear, logFile } = change;
  const output = logFile === undefined ? undefined : openSync(logFile, 'a');
  const config = join(place.folder, 'config.yaml');
  writeFileSync(
    config,
    `communities:\n  "${place.guild}":\n    moderatorChannel: "${place.moderators}"\n    campaignHours: ${place.community.campaignHours}\n    readerRoles: { tajik: ${JSON.stringify(place.community.readerRoles.tajik)} }\n`,
  );
  const child = spawn(process.execPath, [MAIN, 'run'], {
    stdio: ['ignore', output ?? (hear === undefined ? 'ignore' : 'pipe'), output ?? 'ignore'],
    cwd: place.folder,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DIDBON_TOKEN: place.server.token,
      DIDBON_DISCORD_API: place.server.apiUrl,
      DIDBON_CONFIG: config,
      DIDBON_DATA_DIR: join(place.folder, 'data'),
      DIDBON_KEY_FILE: join(place.folder, 'key'),
      ...(packDir === undefined ? {} : { DIDBON_PACK_DIR: packDir }),
      ...change.env,
    },
  });
  children.push(child);
  child.stdout?.on('data', (chunk: Buffer) => hear?.(chunk.toString()));
  const { identified } = place.server.gateway.logins();
  await until('the login', () => place.server.gateway.logins().identified > identified, 20_000);
  return child;
}

/** The exit code; null when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}
