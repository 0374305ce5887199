import { openExistingStore } from '../compose/open-existing-store.js';
import type { Finding } from '../domain/finding.js';
import type { Publication } from '../domain/publication.js';
import { hashBytes } from '../packs/models/model-set.js';
import { archivePack } from '../packs/pack-archive.js';
import { readPack } from '../packs/read-pack.js';
import { messageOf } from '../ports/errors.js';
import { readKept } from '../publish/read-kept.js';
import type { Settings } from '../settings/settings.js';
import type { Store } from '../store/store.js';

const WORKING_COPY = 'working copy of the pack';
const IN_FORCE = 'pack in force';

/** The working copy as analysts edit it, the pack that a bot works with, and whether they are one. */
export async function examinePacks(settings: Settings): Promise<readonly Finding[]> {
  // A database that cannot be opened has a finding of its own.
  const store = await openExistingStore(settings).catch(() => undefined);
  try {
    return await examine(settings, store);
  } finally {
    await store?.close();
  }
}

async function examine({ packDir }: Settings, store: Store | undefined): Promise<readonly Finding[]> {
  const copy = readWorkingCopy(packDir);
  const active = await store?.publications.list().then(
    (past) => past.at(-1),
    () => undefined,
  );
  if (store === undefined || active === undefined) return [ofWorkingCopy(copy, undefined), unpublished(copy)];
  return [ofWorkingCopy(copy, active), await ofPublished(active, store)];
}

type WorkingCopy = { readonly pack: string; readonly hash: string } | { readonly fault: string };

function readWorkingCopy(folder: string): WorkingCopy {
  try {
    return { pack: readPack(folder).parts.pack, hash: hashBytes(archivePack(folder)) };
  } catch (error) {
    return { fault: messageOf(error) };
  }
}

/** Faults of a working copy stop the bot only while nothing is published. */
function ofWorkingCopy(copy: WorkingCopy, active: Publication | undefined): Finding {
  const what = WORKING_COPY;
  if ('fault' in copy) {
    const [state, todo] =
      active === undefined
        ? (['fault', 'run `didbon check`'] as const)
        : (['notice', 'run `didbon check`; until then it cannot be published, and the pack in force stays'] as const);
    return { what, state, says: copy.fault, todo };
  }
  if (active === undefined || copy.hash === active.hash)
    return { what, state: 'fine', says: nameOf(copy), todo: undefined };
  return {
    what,
    state: 'notice',
    says: `${nameOf(copy)} differs from the pack in force`,
    todo: `publish it with \`didbon publish\`, or fetch the other with \`didbon packs ${shortOf(active)} --to FOLDER\``,
  };
}

function unpublished(copy: WorkingCopy): Finding {
  const says = 'nothing is published: a bot works with the working copy as it was at its start';
  return { what: IN_FORCE, state: 'fault' in copy ? 'notice' : 'fine', says, todo: undefined };
}

async function ofPublished(active: Publication, store: Store): Promise<Finding> {
  const what = IN_FORCE;
  const how = active.kind === 'rollback' ? 'rolled back to' : 'published';
  const says = `${nameOf(active)}, ${how} by ${active.by}, ${active.at.toISOString().slice(0, 10)}: ${active.why}`;
  try {
    await readKept(active.hash, { store });
    return { what, state: 'fine', says, todo: undefined };
  } catch (error) {
    const todo = 'publish anew, or roll back; until then a bot that starts works with the working copy';
    return { what, state: 'fault', says: `${nameOf(active)} cannot be used: ${messageOf(error)}`, todo };
  }
}

const shortOf = ({ hash }: { readonly hash: string }): string => hash.slice(0, 12);
const nameOf = (of: { readonly pack: string; readonly hash: string }): string => `${of.pack} (${shortOf(of)})`;
