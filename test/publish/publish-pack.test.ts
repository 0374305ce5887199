import { describe, expect, it } from '@jest/globals';
import { approvePack } from '../../src/publish/approve-pack.js';
import { publishPack } from '../../src/publish/publish-pack.js';
import { rollBackPack } from '../../src/publish/roll-back-pack.js';
import { type APublishedStore, aPublishedStore, WITH_A_WORD } from './a-published-store.js';

const LEXICON = 'lexicon/russian.yaml';

function publish({ folder, parts }: APublishedStore, change: { by?: string; why?: string; two?: boolean } = {}) {
  const { by = 'Zarina', why = 'a new word', two = false } = change;
  return publishPack({ folder, by, why, secondApprover: two }, parts);
}

describe('publishing', () => {
  it('makes the working copy the active pack, and tells who, when, why and what it holds', async () => {
    const place = await aPublishedStore();
    const done = await publish(place);
    expect(done).toMatchObject({
      kind: 'published',
      cases: 2,
      publication: { number: 1, by: 'Zarina', why: 'a new word', previous: undefined },
    });
    const [first] = await place.store.publications.list();
    expect(first?.changes).toEqual(['the first publication: 1 entries, 1 groups, 4 examples, 2 cases']);
    expect(await place.store.publications.active()).toEqual({ revision: 1, hash: first?.hash });
  });

  it('says how it differs from the pack before', async () => {
    const place = await aPublishedStore();
    await publish(place);
    place.edit(LEXICON, (text) => WITH_A_WORD(text).replace('gloss: join,', 'gloss: join, weight: 0.5,'));
    place.edit('examples/russian.yaml', (text) => text.replace('за хлебом', 'за рисом'));
    await publish(place);
    const [, second] = await place.store.publications.list();
    expect(second?.changes).toEqual(
      expect.arrayContaining([
        'example removed: russian everyday «Завтра идём на рынок за хлебом.»',
        'example added: russian everyday «Завтра идём на рынок за рисом.»',
        'entry added: russian «примкнуть» (act-join, join up)',
        'entry changed: russian «вступить» (act-join, join): weight 1 → 0.5',
      ]),
    );
  });

  it('refuses a pack with faults, and names file and line', async () => {
    const place = await aPublishedStore();
    place.edit(LEXICON, (text) => text.replace('role: act-join', 'role: act-jion'), false);
    await expect(publish(place)).rejects.toThrow(
      new RegExp(`^${place.folder}/lexicon/russian.yaml:\\d+:\\d+: .*act-jion`, 's'),
    );
  });

  it('refuses models that were built from another state of the pack', async () => {
    const place = await aPublishedStore();
    place.edit(LEXICON, WITH_A_WORD, false);
    await expect(publish(place)).rejects.toThrow(/manifest.json.*another state.*didbon train/s);
  });

  it('refuses a pack that fails half of its cases, and lists them', async () => {
    const place = await aPublishedStore();
    place.edit('cases/russian.yaml', (text) => text.replace('Не вступай в ИГИЛ.', 'Тогда вступай в ИГИЛ.'), false);
    await expect(publish(place)).rejects.toThrow(
      /fails 1 of its 2 .*\n {2}ru-join\/twin \(counter-speech, must stay quiet\)/,
    );
    expect(await place.store.publications.list()).toEqual([]);
    expect(await place.store.packBlobs.list()).toEqual([]);
  });

  it('refuses the pack that is active already', async () => {
    const place = await aPublishedStore();
    await publish(place);
    await expect(publish(place)).rejects.toThrow('is the active pack already');
  });

  it('wants a name and a reason', async () => {
    const place = await aPublishedStore();
    await expect(publish(place, { by: ' ' })).rejects.toThrow('--by is empty');
    await expect(publish(place, { why: '' })).rejects.toThrow('--why is empty');
  });

  it('lets one of two who publish at once win, and tells the other who was faster', async () => {
    const place = await aPublishedStore();
    const other = { ...place, parts: { ...place.parts, store: await place.openAgain() } };
    const both = await Promise.allSettled([publish(place, { by: 'Zarina' }), publish(other, { by: 'Olim' })]);
    const lost = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(lost).toEqual([expect.stringMatching(/published meanwhile \(small@.*by (Zarina|Olim)/)]);
    expect(await place.store.publications.list()).toHaveLength(1);
  });
});

describe('a second approver', () => {
  it('makes a proposal the active pack, and must be somebody else', async () => {
    const place = await aPublishedStore();
    const done = await publish(place, { two: true });
    if (done.kind !== 'proposed') throw new Error('expected a proposal');
    const { hash } = done.proposal;
    expect((await place.store.publications.active()).hash).toBeUndefined();
    await expect(approvePack({ hash, by: ' zarina ' }, place.parts)).rejects.toThrow('somebody else must approve');
    await expect(approvePack({ hash: 'abcdef00', by: 'Olim' }, place.parts)).rejects.toThrow('no pack has the hash');
    const made = await approvePack({ hash: hash.slice(0, 8), by: 'Olim' }, place.parts);
    expect(made).toMatchObject({ number: 1, hash, by: 'Zarina', approvedBy: 'Olim' });
    await expect(approvePack({ hash, by: 'Olim' }, place.parts)).rejects.toThrow('no pack is proposed');
  });
});

describe('rolling back', () => {
  async function threeVersions() {
    const place = await aPublishedStore();
    const hashes: string[] = [];
    for (const word of ['', 'прежде', 'потом']) {
      // Cases only test, so the models stay as they are.
      place.edit('cases/russian.yaml', (text) => text.replace('"Join', `"Join ${word}`), false);
      const done = await publish(place);
      if (done.kind === 'published') hashes.push(done.publication.hash);
    }
    return { place, hashes };
  }
  const back = ({ parts }: APublishedStore, hash?: string) =>
    rollBackPack({ hash, by: 'Olim', why: 'false alarms' }, parts);

  it('goes back one version, and a second time another', async () => {
    const { place, hashes } = await threeVersions();
    expect(await back(place)).toMatchObject({ number: 4, kind: 'rollback', hash: hashes[1], by: 'Olim' });
    expect(await back(place)).toMatchObject({ number: 5, hash: hashes[0] });
    await expect(back(place)).rejects.toThrow('was the first to be published');
  });

  it('restores any past version by the start of its hash', async () => {
    const { place, hashes } = await threeVersions();
    expect(await back(place, hashes[0]?.slice(0, 10))).toMatchObject({
      hash: hashes[0],
      changes: ['case changed: ru-join: call'],
    });
  });

  it.each([
    ['1234567890ab', 'no pack has the hash'],
    ['xyz', 'expected the first 6 or more characters'],
  ])('knows no pack %s', async (hash, answer) => {
    const { place } = await threeVersions();
    await expect(back(place, hash)).rejects.toThrow(answer);
  });

  it('refuses while nothing was published', async () => {
    await expect(back(await aPublishedStore())).rejects.toThrow('nothing was published yet');
  });

  it('refuses a stored pack that was altered', async () => {
    const { place, hashes } = await threeVersions();
    const { default: Database } = await import('libsql');
    const direct = new Database(place.file);
    direct
      .prepare('update pack_blob set archive = (select archive from pack_blob where hash = ?) where hash = ?')
      .run(hashes[0], hashes[1]);
    direct.close();
    await expect(back(place)).rejects.toThrow(`the stored pack ${hashes[1]} was altered`);
    expect((await place.store.publications.active()).hash).toBe(hashes[2]);
  });
});
