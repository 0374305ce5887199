import { Option } from 'commander';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

interface EvaluateOptions {
  readonly pack?: string;
  readonly benign?: string;
  readonly json?: true;
  readonly accept?: true;
}

const HELP = `
What to evaluate; all but language by default:
  cases     the functional cases as written; every one that goes wrong is listed
  examples  the pack's examples: calls among them that do not alert show which words and patterns are wanting
  spelling  the same cases, and a sample of benign text, in every disguise that their writing can wear
  benign    every line of benign development text: each alert is a false one, and is listed
  language  the language detector, beside franc alone; takes half a minute and stands alone

Evaluating everything also writes the model card, models/CARD.md. What differs from models/baseline.json is listed and makes the
command fail; --accept takes it as the new baseline.

Examples:
  $ didbon train && didbon evaluate cases
  $ didbon evaluate --json > figures.json
  $ didbon evaluate --accept`;

/** `didbon evaluate`: how good a classifier pack is. */
export const addEvaluate: AddCommand = (program, { io, act }) => {
  program
    .command('evaluate')
    .summary('measure a classifier pack')
    .description('Measure a classifier pack on its functional cases, disguised spellings and benign text.')
    .argument('[parts...]', 'cases, examples, spelling, benign; or language')
    .addOption(
      new Option('--pack <folder>', 'classifier pack to measure (default: DIDBON_PACK_DIR or the one shipped)'),
    )
    .option('--benign <file>', 'benign text: TSV of language, stratum, source, text')
    .option('--json', 'print one JSON object')
    .option('--accept', 'take the outcome as what later states of the pack are compared with')
    .addHelpText('after', HELP)
    .action(act((parts: readonly string[], options: EvaluateOptions) => evaluate(io, parts, options)));
};

async function evaluate(io: Io, named: readonly string[], options: EvaluateOptions): Promise<ExitCode> {
  const { packFolder } = await import('./pack-folder.js');
  const folder = packFolder(io, options.pack);
  if (!named.includes('language')) return evaluatePack(io, folder, { named, ...options });
  if (named.length > 1) throw new UsageError('language is evaluated alone');
  const { evaluateLanguageDetector } = await import('./evaluate-language.js');
  return evaluateLanguageDetector(io, folder, options.json === true);
}

async function evaluatePack(
  io: Io,
  folder: string,
  options: EvaluateOptions & { readonly named: readonly string[] },
): Promise<ExitCode> {
  const [{ EVALUATION_PARTS }, { benignTextFile, readBenignText }, { measurePack }, { stepProgress }] =
    await Promise.all([
      import('../learn/evaluate-pack.js'),
      import('../learn/benign-text.js'),
      import('../learn/measure-pack.js'),
      import('./step-progress.js'),
    ]);
  const parts = chooseParts(EVALUATION_PARTS, options.named);
  if (options.accept && !parts.includes('cases')) throw new UsageError('--accept needs the cases to be evaluated');
  const file = options.benign ?? benignTextFile(io.env, folder);
  const benign = parts.some((part) => part !== 'cases') ? readBenignText(file) : undefined;
  if (benign === undefined && parts.includes('benign'))
    warn(io, `no benign text at ${file}: false alerts on it are not measured`);

  const { result, changes } = measurePack({ folder, parts, benign, accept: options.accept === true }, stepProgress(io));
  if (options.json) say(io, JSON.stringify({ ...result, changes }));
  else {
    const { renderEvaluation } = await import('./render-evaluation.js');
    for (const line of renderEvaluation(result)) say(io, line);
    if (changes.length > 0) say(io, `\nOther than in the baseline: ${changes.length}`);
    for (const change of changes) say(io, `  ${change}`);
  }
  return changes.length > 0 ? EXIT.failed : EXIT.done;
}

function chooseParts<T extends string>(all: readonly T[], named: readonly string[]): readonly T[] {
  const unknown = named.filter((name) => !all.some((part) => part === name));
  if (unknown.length > 0)
    throw new UsageError(`cannot evaluate ${unknown.join(', ')}; expected ${all.join(', ')}, language`);
  return named.length === 0 ? all : all.filter((part) => named.includes(part));
}
