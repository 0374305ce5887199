import type { Assessment } from '../assess/assessment.js';
import { createAssess } from '../assess/index.js';
import type { BudgetCosts } from '../domain/plan-budget.js';
import type { TermSearch } from '../domain/term.js';
import { budgetCosts } from '../learn/budget-costs.js';
import { readCases } from '../packs/read-cases.js';
import { type Pack, readPack } from '../packs/read-pack.js';
import { readPackSources } from '../packs/read-pack-sources.js';
import type { Io } from './io.js';
import { packFolder } from './pack-folder.js';

interface Classifier {
  readonly assess: (text: string) => Assessment;
  readonly searchTerms: TermSearch;
  /** Computed when it is first asked for. */
  readonly budgetCosts: () => Promise<BudgetCosts>;
}

/** As {@link openAssess}, with the pack's words for people who look one up. */
export function openClassifier(io: Pick<Io, 'env' | 'cwd'>, folder: string | undefined): Classifier {
  const { parts, searchTerms, folder: place } = openPack(io, folder);
  const assess = createAssess(parts);
  let costs: Promise<BudgetCosts> | undefined;
  return {
    assess,
    searchTerms,
    budgetCosts: () => {
      costs ??= budgetCosts(parts, readCases(place), assess);
      return costs;
    },
  };
}

/** Reads the classifier pack and answers its assess function. Throws PackError with every fault of the pack. */
export function openAssess(io: Pick<Io, 'env' | 'cwd'>, folder: string | undefined): (text: string) => Assessment {
  return createAssess(openPack(io, folder).parts);
}

/** Where the models do not fit, what they are to be built from may have faults: then these are told instead. */
function openPack(io: Pick<Io, 'env' | 'cwd'>, named: string | undefined): Pack {
  const folder = packFolder(io, named);
  try {
    return readPack(folder);
  } catch (error) {
    readPackSources(folder);
    throw error;
  }
}
