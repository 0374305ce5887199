import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createAssess } from '../../src/assess/index.js';
import { readBudgetCosts } from '../../src/learn/budget-costs.js';
import { readPack } from '../../src/packs/read-pack.js';
import type { Log } from '../../src/ports/log.js';
import { openLivePack } from '../../src/publish/live-pack.js';
import { publishPack } from '../../src/publish/publish-pack.js';
import { rollBackPack } from '../../src/publish/roll-back-pack.js';
import { type APublishedStore, addVerb, aPublishedStore, NEW_CALL, OLD_CALL } from './a-published-store.js';

const LEXICON = 'lexicon/russian.yaml';

/** A bot's pack, and what it logs. */
async function live(place: APublishedStore) {
  const logged: string[] = [];
  const note = (message: string, fields: object = {}): void => void logged.push(`${message} ${JSON.stringify(fields)}`);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  const pack = await openLivePack({ ...place.parts, workingCopy: place.folder, log });
  const level = (text: string) => pack.assess(text).level;
  return { pack, logged, level, refresh: () => pack.refresh() };
}

const publish = ({ folder, parts }: APublishedStore) =>
  publishPack({ folder, by: 'Zarina', why: 'test', secondApprover: false }, parts);

describe('the pack of a running bot', () => {
  it('is the working copy as it was at the start while nothing was published', async () => {
    const place = await aPublishedStore();
    const { level, refresh } = await live(place);
    addVerb(place);
    await refresh();
    await refresh();
    expect([level(OLD_CALL), level(NEW_CALL)]).toEqual(['review', 'none']);
  });

  it('is swapped when another process publishes, and when it rolls back', async () => {
    const place = await aPublishedStore();
    await publish(place);
    const bot = await live({ ...place, parts: { ...place.parts, store: await place.openAgain() } });
    addVerb(place);
    expect(bot.level(NEW_CALL)).toBe('none');
    await publish(place);
    await bot.refresh();
    expect(bot.level(NEW_CALL)).toBe('review');
    await rollBackPack({ hash: undefined, by: 'Olim', why: 'test' }, place.parts);
    await bot.refresh();
    expect([bot.level(OLD_CALL), bot.level(NEW_CALL)]).toEqual(['review', 'none']);
  });

  it('is the published one at the next start, whatever the working copy has become', async () => {
    const place = await aPublishedStore();
    await publish(place);
    place.edit(LEXICON, () => 'no lexicon', false);
    const { level } = await live(place);
    expect(level(OLD_CALL)).toBe('review');
  });

  it('says what raising its thresholds would cost, and of another one anew when it is swapped', async () => {
    const place = await aPublishedStore();
    const bot = await live(place);
    const costs = bot.pack.budgetCosts();
    expect(await costs).toEqual(await readBudgetCosts(place.folder));
    expect(await bot.pack.budgetCosts()).toBe(await costs);
    await publish(place);
    await bot.refresh();
    place.edit(LEXICON, () => 'no lexicon', false);
    expect(await bot.pack.budgetCosts()).toEqual(await costs);
    expect(await bot.pack.budgetCosts()).not.toBe(await costs);
  });

  it('stays when the one that was published cannot be used', async () => {
    const place = await aPublishedStore();
    await publish(place);
    const { level, logged, refresh } = await live(place);
    const { packBlobs, publications } = place.store;
    const hash = await packBlobs.keep(Buffer.from('no archive'), 'broken@1', place.parts.clock.now());
    const made = {
      hash,
      pack: 'broken@1',
      at: new Date(0),
      by: 'x',
      why: 'x',
      changes: [],
      previous: undefined,
    } as const;
    await publications.activate({ ...made, kind: 'publish', approvedBy: undefined }, 1);
    await refresh();
    await refresh();
    expect(level(OLD_CALL)).toBe('review');
    expect(logged.filter((line) => line.includes('cannot be used; the one before stays'))).toHaveLength(1);
  });

  it('is the working copy at a start where the published one cannot be used', async () => {
    const place = await aPublishedStore();
    const { packBlobs, publications } = place.store;
    const hash = await packBlobs.keep(Buffer.from('no archive'), 'broken@1', place.parts.clock.now());
    const made = {
      hash,
      pack: 'broken@1',
      at: new Date(0),
      by: 'x',
      why: 'x',
      changes: [],
      previous: undefined,
    } as const;
    await publications.activate({ ...made, kind: 'publish', approvedBy: undefined }, 0);
    const { level, logged } = await live(place);
    expect(level(OLD_CALL)).toBe('review');
    expect(logged.join()).toContain('the working copy stands in');
  });
});

describe('an edit of the working copy', () => {
  it('is offered once it stood still, and never applied', async () => {
    const place = await aPublishedStore();
    await publish(place);
    const { level, logged, refresh } = await live(place);
    addVerb(place);
    await refresh();
    expect(logged.join()).not.toContain('working copy');
    for (let beat = 0; beat < 3; beat += 1) await refresh();
    const said = logged.filter((line) => line.includes('the working copy'));
    expect(said).toEqual([
      expect.stringContaining('differs from the published pack and is valid: publish it with `didbon publish'),
    ]);
    expect(level(NEW_CALL)).toBe('none');
  });

  it('is offered, too, when it was made while the bot was down', async () => {
    const place = await aPublishedStore();
    await publish(place);
    place.edit('cases/russian.yaml', (text) => `${text}\n`, false);
    const { logged, refresh } = await live(place);
    await refresh();
    await refresh();
    expect(logged.filter((line) => line.includes('differs from the published pack and is valid'))).toHaveLength(1);
  });

  it('has its faults counted, and the first one named', async () => {
    const place = await aPublishedStore();
    await publish(place);
    const { logged, refresh } = await live(place);
    writeFileSync(join(place.folder, LEXICON), 'language: russian\n');
    await refresh();
    await refresh();
    expect(logged.join()).toMatch(/has faults and cannot be published.*"faults":\d.*lexicon\/russian.yaml/);
  });

  it('is said to be gone when it was taken back', async () => {
    const place = await aPublishedStore();
    await publish(place);
    const { logged, refresh } = await live(place);
    place.edit('cases/russian.yaml', (text) => `${text}\n`, false);
    for (let beat = 0; beat < 2; beat += 1) await refresh();
    place.edit('cases/russian.yaml', (text) => text.slice(0, -1), false);
    for (let beat = 0; beat < 2; beat += 1) await refresh();
    expect(logged.at(-1)).toContain('is the same as the published pack again');
  });
});

it('the archive of a published pack assesses as the folder does', async () => {
  const place = await aPublishedStore();
  await publish(place);
  const { pack } = await live(place);
  expect(pack.assess(OLD_CALL)).toEqual(createAssess(readPack(place.folder).parts)(OLD_CALL));
});
