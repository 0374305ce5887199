import type { Writable } from 'node:stream';
import { type ClosableLog, createWinstonLog } from '../adapters/log/winston-log.js';
import { systemClock } from '../adapters/system/clock.js';
import { secretTexts } from '../settings/secrets.js';
import type { Settings } from '../settings/settings.js';

/** The log as the settings want it: readable on a terminal, one line of JSON each elsewhere, secrets struck out. */
export function openLog(
  { log, secrets }: Pick<Settings, 'log' | 'secrets'>,
  to: { readonly stream: Writable; readonly isTerminal: boolean; readonly colour: boolean },
): ClosableLog {
  return createWinstonLog({
    level: log.level,
    format: log.format ?? (to.isTerminal ? 'text' : 'json'),
    colour: to.colour,
    secrets: secretTexts(secrets),
    stream: to.stream,
    clock: systemClock,
  });
}
