import { LineCounter, parseDocument, visit } from 'yaml';
import type { YamlFault } from './parse-yaml.js';

/** Ids without quotes, and the text as it was meant, so that the rest can be checked in the same run. */
export interface UnquotedIds {
  readonly faults: readonly YamlFault[];
  /** With every such id in quotes; lines are where they were. */
  readonly mended: string;
}

/**
 * Finds Discord ids that were written without quotes. YAML reads them as numbers, which hold 15 to 16 digits: the id that
 * arrives is another one, and a key does not even look wrong.
 */
export function findUnquotedIds(text: string, file: string): UnquotedIds {
  const lines = new LineCounter();
  const faults: YamlFault[] = [];
  const pieces: string[] = [];
  let done = 0;
  visit(parseDocument(text, { lineCounter: lines, prettyErrors: false }), {
    Scalar(_key, { value, source, range }) {
      if (typeof value !== 'number' || Number.isSafeInteger(value) || !/^\d+$/.test(source ?? '') || !range) return;
      const [start, end] = range;
      const message = `found the number ${source}, which loses its last digits without quotes; expected "${source}"`;
      const { line, col: column } = lines.linePos(start);
      faults.push({ file, line, column, message });
      pieces.push(text.slice(done, start), `"${source}"`);
      done = end;
    },
  });
  return { faults, mended: [...pieces, text.slice(done)].join('') };
}
