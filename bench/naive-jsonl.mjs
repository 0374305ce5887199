import { createInterface } from 'node:readline';
import { naivePipeline } from './naive.mjs';

const assess = naivePipeline();
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, ...assess(text) })}\n`);
}
