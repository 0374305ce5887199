import type { FittedWording } from '../assess/decide/wording-model.js';
import type { WordingFigures } from '../packs/models/figures-file.js';
import { fitWording } from './fit-wording.js';
import type { ObservedWording, WordingObservation } from './observe-wording.js';
import { separationOf } from './separation.js';

/** Held out; the other parts are learnt. One part is enough to know, and a fit takes seconds. */
const HELD_OUT = 0;

/** How well wording tells calls from benign texts that its weights have not seen. */
export function measureWording({ names, observations }: ObservedWording): WordingFigures {
  const unseen = observations.filter(({ fold }) => fold === HELD_OUT);
  const model = fitWording({ names, observations: observations.filter(({ fold }) => fold !== HELD_OUT) });
  const isCall = unseen.map((one) => one.isCall);
  const calls = isCall.filter(Boolean).length;
  return {
    calls,
    benign: unseen.length - calls,
    ...separationOf(
      unseen.map((one) => oddsOf(model, names, one)),
      isCall,
    ),
  };
}

/** `wordingOdds` of features that have numbers. */
export function oddsOf(
  { bias, weights }: FittedWording,
  names: readonly string[],
  { lists }: WordingObservation,
): number {
  return lists.reduce((odds, { numbers, count }) => {
    let sum = 0;
    for (const number of numbers) sum += weights.get(names[number] ?? '') ?? 0;
    return odds + count * sum;
  }, bias);
}
