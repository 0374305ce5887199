import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Community } from '../domain/community.js';
import { type Snowflake, toSnowflake } from '../domain/snowflake.js';
import { findUnquotedIds } from '../yaml/find-unquoted-ids.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { toCommunity } from './community.js';
import { ConfigError, type Fault } from './config-error.js';
import { type Env, readEnv } from './env.js';
import { type Places, readPlaces } from './places.js';
import { readText } from './read-text.js';
import { readSecrets, type Secrets } from './secrets.js';
import { type SettingsInput, settingsSchema } from './settings-schema.js';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export const LOG_FORMATS = ['json', 'text'] as const;

export interface LogSettings {
  readonly level: (typeof LOG_LEVELS)[number];
  /** Undefined: text on a terminal, JSON elsewhere. */
  readonly format: (typeof LOG_FORMATS)[number] | undefined;
}

export interface VitalsAddress {
  readonly host: string;
  readonly port: number;
}

/** All that an operator can set, checked. Only `secrets` must not be shown. */
export interface Settings extends Places {
  readonly secrets: Secrets;
  readonly log: LogSettings;
  /** Address of a local Discord, for tests and the sandbox; undefined for the real one. */
  readonly discordApi: string | undefined;
  /** Where health and metrics are served; undefined for nowhere. */
  readonly vitals: VitalsAddress | undefined;
  /** Requests a second for reading history; undefined for the built-in number. */
  readonly readingPerSecond: number | undefined;
  /** Whether a published pack waits for a second person. */
  readonly secondApprover: boolean;
  /** Whether members' messages may become examples: only with Discord's written permission. */
  readonly learnFromMessages: boolean;
  /** By guild id. A guild that is not listed is not served. */
  readonly communities: ReadonlyMap<Snowflake, Community>;
}

export interface SettingsSource {
  /** The process's variables; they win over `.env`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where `.env` and `config/` are looked for, and what relative paths start from. */
  readonly cwd: string;
}

/** Reads `.env`, the environment and the YAML file. Throws ConfigError with every fault of all of them. */
export function loadSettings({ env: variables, cwd }: SettingsSource): Settings {
  const env = readEnv(variables, cwd);
  const secrets = readSecrets(env);
  const places = readPlaces(env, cwd);
  const log = readLog(env);
  const discordApi = readDiscordApi(env);
  const vitals = readVitalsAddress(env);
  const behaviour = readBehaviour(places.value, env, cwd);
  const fromEnv = [env, secrets, places, log, discordApi, vitals].flatMap((part) => part.faults);
  const faults = [...byLine(fromEnv), ...behaviour.faults];
  if (faults.length > 0 || secrets.value === undefined) throw new ConfigError(faults);

  return {
    ...places.value,
    secrets: secrets.value,
    log: log.value,
    discordApi: discordApi.value,
    vitals: vitals.value,
    readingPerSecond: behaviour.value?.discord?.readingPerSecond,
    secondApprover: behaviour.value?.packs?.secondApprover ?? false,
    learnFromMessages: behaviour.value?.learning?.fromMessages ?? false,
    communities: communitiesOf(behaviour.value),
  };
}

function communitiesOf(input: SettingsInput | undefined): ReadonlyMap<Snowflake, Community> {
  const defaults = input?.defaults ?? {};
  return new Map(
    Object.entries(input?.communities ?? {}).map(([id, own]) => {
      const guildId = toSnowflake(id);
      return [guildId, toCommunity(guildId, own, defaults)];
    }),
  );
}

interface Behaviour {
  readonly value: SettingsInput | undefined;
  readonly faults: readonly Fault[];
}

function readBehaviour({ configFile, configNamed }: Places, env: Env, cwd: string): Behaviour {
  const near = relative(cwd, configFile);
  const file = near.startsWith('..') ? configFile : near;
  if (!configNamed && !existsSync(configFile)) return { value: undefined, faults: [] };
  const text = readText(configFile);
  if (text === undefined) {
    const entry = configNamed ? env.entries.get('DIDBON_CONFIG') : undefined;
    const message = `found no readable file at ${file}; expected the YAML file of settings`;
    if (entry === undefined) return { value: undefined, faults: [{ file, line: undefined, message }] };
    return { value: undefined, faults: [{ file: entry.file, line: entry.line, message: `DIDBON_CONFIG: ${message}` }] };
  }
  const unquoted = findUnquotedIds(text, file);
  // An empty file, or one of comments only, says nothing and is right.
  const parsed = parseYaml(unquoted.mended, file, settingsSchema.nullable());
  return { value: parsed.value ?? undefined, faults: byLine([...unquoted.faults, ...parsed.faults]) };
}

function byLine(faults: readonly Fault[]): readonly Fault[] {
  return [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function readLog(env: Env): { readonly value: LogSettings; readonly faults: readonly Fault[] } {
  const level = choose(env, 'DIDBON_LOG_LEVEL', LOG_LEVELS);
  const format = choose(env, 'DIDBON_LOG_FORMAT', LOG_FORMATS);
  return {
    value: { level: level.value ?? 'info', format: format.value },
    faults: [...level.faults, ...format.faults],
  };
}

function choose<T extends string>(
  env: Env,
  name: 'DIDBON_LOG_LEVEL' | 'DIDBON_LOG_FORMAT',
  options: readonly T[],
): { readonly value: T | undefined; readonly faults: readonly Fault[] } {
  const entry = env.entries.get(name);
  if (entry === undefined) return { value: undefined, faults: [] };
  const value = options.find((option) => option === entry.value.toLowerCase());
  if (value !== undefined) return { value, faults: [] };
  const message = `${name}: found "${entry.value}"; expected ${options.join(', ')}`;
  return { value: undefined, faults: [{ file: entry.file, line: entry.line, message }] };
}

function readDiscordApi(env: Env): { readonly value: string | undefined; readonly faults: readonly Fault[] } {
  const entry = env.entries.get('DIDBON_DISCORD_API');
  if (entry === undefined) return { value: undefined, faults: [] };
  const url = URL.canParse(entry.value) ? new URL(entry.value) : undefined;
  const loopback = url !== undefined && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (loopback && url.protocol === 'http:') return { value: entry.value, faults: [] };
  const message = `DIDBON_DISCORD_API: found "${entry.value}"; expected a local server such as http://127.0.0.1:4000/api, or nothing for Discord itself`;
  return { value: undefined, faults: [{ file: entry.file, line: entry.line, message }] };
}

function readVitalsAddress(env: Env): { readonly value: VitalsAddress | undefined; readonly faults: readonly Fault[] } {
  const entry = env.entries.get('DIDBON_VITALS');
  if (entry === undefined) return { value: undefined, faults: [] };
  const [, host, port] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(entry.value)?.filter((part) => part) ?? [];
  if (host !== undefined && Number(port) <= 65_535) return { value: { host, port: Number(port) }, faults: [] };
  const message = `DIDBON_VITALS: found "${entry.value}"; expected an address and a port such as 127.0.0.1:9464, or nothing`;
  return { value: undefined, faults: [{ file: entry.file, line: entry.line, message }] };
}
