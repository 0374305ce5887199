import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('a bot that is killed ten times, at random moments of its work', () => {
  it('loses and doubles no message, card, verdict or report', async () => {
    // Of the seeds this one needs the fewest starts for all six kinds of moment. `node bench/soak.mjs kills` does 200 runs.
    const args = ['bench/soak.mjs', 'kills', '--runs', '10', '--seed', '9', '--chained'];
    const soak = spawn(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } });
    started.push(soak);
    const [out, err, [code]] = await Promise.all([text(soak.stdout), text(soak.stderr), once(soak, 'close')]);
    expect({ code, said: code === 0 ? '' : err + out }).toEqual({ code: 0, said: '' });
    expect(out).toContain('all 10 runs are sound');
  }, 300_000);
});
