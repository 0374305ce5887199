import { compileLexicon } from '../dist/assess/keywords/compile-lexicon.js';
import { lookUpWord } from '../dist/assess/keywords/look-up-word.js';
import { normalise } from '../dist/assess/text/normalise.js';
import { leastCpuTimes } from './cpu-time.mjs';
import { benchTexts } from './texts.mjs';

const SMALL = 100;
const LARGE = 10_000;
/** Far above what is measured, so that a busy machine does not fail it; an index whose cost grows with the lexicon does. */
const MOST = 4;
const LETTERS = 'абвгдежзиклмнопрстуфхцчшя';

/** Looking words up among 10,000 entries against 100, beside one regular expression of the same words. Answers whether size hardly matters. */
export function benchLexiconSize(smoke) {
  const texts = benchTexts().chat.filter((_, at) => at % 8 === 0);
  const ours = leastCpuTimes({ small: lookUp(SMALL, texts), large: lookUp(LARGE, texts) }, smoke ? 12 : 60);
  const ratio = ours.large / ours.small;
  console.log(`lexicon of ${LARGE} entries against ${SMALL}: ${ratio.toFixed(2)} times as long (most ${MOST})`);
  if (!smoke) {
    const few = texts.slice(0, 40);
    const theirs = leastCpuTimes({ small: matchOne(SMALL, few), large: matchOne(LARGE, few) }, 3);
    console.log(`one regular expression of the same words: ${(theirs.large / theirs.small).toFixed(0)} times as long`);
  }
  return ratio <= MOST;
}

function lookUp(size, texts) {
  const lexicon = compileLexicon({
    groups: [],
    patterns: [],
    lexicons: [{ language: 'russian', verbs: [], patterns: [], cues: [], entries: words(size).map(entryOf) }],
  });
  // Past what is remembered of words that were met before, or only that would be measured.
  const table = lexicon.tables.get('russian');
  const met = texts.flatMap((text) => normalise(text).tokens).filter(({ script }) => script === 'Cyrl');
  return () => {
    for (const word of met) lookUpWord(word, table);
  };
}

function entryOf(lemma) {
  return { lemma, also: [], role: 'target', gloss: lemma, weight: 1, is: 'noun', strict: false, order: 'written' };
}

function matchOne(size, texts) {
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words(size).join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');
  return () => {
    for (const text of texts) pattern.test(text);
  };
}

/** Words made by a fixed rule. */
function words(count) {
  const turn = { state: 7 };
  const next = (below) => {
    turn.state = (Math.imul(turn.state, 1_103_515_245) + 12_345) >>> 0;
    return (turn.state >>> 8) % below;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 5 + next(6) }, () => LETTERS[next(LETTERS.length)]).join(''),
  );
}
