import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { settingsFolder } from '../settings/settings-folder.js';
import { trainedPack } from './a-pack.js';
import { type Ran, runCli } from './run-cli.js';

/** Packs are trained, read and tried here, which takes seconds each where the machine is busy. */
jest.setTimeout(60_000);

/** An operator's folder with a small pack of its own. */
function anOffice(yaml = ''): { readonly pack: string; readonly cwd: string; run(...args: string[]): Promise<Ran> } {
  const [cwd, pack] = [settingsFolder({ yaml }), trainedPack()];
  const env = { DIDBON_KEY: '5a'.repeat(32), DIDBON_PACK_DIR: pack };
  return { cwd, pack, run: (...args) => runCli(args, { cwd, env }) };
}

const hashIn = (out: string): string => /\(([0-9a-f]{12})\)/.exec(out)?.[1] ?? '';
/** Another pack with the same models: cases only test. */
const addCase = (pack: string, id: string): void => {
  const file = join(pack, 'cases/russian.yaml');
  const quiet = `quiet:\n  - { id: ${id}, kind: everyday, text: "Сегодня ${id} в парке.", gloss: "In the park today." }\n`;
  writeFileSync(file, `${readFileSync(file, 'utf8').split('quiet:')[0]}${quiet}`);
};

describe('the publish path', () => {
  it('publishes, lists, shows and rolls back', async () => {
    const { pack, cwd, run } = anOffice();
    const first = await run('publish', '--by', 'Zarina', '--why', 'first');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('cases: all 2 right');
    expect(first.out).toContain('tried on nothing but its cases');
    addCase(pack, 'picnic');
    const second = await run('publish', '--by', 'Zarina', '--why', 'a picnic');
    expect(second.out).toContain('case added: picnic');

    const listed = await run('packs');
    expect(listed.out.split('\n').slice(0, 2)).toEqual([
      expect.stringMatching(/^ {2}1 {2}[0-9a-f]{12} .* published by Zarina: first$/),
      expect.stringMatching(/^\* 2 {2}[0-9a-f]{12} .* published by Zarina: a picnic$/),
    ]);
    const back = await run('rollback', '--by', 'Olim', '--why', 'no picnic');
    expect(back.out).toMatch(/^\* 3 .* rolled back to by Olim: no picnic\n {2}changes: 1\n {4}case removed: picnic/);
    const shown = await run('packs', hashIn(second.out), '--to', 'old');
    expect(shown.out).toContain('case added: picnic');
    expect(existsSync(join(cwd, 'old/models/manifest.json'))).toBe(true);
    expect((await run('check', '--pack', 'old')).out).toContain('pack: sound');
  });

  it('fails with the cases that go wrong', async () => {
    const { pack, run } = anOffice();
    const file = join(pack, 'cases/russian.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Не вступай', 'Тогда вступай'));
    const { code, err } = await run('publish', '--by', 'Zarina', '--why', 'try');
    expect(err).toMatch(/fails 1 of its 2 functional cases and is not published\n {2}ru-join\/twin/);
    expect(code).toBe(1);
  });

  it('waits for a second person where the settings say so', async () => {
    const { run } = anOffice('packs: { secondApprover: true }\n');
    const { out } = await run('publish', '--by', 'Zarina', '--why', 'first');
    expect(out).toContain('somebody else makes it the active pack with: didbon approve'.replace('s', 'S'));
    expect((await run('packs')).out).toMatch(
      /^nothing was published yet.*\n\? [0-9a-f]{12} .* proposed by Zarina: first/,
    );
    expect((await run('approve', hashIn(out), '--by', 'Zarina')).err).toContain('somebody else must approve it');
    expect((await run('approve', hashIn(out), '--by', 'Olim')).out).toContain(
      'published by Zarina, approved by Olim: first',
    );
  });

  it.each([
    [['publish', '--why', 'x'], "required option '--by <name>' not specified", 2],
    [['rollback', '--by', 'a', '--why', 'b'], 'nothing was published yet', 1],
    [['approve', 'abcdef', '--by', 'a'], 'no pack is proposed', 1],
    [['packs', '--to', 'x'], '--to needs the hash of a version', 2],
  ])('answers %j in words', async (args, answer, code) => {
    const ran = await anOffice().run(...args);
    expect(ran.err).toContain(answer);
    expect(ran.code).toBe(code);
  });
});

describe('doctor', () => {
  const packLines = async (run: ReturnType<typeof anOffice>['run']) =>
    (await run('doctor')).out.split('\n').filter((line) => /working copy|pack in force|→ (publish|run)/.test(line));

  it('looks at the working copy and at the pack in force, and says where they differ', async () => {
    const { pack, run } = anOffice();
    expect(await packLines(run)).toEqual([
      expect.stringMatching(/^ok +working copy of the pack: small@\S+ \([0-9a-f]{12}\)$/),
      expect.stringMatching(/^ok +pack in force: nothing is published/),
    ]);
    const { out } = await run('publish', '--by', 'Zarina', '--why', 'first');
    const hash = hashIn(out);
    expect(await packLines(run)).toEqual([
      expect.stringMatching(new RegExp(`^ok +working copy of the pack: small@\\S+ \\(${hash}\\)$`)),
      expect.stringMatching(
        new RegExp(`^ok +pack in force: small@\\S+ \\(${hash}\\), published by Zarina, .*: first$`),
      ),
    ]);
    addCase(pack, 'picnic');
    expect(await packLines(run)).toEqual([
      expect.stringMatching(/^notice +working copy of the pack: .* differs from the pack in force$/),
      expect.stringContaining(`\`didbon packs ${hash} --to FOLDER\``),
      expect.stringMatching(/^ok +pack in force: /),
    ]);
    writeFileSync(join(pack, 'pack.yaml'), 'nothing');
    expect(await packLines(run)).toEqual([
      expect.stringMatching(/^notice +working copy of the pack: /),
      expect.stringMatching(/→ run `didbon check`; until then it cannot be published, and the pack in force stays/),
      expect.stringMatching(/^ok +pack in force: /),
    ]);
  });
});
