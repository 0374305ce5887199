import { PassThrough, type Readable, type Writable } from 'node:stream';
import type { Assessment } from '../../src/assess/assessment.js';
import type { Io } from '../../src/cli/io.js';

/** What every text is thought to be where only the lines matter. */
export const ANSWER: Assessment = {
  notAssessed: undefined,
  language: 'tg',
  languages: [{ tag: 'tg', probability: 0.9 }],
  level: 'review',
  score: 4.5,
  category: 'join',
  polarity: 'for',
  reasons: [{ kind: 'term', text: 'х', gloss: 'join', role: 'act-join', weight: 1.5, start: 0, end: 1 }],
  pack: 'didbon@1+abc',
};

/** A command's streams, with nothing else of a terminal. */
export function ioOf(stdin: Readable, stdout: Writable): Io {
  const plain = { isTerminal: false, isProgressTerminal: false, colour: false, columns: 80, env: {}, cwd: '/' };
  return { stdin, stdout, stderr: new PassThrough(), ...plain };
}
