import { franc } from 'franc';
import { bayesOf, examine, judge } from '../dist/assess/examine.js';
import { createAssess } from '../dist/assess/index.js';
import { findTellingEvidence } from '../dist/assess/keywords/find-evidence.js';
import { consulted, detectLanguage } from '../dist/assess/language/detect.js';
import { normalise } from '../dist/assess/text/normalise.js';
import { readPack } from '../dist/packs/read-pack.js';
import { SHIPPED_PACK } from '../dist/settings/places.js';
import { leastCpuTimes } from './cpu-time.mjs';
import { naiveClassifier } from './naive.mjs';
import { benchTexts } from './texts.mjs';

const ROUNDS = 30;

/** What each step of assess costs on chat, and how many times as long the library takes that does the same work alone. */
export function benchSteps() {
  const { parts } = readPack(process.env.DIDBON_PACK_DIR ?? SHIPPED_PACK);
  const texts = benchTexts().chat.filter((_, at) => at % 8 === 0);
  const times = leastCpuTimes({ ...ourSteps(texts, parts), ...theirs(texts) }, ROUNDS);
  const each = (name) => times[name] / texts.length;
  const line = (name, beside) => {
    const compared =
      beside === undefined
        ? ''
        : `; ${beside} ${each(beside).toFixed(1)} µs, ratio ${(each(beside) / each(name)).toFixed(1)}`;
    console.log(`step ${name}: ${each(name).toFixed(2)} µs a message${compared}`);
  };
  line('normalise');
  line('language', 'franc alone');
  line('keywords');
  line('Bayes', "natural's classifier alone");
  line('decide');
  line('assess as a whole');
}

function ourSteps(texts, parts) {
  const assess = createAssess(parts);
  const normalised = texts.map(normalise);
  const tags = normalised.map((text) => consulted(detectLanguage(text, parts.languageModel)));
  const examined = texts.map((text) => examine(text, parts));
  const readers = Object.values(parts.bayes);
  return {
    normalise: forEach(texts, normalise),
    language: forEach(normalised, (text) => consulted(detectLanguage(text, parts.languageModel))),
    keywords: forEach(normalised, (text, at) => findTellingEvidence(text, tags[at], parts.lexicon)),
    // Most messages never come to it; here every one does.
    Bayes: forEach(normalised, ({ tokens }, at) => {
      const reader = readers[at % readers.length];
      reader.opinion(reader.read(tokens));
    }),
    decide: forEach(examined, (one) => judge(one, parts, bayesOf(one.text, parts))),
    'assess as a whole': forEach(texts, assess),
  };
}

function forEach(list, step) {
  return () => {
    for (const [at, one] of list.entries()) step(one, at);
  };
}

function theirs(texts) {
  const classify = naiveClassifier('russian');
  return {
    'franc alone': forEach(texts, (text) => franc(text)),
    "natural's classifier alone": forEach(texts, classify),
  };
}
