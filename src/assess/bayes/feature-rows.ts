import { partsOfPair } from './features.js';

/**
 * Numbers of features in the order in which they were given. Pairs stand under their first word, so that those of a text are looked up
 * without being put together.
 */
export interface FeatureRows {
  readonly size: number;
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Numbers distinct features from 0. */
export function numberFeatures(features: Iterable<string>): FeatureRows {
  const words = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  let size = 0;
  for (const feature of features) {
    const parts = partsOfPair(feature);
    if (parts === undefined) words.set(feature, size);
    else {
      const [first, second] = parts;
      const behind = pairs.get(first) ?? new Map<string, number>();
      pairs.set(first, behind);
      behind.set(second, size);
    }
    size += 1;
  }
  return { size, words, pairs };
}

/** The number of a feature; undefined for one that has none. */
export function rowOf({ words, pairs }: FeatureRows, feature: string): number | undefined {
  const parts = partsOfPair(feature);
  return parts === undefined ? words.get(feature) : pairs.get(parts[0])?.get(parts[1]);
}
