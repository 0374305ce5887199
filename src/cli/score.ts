import { Option } from 'commander';
import type { Assessment } from '../assess/assessment.js';
import { MAX_LINE_BYTES, splitLines } from '../replay/split-lines.js';
import { EXIT } from './exit-code.js';
import { type Io, warn, writeOut } from './io.js';
import type { AddCommand } from './shell.js';
import { UsageError } from './usage-error.js';

interface ScoreOptions {
  readonly jsonl?: true;
  readonly pack?: string;
}

const HELP = `
Each text gets its level (none, watch, review, urgent; the last two alert), category, language, score band, the text
with what was found marked, and the reasons. The score is a log-odds against benign text, not a probability of guilt.

Examples:
  $ didbon score "Хонаи дуҳуҷрагӣ ба иҷора медиҳам"
  $ didbon score < texts.txt                      one text a line
  $ didbon score --jsonl < in.jsonl > out.jsonl

--jsonl reads {"id": string, "text": string} a line and writes one line each, in order:
  {"id","language","languages":[{"tag","probability"}],"level","score","category",
   "reasons":[{"kind","text","gloss","role","weight","start","end"}],"pack"}
A text that was not assessed has "notAssessed" as well: "no-text", or "perso-arabic" where most of it is in the script that no
classifier here reads, and the rest does not alert.
A line that is no such object yields {"id":null,"error":…}, a text on which assessing fails {"id","error"}; the run goes on.`;

/** `didbon score`: what we think of a text, readable or as JSON lines. */
export const addScore: AddCommand = (program, { io, act }) => {
  program
    .command('score')
    .summary('assess texts and say why')
    .description('Assess texts given as arguments, or standard input a line each.')
    .argument('[texts...]', 'texts to assess; standard input where none is given')
    .option('--jsonl', 'read and write JSON lines: the stable contract for pipelines')
    .addOption(new Option('--pack <folder>', 'classifier pack to use (default: DIDBON_PACK_DIR or the one shipped)'))
    .addHelpText('after', HELP)
    .action(
      act(async (texts: readonly string[], options: ScoreOptions) => {
        if (options.jsonl && texts.length > 0)
          throw new UsageError('--jsonl reads standard input; leave the texts out or leave --jsonl out');
        const { openAssess } = await import('./open-assess.js');
        const assess = openAssess(io, options.pack);
        if (options.jsonl) {
          const [{ scoreJsonl }, { packFolder }] = await Promise.all([
            import('./score-jsonl.js'),
            import('./pack-folder.js'),
          ]);
          await scoreJsonl(io, assess, async () => {
            const { openHelpers } = await import('./score-helpers.js');
            return openHelpers(packFolder(io, options.pack));
          });
        } else await scoreReadably(io, texts, assess);
        return EXIT.done;
      }),
    );
};

async function scoreReadably(io: Io, texts: readonly string[], assess: (text: string) => Assessment): Promise<void> {
  const { renderAssessment } = await import('./render-assessment.js');
  const show = (text: string) => writeOut(io, `${renderAssessment(text, assess(text), io.colour)}\n`);
  for (const text of texts) await show(text);
  if (texts.length > 0) return;
  let number = 0;
  for await (const lines of splitLines(io.stdin))
    for (const line of lines) {
      number += 1;
      const text = line?.toString('utf8');
      if (text === undefined) warn(io, `line ${number}: longer than ${MAX_LINE_BYTES} bytes, not assessed`);
      else if (text.trim() !== '') await show(text);
    }
}
