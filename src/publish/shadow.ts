import type { Assessment } from '../assess/assessment.js';
import { createAssess } from '../assess/index.js';
import type { Community } from '../domain/community.js';
import { jumpUrl, type Message } from '../domain/message.js';
import type { PackDifference } from '../domain/pack-trial.js';
import { openModels } from '../packs/open-models.js';
import type { Clock } from '../ports/clock.js';
import { messageOf, UnavailableError } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Store } from '../store/store.js';
import { compareAssessments } from './compare-assessments.js';
import { openParts } from './open-candidate.js';

export interface ShadowParts {
  readonly store: Pick<Store, 'packBlobs' | 'packTrials'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Scores messages with a candidate beside the pack in force. Costs nothing while no shadow runs. */
export interface Shadow {
  /** Begins with the messages of one reading; undefined while no shadow runs. */
  begin(): ShadowReading | undefined;
  /** Looks whether a shadow was started or stopped. A candidate that cannot be used is logged, and ends. Throws UnavailableError while the store is away. */
  refresh(): Promise<void>;
}

/** Messages that were read together, judged by the candidate that ran when their reading began. */
export interface ShadowReading {
  /** Remembers how the candidate differs on a message; edits are judged each on their own. */
  compare(message: Message, assessment: Assessment): void;
  /** Stores what was found, once the messages are counted. Never throws: the bot comes first. */
  commit(counted: number, community: Pick<Community, 'retention'>): Promise<void>;
}

const DAY_MS = 86_400_000;

export function createShadow({ store, clock, log }: ShadowParts): Shadow {
  let candidate: { readonly trial: string; readonly assess: (text: string) => Assessment } | undefined;

  const note = async (
    trial: string,
    found: readonly PackDifference[],
    counted: number,
    days: number,
  ): Promise<void> => {
    if (counted === 0 && found.length === 0) return;
    const expiresAt = new Date(clock.now().getTime() + days * DAY_MS);
    try {
      await store.packTrials.note(trial, { compared: counted, differences: found, expiresAt });
    } catch (error) {
      log.warn('what the shadow found could not be stored', { error: messageOf(error) });
    }
  };

  return {
    begin() {
      if (candidate === undefined) return undefined;
      const { trial, assess } = candidate;
      const found: PackDifference[] = [];
      return {
        compare(message, assessment) {
          const difference = compareAssessments(assessment, assess(message.text));
          const key = `${message.id}:${message.editedAt?.getTime() ?? 'first'}`;
          if (difference !== undefined) found.push({ ...difference, key, link: jumpUrl(message) });
        },
        commit: (counted, { retention }) => note(trial, found, counted, retention.textDays),
      };
    },
    async refresh() {
      const running = await store.packTrials.running();
      if (running?.id === candidate?.trial) return;
      candidate = undefined;
      if (running === undefined) return;
      try {
        const archive = await store.packBlobs.read(running.hash);
        if (archive === undefined) throw new Error(`the pack ${running.hash} is not kept`);
        const { parts } = openParts(archive, running.hash.slice(0, 12));
        openModels(parts);
        candidate = { trial: running.id, assess: createAssess(parts) };
        log.info('a shadow pack scores beside the one in force', { pack: running.pack });
      } catch (error) {
        if (error instanceof UnavailableError) throw error;
        await store.packTrials.end(running.id, clock.now());
        log.error('the shadow pack cannot be used and was stopped', { pack: running.pack, error: messageOf(error) });
      }
    },
  };
}
