import type { Items } from '../../assess/keywords/lexicon-tables.js';

/** Reads each line as often as it is asked for. */
export function readWhenAsked<T>(lines: readonly string[], read: (line: string) => T): Items<T> {
  return {
    at: (index) => {
      const line = lines[index];
      return line === undefined ? undefined : read(line);
    },
    *[Symbol.iterator]() {
      for (const line of lines) yield read(line);
    },
  };
}

/** Reads each line once: what is met in one text is met in others. */
export function readOnce<T>(lines: readonly string[], read: (line: string) => T): Items<T> {
  const known = new Array<T | undefined>(lines.length).fill(undefined);
  const items = readWhenAsked(lines, read);
  return {
    ...items,
    at: (index) => {
      known[index] ??= items.at(index);
      return known[index];
    },
  };
}

/** Whole numbers with a sign between them. */
export function readNumbers(text: string, between = ' '): readonly number[] {
  return text === '' ? [] : text.split(between).map(Number);
}
