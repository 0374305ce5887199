import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchTexts } from './texts.mjs';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** `didbon score --jsonl` as a whole process beside the naive way as a whole process, on the same mixed text. */
export async function benchJsonl() {
  const { chat, news } = benchTexts();
  const texts = [...chat, ...news];
  const didbon = await throughput([file('../dist/main.js'), 'score', '--jsonl'], lines(texts, 120_000));
  const naive = await throughput([file('./naive-jsonl.mjs')], lines(texts, 6_000));
  console.log(
    `score --jsonl: didbon ${Math.round(didbon)} texts/s, naive ${Math.round(naive)} texts/s, ratio ${(didbon / naive).toFixed(1)}`,
  );
}

function lines(texts, count) {
  return Array.from(
    { length: count },
    (_, n) => `${JSON.stringify({ id: String(n), text: texts[n % texts.length] })}\n`,
  );
}

async function throughput(args, input) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdout.resume();
  child.stdin.end(input.join(''));
  await new Promise((resolve) => child.once('close', resolve));
  return input.length / ((performance.now() - start) / 1000);
}
