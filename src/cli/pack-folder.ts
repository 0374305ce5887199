import { resolve } from 'node:path';
import { readEnv } from '../settings/env.js';
import { readPlaces } from '../settings/places.js';
import type { Io } from './io.js';

/** The classifier pack to use: as named, else as the environment or `.env` says, else the one that is shipped. */
export function packFolder({ env, cwd }: Pick<Io, 'env' | 'cwd'>, named: string | undefined): string {
  return named === undefined ? readPlaces(readEnv(env, cwd), cwd).value.packDir : resolve(cwd, named);
}
