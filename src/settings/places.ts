import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from './config-error.js';
import type { Env, EnvName } from './env.js';

/** Where things lie; absolute paths. */
export interface Places {
  /** The SQLite file and what else the program keeps. */
  readonly dataDir: string;
  /** Holds the encryption key; outside `dataDir`, so that a copy of the data is worthless without it. */
  readonly keyFile: string;
  readonly packDir: string;
  /** The YAML file of behaviour. */
  readonly configFile: string;
  /** Whether the operator named `configFile`: then it must exist. */
  readonly configNamed: boolean;
}

const SHIPPED = fileURLToPath(new URL('../../', import.meta.url));

/** The classifier pack that comes with the program. */
export const SHIPPED_PACK = join(SHIPPED, 'classifiers');

/** Finds where things lie: as the environment says, else in `cwd`, else beside the program. */
export function readPlaces(env: Env, cwd: string): { readonly value: Places; readonly faults: readonly Fault[] } {
  const named = (name: EnvName) => {
    const entry = env.entries.get(name);
    return entry === undefined ? undefined : resolve(cwd, entry.value);
  };
  const dataDir = named('DIDBON_DATA_DIR') ?? resolve(cwd, 'data');
  const keyFile = named('DIDBON_KEY_FILE') ?? join(env.configHome, 'didbon', 'key');
  const places: Places = {
    dataDir,
    keyFile,
    packDir: named('DIDBON_PACK_DIR') ?? SHIPPED_PACK,
    configFile: named('DIDBON_CONFIG') ?? defaultConfigFile(cwd),
    configNamed: env.entries.has('DIDBON_CONFIG'),
  };
  if (!liesIn(keyFile, dataDir)) return { value: places, faults: [] };
  const entry = env.entries.get('DIDBON_KEY_FILE') ?? env.entries.get('DIDBON_DATA_DIR');
  const message = `DIDBON_KEY_FILE: found a place inside the data folder; expected one outside it, so that whoever copies the data does not copy the key`;
  return { value: places, faults: [{ file: entry?.file ?? 'environment', line: entry?.line, message }] };
}

function defaultConfigFile(cwd: string): string {
  const own = join(cwd, 'config', 'default.yaml');
  return existsSync(own) ? own : join(SHIPPED, 'config', 'default.yaml');
}

function liesIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
