import { createAssess } from '../../dist/assess/index.js';
import { readPack } from '../../dist/packs/read-pack.js';
import { readPackSources } from '../../dist/packs/read-pack-sources.js';
import { SHIPPED_PACK } from '../../dist/settings/places.js';
import { leastCpuTimes } from '../cpu-time.mjs';
import { chanceOf } from './chance.mjs';

/** Doubling the length may take at most so many times the time: linear, and room for the clock. */
const MOST_GROWTH = 2.3;
/** What a message holds at most. */
const SHORT = 4_000;
/** A busy machine can make one measurement slow; what grows faster than its text is slow each time. */
const TRIES = 3;

const CHARACTERS = [
  [0x20, 0x7e],
  [0x400, 0x4ff],
  [0x00, 0x24f],
  [0x300, 0x36f],
  [0x600, 0x6ff],
  [0x2000, 0x206f],
  [0x1f300, 0x1faff],
  [0xd800, 0xdfff],
  [0xfb00, 0xfdff],
  [0x00, 0x10ffff],
];
const MARKUP = [
  '**',
  '||',
  '~~',
  '`',
  '```',
  '> ',
  '<@1>',
  '<@&1>',
  '<:a:1>',
  'https://a.b/',
  '\n',
  '\u200b',
  '\u202e',
  '«',
  '»',
  '"',
  '-',
  '...',
];
const TRAPS = [
  '__proto__',
  'constructor',
  'toString',
  'ﷺ',
  'и\u0304',
  'ё\u0301'.repeat(9),
  '\ufeff',
  '\0',
  '💬🏽\u200d',
  '1️⃣',
];

/**
 * Assesses a million texts that nobody would write: pieces of the pack's own words, disguised, cut and mixed with markup and
 * characters of every kind. None may throw, each reason must stand where it says, and the same text gives the same answer.
 * Unless `untimed`, long texts are timed at two lengths, too.
 */
export function soakTexts({ runs = 1_000_000, seed, untimed }) {
  const assess = createAssess(readPack(SHIPPED_PACK).parts);
  const chance = chanceOf(seed);
  const words = wordsOfPack();
  const counts = { texts: 0, characters: 0, alerts: 0, faults: 0 };
  for (let n = 0; n < runs; n += 1) {
    const text = makeText(chance, words);
    counts.texts += 1;
    counts.characters += text.length;
    const { fault, alerts } = judge(assess, text, n % 50 === 0);
    if (alerts) counts.alerts += 1;
    if (fault !== undefined) {
      counts.faults += 1;
      if (counts.faults <= 10) console.log(`${fault}: ${JSON.stringify(text)}`);
    }
    if (n % 100_000 === 99_999) process.stderr.write('.');
  }
  console.log(
    `${counts.texts} texts, ${counts.characters} characters, ${counts.alerts} of them alert; ${counts.faults} faults`,
  );
  const grows = untimed || growsLinearly(assess, words);
  return counts.faults === 0 && grows;
}

function judge(assess, text, twice) {
  try {
    const found = assess(text);
    const fault = findFault(found, text);
    if (fault === undefined && twice && JSON.stringify(assess(text)) !== JSON.stringify(found))
      return { fault: 'another answer the second time' };
    return { fault, alerts: found.level === 'review' || found.level === 'urgent' };
  } catch (error) {
    return { fault: `threw ${error.stack}` };
  }
}

function findFault({ score, languages, reasons }, text) {
  if (!Number.isFinite(score)) return `a score of ${score}`;
  if (languages.some(({ probability }) => !(probability >= 0 && probability <= 1)))
    return 'a probability outside 0 to 1';
  for (const { start, end, text: said } of reasons) {
    if (!(start >= 0 && start < end && end <= text.length)) return `a reason from ${start} to ${end}`;
    if (text.slice(start, end) !== said) return `a reason that does not stand at ${start}`;
  }
  return undefined;
}

/** Words of the pack's examples and cases, each once. */
function wordsOfPack() {
  const { examples, pairs, quiet } = readPackSources(SHIPPED_PACK);
  const texts = [...examples, ...pairs.flatMap(({ call, twin }) => [call, twin]), ...quiet].map(({ text }) => text);
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter((word) => word !== '');
}

/** Mostly short, one in five hundred as long as Discord takes. */
function makeText(chance, words) {
  const longest = chance.below(500) === 0 ? 4_000 : 400;
  const pieces = chance.below(chance.below(20) + 1) + (longest === 4_000 ? 400 : 1);
  let text = '';
  for (let n = 0; n < pieces && text.length < longest; n += 1) text += makePiece(chance, words);
  return text.slice(0, longest);
}

function makePiece(chance, words) {
  const kind = chance.below(20);
  if (kind < 10) return `${chance.pick(words)} `;
  if (kind < 14) return `${disguise(chance, chance.pick(words))} `;
  if (kind < 16) return chance.pick(MARKUP);
  if (kind < 17) return chance.pick(TRAPS);
  const [from, to] = chance.pick(CHARACTERS);
  const characters = Array.from({ length: chance.below(6) + 1 }, () => from + chance.below(to - from + 1));
  return characters
    .map((point) => (point >= 0xd800 && point <= 0xdfff ? String.fromCharCode(point) : String.fromCodePoint(point)))
    .join('');
}

const DISGUISES = [
  (word) => [...word].join(' '),
  (word) => [...word].join('.'),
  (word) => word.toUpperCase(),
  (word) => word.replace(/(.)/u, '$1$1$1$1'),
  (word) => word.replaceAll('а', 'a').replaceAll('о', '0').replaceAll('е', 'e'),
  (word) => word.normalize('NFD'),
  (word) => [...word].join('\u200d'),
  (word) => `**${word}**`,
  (word) => word.slice(0, -1),
  (word) => [...word].reverse().join(''),
];

function disguise(chance, word) {
  return chance.pick(DISGUISES)(word);
}

/** Texts that are long in one way each. */
const LONG = {
  'one letter': () => 'ш',
  'combining marks': () => '\u0304',
  'spaced letters': () => 'ҳ а м р о ҳ  ',
  'words of a pattern': () => 'ИГИЛ вступайте ',
  'near-matches': () => 'ҳамроҳ ДИИШҳо шавандагон ',
  'quotation marks': () => '«"',
  markup: () => '||**<@1>',
  'lone surrogates': () => '\ud800',
  'object properties': () => '__proto__ constructor ',
  'digits in words': () => 'в5т4п1',
  'Uzbek endings': () => 'larimizdagilarnikidanmisizlarmi',
  'words of the pack': (words) => `${words.slice(0, 200).join(' ')} `,
};

function growsLinearly(assess, words) {
  let isLinear = true;
  for (const [name, piece] of Object.entries(LONG)) {
    const unit = piece(words);
    const run = (length) => {
      // Whole pieces: a word that is cut may be read as another language, which is another way to go.
      const text = unit.repeat(Math.ceil(length / unit.length));
      return () => assess(text);
    };
    const growth = leastGrowth({ short: run(SHORT), long: run(4 * SHORT) });
    const holds = growth <= MOST_GROWTH;
    isLinear &&= holds;
    console.log(`${holds ? 'held  ' : 'MISSED'} ${name}: ${growth.toFixed(2)} times the time for twice the length`);
  }
  return isLinear;
}

/** Over two doublings, as times a doubling. */
function leastGrowth(runs) {
  const once = () => {
    const { short, long } = leastCpuTimes(runs, 20);
    return Math.sqrt(long / short);
  };
  let least = once();
  for (let tried = 1; least > MOST_GROWTH && tried < TRIES; tried += 1) least = Math.min(least, once());
  return least;
}
