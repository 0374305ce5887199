import { Argument, Option } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';

interface TrainOptions {
  readonly pack?: string;
  readonly benign?: string;
}

const HELP = `
Reads every file of the pack, learns Bayes from the examples, fits how patterns, cues and Bayes are weighed, and sets the
thresholds so that benign text raises no more alerts than pack.yaml wants. The same input gives the same bytes.

Benign text is looked for at --benign, at DIDBON_BENIGN_DEV and in ../shared/data beside the folder that the pack is in; without
it the thresholds stay as they are, or are cautious ones where none were set.

The language detector's model is kept as it is; \`train language\` builds it anew first, which takes a minute or two and needs a
checkout with its development dependencies.

Examples:
  $ didbon train && didbon evaluate cases
  $ didbon train language`;

/** `didbon train`: builds `models/` from what analysts edit. */
export const addTrain: AddCommand = (program, { io, act }) => {
  program
    .command('train')
    .summary('build the models of a classifier pack')
    .description('Build the models of a classifier pack from its words and examples.')
    .addArgument(new Argument('[part]', 'language: build the language detector anew first').choices(['language']))
    .addOption(new Option('--pack <folder>', 'classifier pack to build (default: DIDBON_PACK_DIR or the one shipped)'))
    .option('--benign <file>', 'benign text that sets the thresholds: TSV of language, stratum, source, text')
    .addHelpText('after', HELP)
    .action(act((part: string | undefined, options: TrainOptions) => train(io, part, options)));
};

async function train(io: Io, part: string | undefined, options: TrainOptions): Promise<ExitCode> {
  const [{ packFolder }, { benignTextFile, readBenignText }, { buildModels }, { stepProgress }] = await Promise.all([
    import('./pack-folder.js'),
    import('../learn/benign-text.js'),
    import('../learn/build-models.js'),
    import('./step-progress.js'),
  ]);
  const folder = packFolder(io, options.pack);
  const benignFile = options.benign ?? benignTextFile(io.env, folder);
  const benign = readBenignText(benignFile);
  if (benign === undefined) warn(io, `no benign text at ${benignFile}: thresholds that were set stay as they are`);
  const languageModel = part === 'language' ? await trainLanguage(io, folder) : undefined;
  const { bayes, decisions } = buildModels(folder, { benign, languageModel }, stepProgress(io));

  for (const [language, figures] of Object.entries(bayes))
    say(
      io,
      `${language}: ${figures.examples} examples; Bayes rates a call above benign text ${percent(figures.auc)} of the time on unseen examples`,
    );
  for (const [language, { thresholds, basis }] of Object.entries(decisions)) {
    const setBy =
      basis.lines === 0
        ? 'no benign text has set it'
        : `${basis.alerts} false alerts on ${basis.lines} benign lines${benign === undefined ? ', as measured before' : ''}`;
    say(io, `${language}: alerts from ${thresholds.review}; ${setBy}`);
  }
  return EXIT.done;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

async function trainLanguage(io: Io, folder: string): Promise<Uint8Array> {
  const [{ readLanguageTexts }, { trainLanguageModel }] = await Promise.all([
    import('../learn/language-texts.js'),
    import('../learn/train-language.js'),
  ]);
  warn(io, 'training the language detector');
  return trainLanguageModel(await readLanguageTexts(folder));
}
