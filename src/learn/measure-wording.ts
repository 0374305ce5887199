import { wordingOdds } from '../assess/decide/wording-model.js';
import type { WordingFigures } from '../packs/models/figures-file.js';
import { fitWording, type WordingObservation } from './fit-wording.js';
import { separationOf } from './separation.js';

/** Held out; the other parts are learnt. One part is enough to know, and a fit takes seconds. */
const HELD_OUT = 0;

/** How well wording tells calls from benign texts that its weights have not seen; of observations, each with the part it belongs to. */
export function measureWording(observed: readonly (WordingObservation & { readonly fold: number })[]): WordingFigures {
  const unseen = observed.filter(({ fold }) => fold === HELD_OUT);
  const model = fitWording(observed.filter(({ fold }) => fold !== HELD_OUT));
  const isCall = unseen.map((one) => one.isCall);
  const calls = isCall.filter(Boolean).length;
  return {
    calls,
    benign: unseen.length - calls,
    ...separationOf(
      unseen.map(({ features }) => wordingOdds(model, features)),
      isCall,
    ),
  };
}
