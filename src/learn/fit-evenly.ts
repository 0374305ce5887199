import { fitLogistic, type Prior } from './fit-logistic.js';

type Named<F extends string> = Readonly<Record<F, number>>;

/** Fits a weight for each factor, calls and benign texts weighing the same in total; without observations, the priors' means. */
export function fitEvenly<F extends string>(
  observations: readonly { readonly factors: Named<F>; readonly isCall: boolean }[],
  names: readonly F[],
  priors: Readonly<Record<F, Prior>>,
): Named<F> {
  const calls = observations.filter(({ isCall }) => isCall).length;
  const benign = observations.length - calls;
  const most = Math.max(calls, benign);
  const fitted = fitLogistic(
    observations.map(({ factors, isCall }) => ({
      x: names.map((name) => factors[name]),
      y: isCall ? 1 : 0,
      weight: most / (isCall ? calls : benign),
    })),
    names.map((name) => priors[name]),
  );
  const weights: Partial<Record<F, number>> = {};
  names.forEach((name, index) => {
    weights[name] = roundWeight(fitted[index] ?? priors[name].mean);
  });
  return weights as Named<F>;
}

/** Four digits, so that every machine agrees. */
export function roundWeight(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
