import type { FeatureWeights } from './wording-model.js';

/** Places for each feature, at least: some stay free, so that looking ends soon. */
const PLACES = 1.6;
/** What 16 bits hold. */
const MOST = 327;
const NO_CHECK = 0;
const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;
const OTHER_PRIME = 0x5bd1e995;

/**
 * Weights of two decimals by feature, without the features: each stands where one hash leads, with another to know it by. A Map of a
 * hundred thousand takes eight times the room. One unknown feature in a billion is taken for a known one; of two known ones
 * that cannot be told apart the first counts.
 */
export class WeightTable implements FeatureWeights {
  readonly #checks: Int32Array;
  readonly #hundredths: Int16Array;

  /**
   * @param weights at most `size`, within ±327.
   * @throws RangeError for others.
   */
  constructor(weights: Iterable<readonly [feature: string, weight: number]>, size: number) {
    let left = size;
    const places = 2 ** Math.ceil(Math.log2(size * PLACES + 2));
    this.#checks = new Int32Array(places);
    this.#hundredths = new Int16Array(places);
    for (const [feature, weight] of weights) {
      if (!(Math.abs(weight) <= MOST))
        throw new RangeError(`the weight of «${feature}» is ${weight}; at most ${MOST} is kept`);
      if (left === 0) throw new RangeError(`there are more than ${size} weights`);
      left -= 1;
      const place = this.#placeOf(feature);
      if (this.#checks[place] !== NO_CHECK) continue;
      this.#checks[place] = checkOf(feature);
      this.#hundredths[place] = Math.round(weight * 100);
    }
  }

  get(feature: string): number | undefined {
    const place = this.#placeOf(feature);
    return this.#checks[place] === NO_CHECK ? undefined : (this.#hundredths[place] ?? 0) / 100;
  }

  /** Where a feature stands, or the free place where it would. */
  #placeOf(feature: string): number {
    const checks = this.#checks;
    const last = checks.length - 1;
    const check = checkOf(feature);
    let hash = SEED;
    for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), PRIME);
    let place = (hash ^ (hash >>> 15)) & last;
    while (checks[place] !== NO_CHECK && checks[place] !== check) place = (place + 1) & last;
    return place;
  }
}

function checkOf(feature: string): number {
  let hash = SEED;
  for (let at = 0; at < feature.length; at += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(at), OTHER_PRIME);
    hash ^= hash >>> 13;
  }
  return hash === NO_CHECK ? 1 : hash;
}
