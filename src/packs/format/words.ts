import { z } from 'zod';

/** A word, exactly one form of it, or any group; `+` stands in «18+» and as an answer of its own. */
const WORD = /^(?:@group|=?[\p{L}\p{N}+][\p{L}\p{M}\p{N}'ʻ‘’`´ʹʼ+-]*)$/u;
const BETWEEN: ReadonlySet<string> = new Set(['…', '...']);

/**
 * The notation that `parseWords` reads: words that inflect, `a|b` for either, `=word` for exactly this form, `…` for words in between,
 * `@group` once for the name of any group. What is none of these would match nothing, and nobody would notice.
 */
export const wordsSchema = z.string().superRefine((text, context) => {
  const parts = text.split(/\s+/).filter(Boolean);
  const wrong = parts.flatMap(faultsOf);
  const message = faultOf(text, wrong[0], [parts[0], parts.at(-1)]);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

function faultOf(text: string, wrong: string | undefined, edges: readonly (string | undefined)[]): string | undefined {
  if (wrong !== undefined)
    return `'${wrong}' is no word; write words, a|b for either, =word for one form, … between words, @group for any group`;
  if (edges.some((part) => part === undefined || BETWEEN.has(part))) return 'must begin and end with a word';
  return text.split('@group').length > 2 ? '@group may stand once' : undefined;
}

function faultsOf(part: string): readonly string[] {
  if (BETWEEN.has(part)) return [];
  return part.split('|').some((word) => !WORD.test(word)) ? [part] : [];
}
