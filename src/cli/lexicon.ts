import { Option } from 'commander';
import { LANGUAGES, type Language } from '../assess/assessment.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

interface CollisionOptions {
  readonly words: readonly string[];
  readonly language?: Language;
  readonly pack?: string;
  readonly json?: true;
}

const HELP = `
Each line names a word, the entry that it matches, and what that entry stands for. A form of the entry itself is right; an
ordinary word that only looks like one needs a narrower entry (is, strict, notWhen, onlyWhen).

Word lists: Debian's hunspell-ru and hunspell-uz install them as /usr/share/hunspell/*.dic; any text will do.

Example:
  $ didbon lexicon collisions --language uzbek --words /usr/share/hunspell/uz_UZ.dic`;

/** `didbon lexicon`: what the words of a pack match that they should not. */
export const addLexicon: AddCommand = (program, { io, act }) => {
  const lexicon = program
    .command('lexicon')
    .summary('look into the words of a classifier pack')
    .description('Look into the words of a classifier pack.');
  lexicon
    .command('collisions')
    .summary('list ordinary words that an entry also matches')
    .description('List the words of a list that an entry of the lexicon also matches.')
    .requiredOption('--words <files...>', 'lists of words, or texts')
    .addOption(new Option('--language <language>', 'the language of the words; all by default').choices(LANGUAGES))
    .addOption(
      new Option('--pack <folder>', 'classifier pack to look into (default: DIDBON_PACK_DIR or the one shipped)'),
    )
    .option('--json', 'print one JSON array')
    .addHelpText('after', HELP)
    .action(act((options: CollisionOptions) => listCollisions(io, options)));
};

async function listCollisions(io: Io, options: CollisionOptions): Promise<ExitCode> {
  const [{ readFile }, { packFolder }, { readPack }, { findCollisions, wordsIn }] = await Promise.all([
    import('node:fs/promises'),
    import('./pack-folder.js'),
    import('../packs/read-pack.js'),
    import('../learn/find-collisions.js'),
  ]);
  const texts = await Promise.all(
    options.words.map((file) =>
      readFile(file, 'utf8').catch((cause: unknown) => {
        throw new UsageError(`cannot read ${file}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }),
    ),
  );
  const { lexicon } = readPack(packFolder(io, options.pack)).parts;
  const words = texts.flatMap(wordsIn);
  const languages = options.language === undefined ? LANGUAGES : [options.language];
  const collisions = languages.flatMap((language) => findCollisions(words, language, lexicon));
  if (options.json) {
    say(io, JSON.stringify(collisions));
    return EXIT.done;
  }
  for (const { word, language, entry, role, gloss } of collisions)
    say(io, `${word.padEnd(24)} ${language.padEnd(8)} ${entry.padEnd(24)} ${role.padEnd(12)} ${gloss}`);
  warn(io, `${collisions.length} matches among ${new Set(words).size} words`);
  return EXIT.done;
}
