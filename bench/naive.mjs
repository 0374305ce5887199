import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { franc } from 'franc';
import { parse } from 'yaml';

const BayesClassifier = createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier.js');
const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * What one would write from the documentation of the same packages: franc as it comes, a BayesClassifier of natural for
 * each language, a list of words as one regular expression. Its answers are poor; here only its speed matters.
 */
export function naivePipeline(mostExamples = MOST_EXAMPLES) {
  const languages = { tgk: 'tajik', uzn: 'uzbek', rus: 'russian' };
  const classifiers = Object.fromEntries(
    Object.entries(languages).map(([code, language]) => [code, train(language, mostExamples)]),
  );
  const list =
    /ишид|игил|диит|доиш|халифат|хилофат|ҷиҳод|жиҳод|jihod|муҷоҳид|mujohid|байъат|bayat|ҳиҷрат|hijrat|шаҳид|shahid|кофир|kofir|муртад|тоғут/i;
  return (text) => {
    const language = franc(text);
    const label = classifiers[language]?.docs.length > 0 ? classifiers[language].classify(words(text)) : undefined;
    return { language, label, listed: list.test(text) };
  };
}

/** natural's own classifier of one language, by itself. */
export function naiveClassifier(language) {
  const classifier = train(language);
  return (text) => classifier.classify(words(text));
}

function train(language, mostExamples = MOST_EXAMPLES) {
  const classifier = new BayesClassifier();
  for (const { text, label } of examplesOf(language, mostExamples)) classifier.addDocument(words(text), label);
  classifier.train();
  return classifier;
}

/** natural's training is quadratic, and its answers take time for every word it knows: it is spared most of the examples. */
const MOST_EXAMPLES = 5_000;

/** Taken evenly from all. */
function examplesOf(language, most) {
  const path = file(`../classifiers/examples/${language}.yaml`);
  const all = existsSync(path) ? parse(readFileSync(path, 'utf8')).examples : [];
  const step = Math.max(1, all.length / most);
  return all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function words(text) {
  return text.toLowerCase().split(/\s+/);
}
