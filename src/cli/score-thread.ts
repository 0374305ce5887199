import { workerData } from 'piscina';
import { createAssess } from '../assess/index.js';
import { readPack } from '../packs/read-pack.js';
import { answerLines, type GivenLine } from './answer-lines.js';

const assess = createAssess(readPack(String(workerData)).parts);

/** What a helper of `score --jsonl` does in its thread. */
export function answer(lines: readonly GivenLine[]): string {
  return answerLines(lines, assess);
}
