import type { LanguageEvaluation, LanguageScore } from '../learn/evaluate-language.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { type Io, say, warn } from './io.js';

/** `didbon evaluate language`: the detector on text it has not learnt from, beside franc alone. */
export async function evaluateLanguageDetector(io: Io, packFolder: string, asJson: boolean): Promise<ExitCode> {
  const [{ evaluateLanguage }, { readChatTexts, readLanguageTexts }] = await Promise.all([
    import('../learn/evaluate-language.js'),
    import('../learn/language-texts.js'),
  ]);
  const [texts, chat] = await Promise.all([readLanguageTexts(packFolder), readChatTexts(packFolder)]);
  const result = evaluateLanguage(texts, chat, (step) => warn(io, step));
  if (asJson) say(io, JSON.stringify(result));
  else for (const line of render(result)) say(io, line);
  return EXIT.done;
}

function render({ sets, unseen }: LanguageEvaluation): readonly string[] {
  return [
    'Language detector on text it has not learnt from (macro-F1 over tg, uz, ru, other; precision/recall of each)',
    ...sets.map(renderSet),
    '',
    'Languages kept out of training that are called ours',
    ...unseen.map(({ name, messages, calledOurs }) => `  ${name.padEnd(24)} ${percent(calledOurs)} of ${messages}`),
  ];
}

function renderSet({
  name,
  messages,
  macroF1,
  francMacroF1,
  groups,
  rightConsulted,
  classifiersPerMessage,
  ...franc
}: LanguageScore): string {
  const each = groups
    .map(({ group, precision, recall }) => `${group} ${percent(precision)}/${percent(recall)}`)
    .join('  ');
  return [
    `  ${name.padEnd(24)} ${percent(macroF1)}  (franc ${percent(francMacroF1)})  ${messages} messages`,
    `      ${each}`,
    `      right classifier consulted ${percent(rightConsulted)}, ${classifiersPerMessage.toFixed(2)} a message; franc asked ${percent(franc.francAsked)}, changed ${percent(franc.francChanged)}`,
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
