import type { LogFields } from '../../ports/log.js';

const STRUCK = '[secret]';
const WITHHELD = '[withheld]';

/** Longer values are cut: a log line says what happened, it does not carry what it happened to. UTF-16 units. */
const LONGEST = 2000;

/** Names under which no value is ever written, whatever it looks like. */
const SECRET_NAMES = /^(token|key|password|secret|authorization|cookie)$/i;
const TEXT_NAMES = /^(text|content|embed|embeds|quote|excerpt)$/i;

/** Fields that say which community, channel or task of ours a line is about. Ids of people and messages stand in no line. */
const PLACE_NAMES = /^(guild|channel|task)$/;
const IDS = /(?<![\w.])\d{17,20}(?![\w.])/g;

/** What tokens look like: Discord's and other three-part ones, those in webhook and interaction addresses, and passwords in addresses. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w-]{20,100}\.[\w-]{5,100}\.[\w-]{20,200}/g, STRUCK],
  [/\b(Bot|Bearer)\s+[\w.~+/-]{16,400}/g, `$1 ${STRUCK}`],
  [/(\/(?:webhooks|interactions)\/\d{1,20}\/)[\w-]+/g, `$1${STRUCK}`],
  [/(:\/\/[^\s:/@]{0,100}:)[^\s@]{1,200}@/g, `$1${STRUCK}@`],
];

/** Strikes secrets, and ids of Discord, out of text. `secrets` are the configured ones, in every form they may take. */
export function redactText(text: string, secrets: readonly string[]): string {
  return redactSecrets(text, secrets).replace(IDS, '[id]');
}

function redactSecrets(text: string, secrets: readonly string[]): string {
  let result = text.length > 2 * LONGEST ? text.slice(0, 2 * LONGEST) : text;
  for (const secret of secrets) result = result.replaceAll(secret, STRUCK);
  for (const [pattern, replacement] of PATTERNS) result = result.replace(pattern, replacement);
  return result.length > LONGEST ? `${result.slice(0, LONGEST)}…` : result;
}

/** Strikes secrets out of every field, and withholds fields that by their name would carry a secret or a message. */
export function redactFields(fields: LogFields, secrets: readonly string[]): LogFields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [redactText(name, secrets), redactValue(name, value, secrets)]),
  );
}

function redactValue(name: string, value: LogFields[string], secrets: readonly string[]): LogFields[string] {
  if (SECRET_NAMES.test(name)) return STRUCK;
  if (TEXT_NAMES.test(name)) return WITHHELD;
  if (typeof value !== 'string') return value;
  return PLACE_NAMES.test(name) ? redactSecrets(value, secrets) : redactText(value, secrets);
}
