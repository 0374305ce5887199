/** The value, or a RangeError that names what is missing: a wrong id in a test should say so at once. */
export function found<T>(value: T | undefined, what: string, id: string): T {
  if (value === undefined) throw new RangeError(`no such ${what}: ${id}`);
  return value;
}
