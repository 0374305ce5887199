import { z } from 'zod';

/** One thing wrong, and where it stands in the data. */
export interface ExplainedIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

/** Says in one sentence what was found and what would be right. An issue may name several faults (unknown keys): each gets its own place. */
export function explainIssue(issue: Issue, schema: z.ZodType): readonly ExplainedIssue[] {
  const path = plainPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(key, known) }));
  }
  if (issue.code === 'invalid_union') return explainUnion(issue, path, schema);
  if (issue.code === 'invalid_key')
    return [{ path, message: `${nameOf(path)}: this key is not allowed: ${firstMessage(issue.issues)}` }];
  return [{ path, message: `${nameOf(path)}: ${foundAndWanted(issue)}` }];
}

function foundAndWanted(issue: Issue): string {
  // What was found wrong between items stands at one of them; the input is all of them.
  if (issue.code === 'custom' && typeof issue.input === 'object' && issue.input !== null) return issue.message;
  const found = issue.input === undefined ? 'is missing' : `found ${show(issue.input)}`;
  if (issue.code === 'invalid_value') return `${found}; expected ${issue.values.map(show).join(', ')}`;
  if (issue.code === 'invalid_type') return `${found}; expected ${withArticle(issue.expected)}`;
  // A schema may say in its own words why a size is wrong.
  if (!/^(Too|Invalid) /.test(issue.message)) return `${found}; ${issue.message}`;
  if (issue.code === 'too_small') return `${found}; expected at least ${issue.minimum}${unit(issue.origin)}`;
  if (issue.code === 'too_big') return `${found}; expected at most ${issue.maximum}${unit(issue.origin)}`;
  return `${found}; ${issue.message}`;
}

/** Follows the alternative that the value came nearest to: the one whose complaints lie deepest, fewest first. */
function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  path: ExplainedIssue['path'],
  schema: z.ZodType,
): readonly ExplainedIssue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((one) => one.path.length));
  const nearest = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  if (nearest === undefined)
    return [{ path, message: `${nameOf(path)}: found ${show(issue.input)}; ${issue.message}` }];
  if (depth(nearest) > 0)
    return nearest.flatMap((inner) => explainIssue({ ...inner, path: [...issue.path, ...inner.path] }, schema));
  const wanted = issue.errors.flatMap((errors) => errors.map(wantedBy));
  return [
    { path, message: `${nameOf(path)}: found ${show(issue.input)}; expected ${[...new Set(wanted)].join(' or ')}` },
  ];
}

function wantedBy(issue: Issue): string {
  if (issue.code === 'invalid_type') return withArticle(issue.expected);
  if (issue.code === 'invalid_value') return issue.values.map(show).join(', ');
  return issue.message;
}

function unknownKey(key: string, known: readonly string[]): string {
  const right = known.length > 0 ? `known here: ${known.join(', ')}` : 'remove it';
  return `${key}: unknown key; ${right}`;
}

/** The keys that the schema knows at this path, so that a misspelt one can be corrected without the handbook. */
function knownKeys(schema: z.ZodType, path: ExplainedIssue['path']): readonly string[] {
  let types = unwrap(schema);
  for (const step of path) types = types.flatMap((type) => unwrapAll(childrenOf(type, step)));
  return [...new Set(types.flatMap((type) => (type instanceof z.ZodObject ? Object.keys(type.shape) : [])))];
}

function childrenOf(type: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (type instanceof z.ZodObject) return ownOf(type.shape, step);
  if (type instanceof z.ZodArray) return [type.element];
  if (type instanceof z.ZodRecord) return [type.valueType];
  return [];
}

function ownOf(shape: Readonly<Record<string, z.core.$ZodType>>, step: string | number): readonly z.core.$ZodType[] {
  const child = Object.hasOwn(shape, step) ? shape[step] : undefined;
  return child === undefined ? [] : [child];
}

function unwrapAll(types: readonly z.core.$ZodType[]): readonly z.core.$ZodType[] {
  return types.flatMap(unwrap);
}

function unwrap(type: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (type instanceof z.ZodUnion) return unwrapAll(type.options);
  if (type instanceof z.ZodPipe) return unwrap(type.in);
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodReadonly)
    return unwrap(type.def.innerType);
  if (type instanceof z.ZodDefault || type instanceof z.ZodPrefault) return unwrap(type.def.innerType);
  return [type];
}

function firstMessage(issues: readonly Issue[]): string {
  return issues[0]?.message ?? 'unknown key';
}

function plainPath(path: readonly PropertyKey[]): readonly (string | number)[] {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function nameOf(path: ExplainedIssue['path']): string {
  const keys = path.filter((step) => typeof step === 'string');
  return keys.at(-1) ?? 'the file';
}

function show(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function withArticle(expected: string): string {
  return /^[aeio]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
