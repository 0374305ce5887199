import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, formatFault } from '../../src/settings/config-error.js';
import { loadSettings } from '../../src/settings/settings.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A new folder as an operator has it. */
export function settingsFolder(files: { readonly yaml?: string; readonly env?: string }): string {
  const cwd = temporaryFolder('settings');
  mkdirSync(join(cwd, 'config'));
  writeFileSync(join(cwd, 'config', 'default.yaml'), files.yaml ?? '');
  if (files.env !== undefined) writeFileSync(join(cwd, '.env'), files.env);
  return cwd;
}

/** The faults that loading these files lists, each as one line. */
export function faultsOf(
  files: { readonly yaml?: string; readonly env?: string },
  env: Readonly<Record<string, string>> = {},
): readonly string[] {
  try {
    loadSettings({ env, cwd: settingsFolder(files) });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map(formatFault);
    throw error;
  }
}
