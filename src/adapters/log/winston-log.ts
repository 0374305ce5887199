import type { Writable } from 'node:stream';
import { createLogger, format, transports } from 'winston';
import type { Clock } from '../../ports/clock.js';
import type { Log, LogFields } from '../../ports/log.js';
import { formatJsonLine, formatTextLine } from './format-line.js';
import { redactFields, redactText } from './redact.js';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** `json` for machines, `text` for a person at a terminal. One line an event either way. */
  readonly format: 'json' | 'text';
  /** Whether `text` is coloured. */
  readonly colour?: boolean;
  /** Configured secrets in every form they may take; struck out wherever they turn up. */
  readonly secrets: readonly string[];
  readonly stream: Writable;
  readonly clock: Clock;
}

export interface ClosableLog {
  readonly log: Log;
  /** Resolves when everything said so far has been handed to the stream, which stays open. */
  close(): Promise<void>;
}

/** Logs through winston. Secrets and message text are struck out here, at the one place every line passes. */
export function createWinstonLog(options: LogOptions): ClosableLog {
  const { secrets, clock } = options;
  const print = options.format === 'json' ? formatJsonLine : formatTextLine(options.colour === true);
  const winston = createLogger({
    level: options.level,
    format: format.printf(({ level, message, fields }) =>
      print({ time: clock.now(), level, message: redactText(String(message), secrets), fields: toFields(fields) }),
    ),
    transports: [new transports.Stream({ stream: options.stream, eol: '\n' })],
  });
  const state = { closed: false };
  const say = (level: string) => (message: string, fields?: LogFields) => {
    // winston throws at whoever speaks after the end, e.g. a request that was let go when the bot stopped.
    if (state.closed) return;
    winston.log(level, message, { fields: redactFields(fields ?? {}, secrets) });
  };
  return {
    log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') },
    close: () =>
      new Promise((resolve) => {
        state.closed = true;
        winston.once('finish', () => resolve());
        winston.end();
      }),
  };
}

function toFields(value: unknown): LogFields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
