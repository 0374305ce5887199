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
  const message = faultOf(parts);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

function faultOf(parts: readonly string[]): string | undefined {
  const wrong = parts.find((part) => !BETWEEN.has(part) && part.split('|').some((word) => !WORD.test(word)));
  if (wrong !== undefined)
    return `'${wrong}' is no word; write words, a|b for either, =word for one form, … between words, @group for any group`;
  if ([parts[0] ?? '…', parts.at(-1) ?? '…'].some((part) => BETWEEN.has(part))) return 'must begin and end with a word';
  return parts.filter((part) => part.includes('@group')).length > 1 ? '@group may stand once' : undefined;
}
