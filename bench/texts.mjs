import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const BENIGN = process.env.DIDBON_BENIGN_DEV ?? file('../../shared/data/benign-dev.tsv');

/**
 * Real text in two lengths: chat (3 to 12 words) and news (25 to 60 words), our three languages mixed. From the benign
 * development text where it is there, else from the pack's own examples and cases, repeated. `stream` is all chat there is,
 * languages and sources mixed, no line twice: few of its words are still remembered from the last time around.
 */
export function benchTexts() {
  const lines = existsSync(BENIGN) ? developmentLines() : packLines();
  const ofLength = (least, most) =>
    lines.filter((line) => {
      const words = line.split(/\s+/).length;
      return words >= least && words <= most;
    });
  const chat = ofLength(3, 12);
  const news = ofLength(25, 60);
  return { chat: spread(chat, 4_000), news: spread(news.length > 0 ? news : chat, 2_000), stream: mixed(chat) };
}

function developmentLines() {
  const rows = readFileSync(BENIGN, 'utf8').split('\n').slice(1);
  return rows.map((row) => row.split('\t')[3] ?? '').filter((text) => text !== '');
}

function packLines() {
  const languages = ['tajik', 'uzbek', 'russian'];
  return languages.flatMap((language) => {
    const { examples } = parse(readFileSync(file(`../classifiers/examples/${language}.yaml`), 'utf8'));
    return examples.map(({ text }) => text);
  });
}

/** `count` lines taken evenly over the whole, so that every source is in. */
function spread(lines, count) {
  return Array.from({ length: count }, (_, at) => lines[Math.floor((at * lines.length) / count) % lines.length] ?? '');
}

/** The same lines in an order that has nothing to do with where they come from. */
function mixed(lines) {
  const turn = { state: 7 };
  const next = () => {
    turn.state = (Math.imul(turn.state, 1_103_515_245) + 12_345) >>> 0;
    return turn.state;
  };
  return lines
    .map((line) => ({ line, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ line }) => line);
}
