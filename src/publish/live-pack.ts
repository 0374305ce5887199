import type { Assessment } from '../assess/assessment.js';
import { createAssess } from '../assess/index.js';
import type { BudgetCosts } from '../domain/plan-budget.js';
import type { ActivePack } from '../domain/publication.js';
import type { TermSearch } from '../domain/term.js';
import { budgetCosts } from '../learn/budget-costs.js';
import { openModels } from '../packs/open-models.js';
import { withUnpacked } from '../packs/pack-archive.js';
import type { Cases } from '../packs/pack-sources.js';
import { readCases } from '../packs/read-cases.js';
import { type Pack, readPack } from '../packs/read-pack.js';
import type { Clock } from '../ports/clock.js';
import { messageOf, UnavailableError } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Store } from '../store/store.js';
import { openParts } from './open-candidate.js';
import { createShadow, type Shadow } from './shadow.js';
import { type ComparedWith, watchWorkingCopy } from './watch-working-copy.js';

export interface LivePackParts {
  readonly store: Pick<Store, 'packBlobs' | 'publications' | 'packTrials'>;
  /** The folder that analysts edit. */
  readonly workingCopy: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** The pack that a running bot assesses with. It is swapped whole, between two texts. */
export interface LivePack {
  /** Assesses with the pack that is in force at this moment. */
  readonly assess: (text: string) => Assessment;
  /** For people who look a word of it up. */
  readonly searchTerms: TermSearch;
  /** What raising its thresholds would cost on its written cases; computed when it is first asked for. Throws PackError. */
  readonly budgetCosts: () => Promise<BudgetCosts>;
  /** Scores beside it while a shadow runs. */
  readonly shadow: Shadow;
  /** Looks whether another pack was published, a shadow begun, or the working copy edited. Never throws. */
  refresh(): Promise<void>;
}

interface InForce {
  readonly active: ActivePack;
  readonly pack: string;
  readonly assess: (text: string) => Assessment;
  readonly searchTerms: TermSearch;
  readonly budgetCosts: () => Promise<BudgetCosts>;
}

/**
 * Opens the pack that is in force: the published one, and while nothing was published the working copy as it is now. A published
 * pack that this program cannot use is logged, and the working copy stands in, so that nobody goes unwatched.
 * Throws PackError when neither can be used.
 */
export async function openLivePack(parts: LivePackParts): Promise<LivePack> {
  const { store, log, workingCopy } = parts;
  let inForce = await openFirst(parts);
  /** A revision that could not be used, so that it is complained of once. */
  let broken: number | undefined;
  const shadow = createShadow(parts);
  await shadow.refresh();
  const compared = (): ComparedWith => ({ hash: inForce.active.hash, pack: inForce.pack });
  const offer = watchWorkingCopy(workingCopy, compared(), log);

  const swap = async (): Promise<void> => {
    const active = await store.publications.active();
    if (active.revision === inForce.active.revision || active.revision === broken) return;
    try {
      inForce = await openPublished(active, parts);
      log.info('another pack is in force', { pack: inForce.pack, revision: active.revision });
    } catch (error) {
      if (error instanceof UnavailableError) throw error;
      broken = active.revision;
      log.error('the published pack cannot be used; the one before stays in force', {
        ...{ revision: active.revision, inForce: inForce.pack },
        error: messageOf(error),
      });
    }
  };

  const look = async (): Promise<void> => {
    try {
      await swap();
      await shadow.refresh();
      offer(compared());
    } catch (error) {
      log.warn('whether another pack was published could not be seen', { error: messageOf(error) });
    }
  };

  // One after the other: a look that began earlier must not put an older pack over a newer one.
  let looking = Promise.resolve();
  return {
    assess: (text) => inForce.assess(text),
    searchTerms: (text) => inForce.searchTerms(text),
    budgetCosts: () => inForce.budgetCosts(),
    shadow,
    refresh() {
      looking = looking.then(look);
      return looking;
    },
  };
}

async function openFirst(parts: LivePackParts): Promise<InForce> {
  const active = await parts.store.publications.active();
  if (active.hash === undefined) return openWorkingCopy(active, parts.workingCopy);
  try {
    return await openPublished(active, parts);
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    parts.log.error('the published pack cannot be used; the working copy stands in: publish anew, or roll back', {
      error: messageOf(error),
    });
    return openWorkingCopy(active, parts.workingCopy);
  }
}

function openWorkingCopy(active: ActivePack, folder: string): InForce {
  return toInForce(active, readPack(folder), async () => readCases(folder));
}

function toInForce(
  active: ActivePack,
  { parts, searchTerms }: Pick<Pack, 'parts' | 'searchTerms'>,
  readOwnCases: () => Promise<Cases>,
): InForce {
  openModels(parts);
  const assess = createAssess(parts);
  let costs: Promise<BudgetCosts> | undefined;
  const weigh = async (): Promise<BudgetCosts> => {
    try {
      return await budgetCosts(parts, await readOwnCases(), assess);
    } catch (error) {
      costs = undefined;
      throw error;
    }
  };
  const once = (): Promise<BudgetCosts> => {
    costs ??= weigh();
    return costs;
  };
  return { active, pack: parts.pack, assess, searchTerms, budgetCosts: once };
}

async function openPublished(active: ActivePack, { store }: LivePackParts): Promise<InForce> {
  const hash = active.hash ?? '';
  const name = hash.slice(0, 12);
  const read = async (): Promise<Uint8Array> => {
    const archive = await store.packBlobs.read(hash);
    if (archive === undefined) throw new Error(`the pack ${hash} is not kept`);
    return archive;
  };
  // The archive is not kept in memory for what is rarely asked.
  return toInForce(active, openParts(await read(), name), async () => withUnpacked(await read(), readCases));
}
