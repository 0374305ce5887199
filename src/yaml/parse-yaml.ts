import type { Document, Node } from 'yaml';
import { isAlias, isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue.js';

/** Something wrong in a file that a person edits; line and column count from 1. */
export interface YamlFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was found and what would be right. */
  readonly message: string;
}

/** Keys and 0-based indices that lead from the top of a file to a value. */
export type YamlPath = readonly (string | number)[];

export interface YamlPlace {
  readonly line: number;
  readonly column: number;
}

export interface ParsedYaml<T> {
  /** Undefined exactly when there are faults. */
  readonly value: T | undefined;
  readonly faults: readonly YamlFault[];
  /** The data as written, also where the schema refuses it, so that further checks can list their faults in the same run. */
  readonly raw: unknown;
  /** Where the value at this path stands, or the nearest thing above it that exists. */
  readonly locate: (path: YamlPath) => YamlPlace;
}

/** Larger files are refused unread: nobody edits them by hand, and the parser needs many times their size. */
const MAX_CHARACTERS = 16_000_000;

/**
 * Reads YAML that people edit. Never throws: every fault of the file comes back at once, with its line.
 * Tags, anchors and aliases are refused, so a file means what it shows and cannot unfold into more than it holds.
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>): ParsedYaml<T> {
  if (text.length > MAX_CHARACTERS)
    return unread(file, `the file has ${text.length} characters; at most ${MAX_CHARACTERS} are read`);
  const lines = new LineCounter();
  const document = compose(text, lines);
  if (document === undefined) return unread(file, 'nested too deeply to be read');

  const locate = (path: YamlPath) => placeOf(document, lines, path);
  const syntax = syntaxFaults(document, lines, file);
  if (syntax.length > 0) return { value: undefined, faults: syntax, raw: undefined, locate };

  const raw: unknown = document.toJS();
  const checked = schema.safeParse(raw, { reportInput: true });
  if (checked.success) return { value: checked.data, faults: [], raw, locate };

  const faults = checked.error.issues
    .flatMap((issue) => explainIssue(issue, schema))
    .map(({ path, message }) => ({ file, ...locate(path), message }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
  return { value: undefined, faults, raw, locate };
}

/** One line that editors and terminals can follow: `file:line:column: message`. */
export function formatFault(fault: YamlFault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.message}`;
}

function unread<T>(file: string, message: string): ParsedYaml<T> {
  const top = { line: 1, column: 1 };
  return { value: undefined, faults: [{ file, ...top, message }], raw: undefined, locate: () => top };
}

/** Undefined where nesting exhausts the parser's stack, which it throws or reports once a level. */
function compose(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true });
    const exhausted = document.errors.some((error) => error.message.includes('call stack'));
    return exhausted ? undefined : document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function syntaxFaults(document: Document.Parsed, lines: LineCounter, file: string): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  const add = (offset: number, message: string) => faults.push({ file, ...toPlace(lines, offset), message });
  for (const problem of [...document.errors, ...document.warnings])
    if (problem.code !== 'TAG_RESOLVE_FAILED') add(problem.pos[0], problem.message.replace(/\n[\s\S]*/, ''));
  visit(document, {
    Node(_key, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) add(offset, `found the alias *${node.source}; write the value out`);
      else if (node.anchor !== undefined)
        add(offset, `found the anchor &${node.anchor}; write the value out where it is used`);
      else if (node.tag !== undefined) add(offset, `found the tag ${node.tag}; plain values carry no tag`);
    },
  });
  return faults;
}

function placeOf(document: Document.Parsed, lines: LineCounter, path: YamlPath): YamlPlace {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const key = keyNode(node, step);
    node = node.get(step, true);
    const found = startOf(key) ?? startOf(node);
    if (found === undefined) break;
    offset = found;
  }
  return toPlace(lines, offset);
}

/** The key node of a map; a list has none. */
function keyNode(node: unknown, step: string | number): unknown {
  return isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step)?.key : undefined;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isCollection(value) || isAlias(value);
}

function toPlace(lines: LineCounter, offset: number): YamlPlace {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
