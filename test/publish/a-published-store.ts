import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, jest } from '@jest/globals';
import { buildModels } from '../../src/learn/build-models.js';
import { SILENT } from '../../src/learn/progress.js';
import type { PublishParts } from '../../src/publish/publish-parts.js';
import { openStore } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { trainedPack } from '../cli/a-pack.js';
import { SAMPLE_KEY } from '../store/store-bench.js';
import { NOON } from '../store/store-samples.js';

export interface APublishedStore {
  /** The working copy: a small pack with its models. */
  readonly folder: string;
  readonly file: string;
  readonly store: Store;
  readonly parts: PublishParts;
  /** Another process's view of the same database. */
  openAgain(): Promise<Store>;
  /** Changes a file of the working copy, and builds the models anew unless told not to. */
  edit(name: string, change: (text: string) => string, train?: boolean): void;
}

/** Packs are trained, read and tried here, which takes seconds each where the machine is busy. */
jest.setTimeout(60_000);

/** Trained once a test file: training takes longer than what is tested. */
const trained: { folder?: string } = {};
afterAll(() => {
  if (trained.folder !== undefined) rmSync(trained.folder, { recursive: true, force: true });
});

function copyOfPack(): string {
  trained.folder ??= trainedPack();
  const folder = mkdtempSync(join(tmpdir(), 'didbon-working-copy-'));
  cpSync(trained.folder, folder, { recursive: true });
  return folder;
}

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A database of its own and a working copy to publish from. */
export async function aPublishedStore(): Promise<APublishedStore> {
  const home = mkdtempSync(join(tmpdir(), 'didbon-publish-'));
  const folder = copyOfPack();
  for (const made of [home, folder]) cleanUps.push(() => rmSync(made, { recursive: true, force: true }));
  const file = join(home, 'data', 'didbon.sqlite');
  const openAgain = async (): Promise<Store> => {
    const opened = await openStore({ database: { kind: 'sqlite', file }, key: SAMPLE_KEY });
    cleanUps.push(() => opened.close());
    return opened;
  };
  const store = await openAgain();
  return {
    ...{ folder, file, store, openAgain },
    parts: { store, clock: { now: () => NOON, sleep: async () => undefined } },
    edit(name, change, train = true) {
      const path = join(folder, name);
      writeFileSync(path, change(readFileSync(path, 'utf8')));
      if (train) buildModels(folder, { benign: undefined, languageModel: undefined }, SILENT);
    },
  };
}

/** What the small pack alerts on (a form that no ending tells, so that the lexicon has to know the verb), and what it alerts on once {@link addVerb} taught it a verb. */
export const OLD_CALL = 'Друзья, вступи в ИГИЛ.';
export const NEW_CALL = 'Друзья, примкни к ИГИЛ.';

/** Teaches a working copy a verb, and takes the old one from it. */
export function tradeVerbs({ edit }: Pick<APublishedStore, 'edit'>): void {
  edit('cases/russian.yaml', (text) => text.replaceAll('вступай в ИГИЛ', 'примкни к ИГИЛ'), false);
  edit('lexicon/russian.yaml', (text) =>
    text
      .replace('infinitive: вступить, imperative: [вступай, вступи]', 'infinitive: примкнуть, imperative: [примкни]')
      .replace('lemma: вступить', 'lemma: примкнуть'),
  );
}

/** Teaches a working copy a verb more. */
export function addVerb({ edit }: Pick<APublishedStore, 'edit'>): void {
  edit('lexicon/russian.yaml', (text) =>
    WITH_A_WORD(text).replace(
      '[вступай, вступи] }',
      '[вступай, вступи] }\n  - { infinitive: примкнуть, imperative: [примкни] }',
    ),
  );
}

/** Adds a word to the small pack: what is published afterwards is another pack. */
export const WITH_A_WORD = (text: string): string =>
  text.replace('entries:', 'entries:\n  - { lemma: примкнуть, role: act-join, gloss: join up, is: verb }');
