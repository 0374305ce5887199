/** Text under a key of what Discord answered. Throws TypeError where there is none: then it is not the answer that is documented. */
export function textOf(answer: unknown, key: string): string {
  const value = entryOf(answer, key);
  if (typeof value !== 'string') throw new TypeError(`Discord's answer has no text "${key}"`);
  return value;
}

/** Text under a key that may be left out or null. */
export function optionalTextOf(answer: unknown, key: string): string | undefined {
  const value = entryOf(answer, key);
  return typeof value === 'string' ? value : undefined;
}

/** A number under a key; 0 where there is none. */
export function numberOf(answer: unknown, key: string): number {
  const value = entryOf(answer, key);
  return typeof value === 'number' ? value : 0;
}

/** A list under a key; empty where there is none. */
export function listOf(answer: unknown, key: string): readonly unknown[] {
  const value = entryOf(answer, key);
  return Array.isArray(value) ? value : [];
}

function entryOf(answer: unknown, key: string): unknown {
  return typeof answer === 'object' && answer !== null
    ? Object.entries(answer).find(([name]) => name === key)?.[1]
    : undefined;
}
