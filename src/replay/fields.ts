/** The value of a key, or undefined where there is no such thing: exports come from many programs and versions. */
export function field(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The first of these keys that holds text; digits count, because some programs write ids as numbers. */
export function textField(value: unknown, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = field(value, name);
    if (typeof found === 'string') return found;
    if (typeof found === 'number') return String(found);
  }
  return undefined;
}

/** The first of these keys that holds a list; empty where none does. */
export function listField(value: unknown, ...names: readonly string[]): readonly unknown[] {
  for (const name of names) {
    const found = field(value, name);
    if (Array.isArray(found)) return found;
  }
  return [];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
