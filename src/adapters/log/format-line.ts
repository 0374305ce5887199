import { createColors } from 'picocolors';
import type { LogFields } from '../../ports/log.js';

/** One event, already free of secrets. */
export interface LogLine {
  readonly time: Date;
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

/** One JSON object: time, level and message first; a field cannot pass itself off as one of them. */
export function formatJsonLine({ time, level, message, fields }: LogLine): string {
  const own = { time: time.toISOString(), level, message };
  const others = Object.entries(fields).map(([name, value]) => [name in own ? `_${name}` : name, value]);
  return JSON.stringify({ ...own, ...Object.fromEntries(others) });
}

/** `10:31:07 info  message  name=value`, for a person at a terminal. */
export function formatTextLine(colour: boolean): (line: LogLine) => string {
  const c = createColors(colour);
  const paint: Readonly<Record<string, (text: string) => string>> = { debug: c.dim, warn: c.yellow, error: c.red };
  return ({ time, level, message, fields }) => {
    const head = (paint[level] ?? c.green)(level.padEnd(5));
    const facts = Object.entries(fields).map(([name, value]) => `${c.dim(`${name}=`)}${plain(value)}`);
    return [c.dim(time.toISOString().slice(11, 19)), head, oneLine(message), ...facts].join(' ');
  };
}

function plain(value: LogFields[string]): string {
  if (typeof value !== 'string') return String(value);
  return /^[^\s"=\p{Cc}]+$/u.test(value) ? value : JSON.stringify(oneLine(value));
}

/** Names of channels come from other people: they must not start a new line or steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}|\p{Bidi_Control}/gu, ' ');
}
