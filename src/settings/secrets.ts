import type { Fault } from './config-error.js';
import type { Env, EnvEntry, EnvName } from './env.js';

/** What must never be printed, logged or stored. Kept apart so that the rest of the settings may be shown. */
export interface Secrets {
  /** The bot's token; undefined where none is set. */
  readonly token: string | undefined;
  /** The encryption key, 32 bytes in base64 or hex; undefined where it comes from the key file. */
  readonly key: string | undefined;
  /** The key that is to replace it, for `didbon key rotate` alone. */
  readonly newKey: string | undefined;
  /** `postgres://…`; undefined for the embedded SQLite file. */
  readonly databaseUrl: string | undefined;
}

interface Found<T> {
  readonly value: T | undefined;
  readonly faults: readonly Fault[];
}

const KEY_BYTES = 32;

/** Striking out a shorter password would strike out half of every log line. */
const SHORTEST_STRUCK = 6;

/** Checks the shape of every secret. A fault says what is wrong without repeating the secret. */
export function readSecrets({ entries }: Env): Found<Secrets> {
  const token = check(entries, entries.has('DIDBON_TOKEN') ? 'DIDBON_TOKEN' : 'DISCORD_TOKEN', readToken);
  const key = check(entries, 'DIDBON_KEY', readKey);
  const newKey = check(entries, 'DIDBON_NEW_KEY', readKey);
  const databaseUrl = check(entries, 'DIDBON_DATABASE_URL', readDatabaseUrl);
  return {
    value: { token: token.value, key: key.value, newKey: newKey.value, databaseUrl: databaseUrl.value },
    faults: [...token.faults, ...key.faults, ...newKey.faults, ...databaseUrl.faults],
  };
}

/** Every secret as it may appear in text, for the log to strike out. */
export function secretTexts({ token, key, newKey, databaseUrl }: Secrets): readonly string[] {
  const password = databaseUrl === undefined ? '' : new URL(databaseUrl).password;
  return [token, databaseUrl, password, safeDecode(password), ...keyTexts(key), ...keyTexts(newKey)]
    .filter((text) => text !== undefined)
    .filter((text) => text.length >= SHORTEST_STRUCK);
}

function keyTexts(key: string | undefined): readonly (string | undefined)[] {
  const bytes = key === undefined ? undefined : toBytes(key);
  return [key, bytes?.toString('base64'), bytes?.toString('base64url'), bytes?.toString('hex')];
}

function check<T>(
  entries: Env['entries'],
  name: EnvName,
  read: (text: string) => { readonly value: T } | { readonly wrong: string },
): Found<T> {
  const entry: EnvEntry | undefined = entries.get(name);
  if (entry === undefined) return { value: undefined, faults: [] };
  const result = read(entry.value);
  if ('value' in result) return { value: result.value, faults: [] };
  return {
    value: undefined,
    faults: [{ file: entry.file, line: entry.line, message: `${name}: ${result.wrong}` }],
  };
}

function readToken(text: string): { readonly value: string } | { readonly wrong: string } {
  if (/^Bot\s/i.test(text)) return { wrong: 'starts with "Bot "; expected the token alone' };
  if (!/^[\x21-\x7e]+$/.test(text))
    return { wrong: "holds spaces or letters that no token has; copy it again from the application's Bot page" };
  return { value: text };
}

function readKey(text: string): { readonly value: string } | { readonly wrong: string } {
  if (toBytes(text)?.length === KEY_BYTES) return { value: text };
  return {
    wrong: `found ${text.length} characters; expected ${KEY_BYTES} bytes in base64 or hex, as "openssl rand -base64 32" makes them`,
  };
}

function toBytes(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}

function readDatabaseUrl(text: string): { readonly value: string } | { readonly wrong: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return { value: text };
  const found = url === undefined ? 'found no URL' : `found a URL of ${url.protocol}//`;
  return { wrong: `${found}; expected postgres://user:password@host:5432/name, or nothing for SQLite` };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
