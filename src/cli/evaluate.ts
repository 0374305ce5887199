import { Option } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

interface EvaluateOptions {
  readonly pack?: string;
  readonly benign?: string;
  readonly json?: true;
}

const HELP = `
What to evaluate, all of it by default:
  cases     the functional cases as written; every one that goes wrong is listed
  spelling  the same cases, and a sample of benign text, in every disguise that their writing can wear
  benign    every line of benign development text: each alert is a false one, and is listed

Evaluating everything also writes the model card, models/CARD.md.

Examples:
  $ didbon train && didbon evaluate cases
  $ didbon evaluate --json > figures.json`;

/** `didbon evaluate`: how good a classifier pack is. */
export const addEvaluate: AddCommand = (program, { io, act }) => {
  program
    .command('evaluate')
    .summary('measure a classifier pack')
    .description('Measure a classifier pack on its functional cases, disguised spellings and benign text.')
    .argument('[parts...]', 'cases, spelling, benign')
    .addOption(
      new Option('--pack <folder>', 'classifier pack to measure (default: DIDBON_PACK_DIR or the one shipped)'),
    )
    .option('--benign <file>', 'benign text: TSV of language, stratum, source, text')
    .option('--json', 'print one JSON object')
    .addHelpText('after', HELP)
    .action(act((parts: readonly string[], options: EvaluateOptions) => evaluate(io, parts, options)));
};

async function evaluate(io: Io, named: readonly string[], options: EvaluateOptions): Promise<ExitCode> {
  const [
    { packFolder },
    { createAssess },
    { readPack },
    { readPackSources },
    evaluation,
    benignText,
    { stepProgress },
  ] = await Promise.all([
    import('./pack-folder.js'),
    import('../assess/index.js'),
    import('../packs/read-pack.js'),
    import('../packs/read-pack-sources.js'),
    import('../learn/evaluate-pack.js'),
    import('../learn/benign-text.js'),
    import('./step-progress.js'),
  ]);
  const all = evaluation.EVALUATION_PARTS;
  const unknown = named.filter((name) => !all.some((part) => part === name));
  if (unknown.length > 0) throw new UsageError(`cannot evaluate ${unknown.join(', ')}; expected ${all.join(', ')}`);
  const parts = named.length === 0 ? all : all.filter((part) => named.includes(part));

  const folder = packFolder(io, options.pack);
  const sources = readPackSources(folder);
  const pack = readPack(folder);
  const file = options.benign ?? benignText.benignTextFile(io.env, folder);
  const benign = parts.some((part) => part !== 'cases') ? benignText.readBenignText(file) : undefined;
  if (benign === undefined && parts.includes('benign'))
    warn(io, `no benign text at ${file}: false alerts on it are not measured`);
  const result = evaluation.evaluatePack(
    { pack: pack.parts.pack, sources, assess: createAssess(pack.parts), benign, parts },
    stepProgress(io),
  );
  if (options.json) say(io, JSON.stringify(result));
  else {
    const { renderEvaluation } = await import('./render-evaluation.js');
    for (const line of renderEvaluation(result)) say(io, line);
  }
  return EXIT.done;
}
