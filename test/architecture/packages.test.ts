import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../temporary-folder.js';

const SCRIPT = fileURLToPath(new URL('../../.ci/packages-are-sound.mjs', import.meta.url));
const SOUND = { version: '1.0.0', integrity: 'sha512-AAAA', license: 'MIT' };

/** Checks a lock file that holds one package beside a sound one. */
function check(odd: object, manifest: object = {}) {
  const folder = temporaryFolder('packages');
  const packages = { '': {}, 'node_modules/sound': SOUND, 'node_modules/a/node_modules/odd': { ...SOUND, ...odd } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, folder], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('the packages', () => {
  it('of this program are sound', () => {
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['without a hash', { integrity: undefined }, 'odd@1.0.0 has no sha512 hash'],
    ['with a weak hash', { integrity: 'sha1-AAAA' }, 'has no sha512 hash'],
    ['from a repository', { resolved: 'git+ssh://git@example.org/odd.git' }, 'comes from git+ssh'],
    ['with an install script', { hasInstallScript: true }, 'runs a script when it is installed'],
    ['without a licence', { license: undefined }, 'names no licence'],
    ['under a licence that nobody approved', { license: '(MIT OR GPL-3.0)' }, 'stands under GPL-3.0'],
  ])('are refused where one is %s', (_what, odd, fault) => {
    const { status, stderr } = check(odd);
    expect(stderr).toContain(fault);
    expect(status).toBe(1);
  });

  it('are refused where one is not exactly pinned, and may have install scripts that never run', () => {
    expect(check({}, { dependencies: { odd: '^1.0.0' } }).stderr).toContain('odd is asked for as ^1.0.0');
    expect(check({ hasInstallScript: true }, { allowScripts: { odd: false } }).status).toBe(0);
  });
});
