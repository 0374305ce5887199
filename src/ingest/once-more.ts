/**
 * Does work of one name at a time. What is asked for while it is done is done once more afterwards, however often it was
 * asked; thoroughly, if any of those asked for that. Resolves when nothing of that name is left to do.
 */
export type OnceMore<Name> = (name: Name, thorough: boolean) => Promise<void>;

/** Nothing new is begun once `stopping` is aborted. */
export function createOnceMore<Name>(
  work: (name: Name, thorough: boolean) => Promise<void>,
  stopping: AbortSignal,
): OnceMore<Name> {
  const running = new Map<Name, Promise<void>>();
  const wanted = new Map<Name, boolean>();
  const workOff = async (name: Name): Promise<void> => {
    try {
      for (let next = wanted.get(name); next !== undefined && !stopping.aborted; next = wanted.get(name)) {
        wanted.delete(name);
        await work(name, next);
      }
    } finally {
      // In the very turn that found nothing more wanted: what is asked for from now on begins a run of its own.
      running.delete(name);
    }
  };
  return (name, thorough) => {
    wanted.set(name, thorough || wanted.get(name) === true);
    const already = running.get(name);
    if (already) return already;
    const run = workOff(name);
    if (!stopping.aborted) running.set(name, run);
    return run;
  };
}
