import type { Flag } from '../domain/flag.js';
import type { ReasonCount } from './store.js';

/** In how many of these flags each term stands, the most frequent first. A term that a flag repeats counts once for it. */
export function countTerms(flags: readonly Flag[]): readonly ReasonCount[] {
  const counts = new Map<string, { readonly role: string; readonly gloss: string; count: number }>();
  for (const { reasons } of flags) {
    const seen = new Set<string>();
    for (const { kind, role, gloss } of reasons) {
      const key = `${role}\n${gloss}`;
      if (kind !== 'term' || seen.has(key)) continue;
      seen.add(key);
      const known = counts.get(key) ?? { role, gloss, count: 0 };
      known.count += 1;
      counts.set(key, known);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.gloss.localeCompare(b.gloss));
}
