import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { parse } from 'dotenv';
import type { Fault } from './config-error.js';
import { readText } from './read-text.js';

/** Every variable Didbon reads: secrets and places. Behaviour stands in the YAML file. */
export const ENV_NAMES = [
  'DIDBON_TOKEN',
  'DISCORD_TOKEN',
  'DIDBON_DATABASE_URL',
  'DIDBON_KEY',
  'DIDBON_NEW_KEY',
  'DIDBON_KEY_FILE',
  'DIDBON_DATA_DIR',
  'DIDBON_CONFIG',
  'DIDBON_PACK_DIR',
  'DIDBON_DISCORD_API',
  'DIDBON_BENIGN_DEV',
  'DIDBON_VITALS',
  'DIDBON_LOG_LEVEL',
  'DIDBON_LOG_FORMAT',
] as const;
export type EnvName = (typeof ENV_NAMES)[number];

/** One variable that is set, and where, so that a fault in it can be found. */
export interface EnvEntry {
  readonly value: string;
  readonly file: string;
  readonly line: number | undefined;
}

export interface Env {
  readonly entries: ReadonlyMap<EnvName, EnvEntry>;
  /** Where a person's programs keep their settings: XDG_CONFIG_HOME or ~/.config. */
  readonly configHome: string;
  readonly faults: readonly Fault[];
}

type Variables = Readonly<Record<string, string | undefined>>;

const ENV_FILE = '.env';
const OURS = /^(DIDBON|DISCORD)_/;

/** Reads the process's variables and the `.env` file in `cwd`; the process wins, an empty value counts as unset. Changes neither. */
export function readEnv(variables: Variables, cwd: string): Env {
  const path = join(cwd, ENV_FILE);
  const read = readText(path);
  const text = read ?? '';
  const fromFile = parse(text);
  const entries = new Map<EnvName, EnvEntry>();
  for (const name of ENV_NAMES) {
    const inFile = fromFile[name]?.trim();
    const inProcess = variables[name]?.trim();
    if (inProcess) entries.set(name, { value: inProcess, file: 'environment', line: undefined });
    else if (inFile) entries.set(name, { value: inFile, file: ENV_FILE, line: lineOf(text, name) });
  }
  const isUnread = read === undefined && existsSync(path);
  const unread = isUnread ? [{ file: ENV_FILE, line: undefined, message: 'is there but cannot be read' }] : [];
  const faults = [...unread, ...unknownInFile(text, fromFile), ...unknownInProcess(variables)];
  return { entries, configHome: configHome(variables), faults };
}

function configHome({ XDG_CONFIG_HOME: named, HOME: home }: Variables): string {
  return named && isAbsolute(named) ? named : join(home || homedir(), '.config');
}

function unknownInFile(text: string, variables: Variables): readonly Fault[] {
  const faults = unknownNames(variables).map((name) => ({
    file: ENV_FILE,
    line: lineOf(text, name),
    message: unknown(name),
  }));
  const unreadable = text.split('\n').flatMap((line, index) => {
    if (!/^\s*(export\s+)?(DIDBON|DISCORD)_\w*\s*([^\w\s=:]|\s[^=:\s]|$)/.test(line)) return [];
    return [{ file: ENV_FILE, line: index + 1, message: 'found no "="; expected NAME=value' }];
  });
  return [...faults, ...unreadable];
}

function unknownInProcess(variables: Variables): readonly Fault[] {
  return unknownNames(variables)
    .filter((name) => name.startsWith('DIDBON_'))
    .map((name) => ({ file: 'environment', line: undefined, message: unknown(name) }));
}

function unknownNames(variables: Variables): readonly string[] {
  const known: ReadonlySet<string> = new Set(ENV_NAMES);
  return Object.keys(variables).filter((name) => OURS.test(name) && !known.has(name));
}

function unknown(name: string): string {
  return `${name}: unknown variable; known: ${ENV_NAMES.join(', ')}`;
}

/** Where a variable is last set, which is what counts. */
function lineOf(text: string, name: string): number | undefined {
  const lines = text.split('\n');
  const index = lines.findLastIndex((line) => new RegExp(`^\\s*(export\\s+)?${name}\\s*[=:]`).test(line));
  return index < 0 ? undefined : index + 1;
}
