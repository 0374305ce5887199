import { createRequire } from 'node:module';
import { compileBayes } from '../dist/assess/bayes/bayes-table.js';
import { callOdds } from '../dist/assess/bayes/call-odds.js';
import { buildBayes } from '../dist/learn/build-bayes.js';
import { cpuTime, leastCpuTimes } from './cpu-time.mjs';

const BayesClassifier = createRequire(import.meta.url)('natural/lib/natural/classifiers/bayes_classifier.js');
const OURS = 100_000;
/** natural's own training is quadratic: 10,000 examples take it minutes. */
const THEIRS = [500, 1_000, 2_000];
const CLASSES = ['join', 'travel', 'violence', 'praise', 'religious', 'news', 'counter-speech', 'everyday'];
const VOCABULARY = 20_000;
const WORDS = 12;

/** Training on 100,000 generated examples, beside natural's own training on a few. */
export function benchTraining() {
  const documents = generate(OURS);
  const ours = cpuTime(() => buildBayes(documents, 0.1)) / 1e6;
  console.log(`training: ${OURS} examples in ${ours.toFixed(1)} s of processor time`);
  reportReading(documents);
  for (const count of THEIRS) {
    const few = documents.slice(0, count);
    const same = cpuTime(() => buildBayes(few, 0.1)) / 1e6;
    const theirs = cpuTime(() => trainAsDocumented(few)) / 1e6;
    console.log(
      `training: ${count} examples, natural ${theirs.toFixed(2)} s, didbon ${same.toFixed(3)} s, ratio ${(theirs / same).toFixed(0)}`,
    );
  }
}

/** What a message costs once so much was learnt. */
function reportReading(documents) {
  const state = buildBayes(documents, 0.1);
  const table = compileBayes(state, (label) => CLASSES.indexOf(label) < 4);
  const read = () => {
    for (const { features } of documents) callOdds(table, features);
  };
  const { read: least } = leastCpuTimes({ read }, 5);
  console.log(`reading: ${(least / documents.length).toFixed(1)} µs a message at ${table.rows.size} features`);
}

function trainAsDocumented(documents) {
  const classifier = new BayesClassifier(undefined, 0.1);
  for (const { features, label } of documents) classifier.addDocument([...features], label);
  classifier.train();
}

/** Examples whose words come by Zipf's law from a common vocabulary, a part of them from their class's own. */
function generate(count) {
  const turn = { state: 11 };
  const next = (below) => {
    turn.state = (Math.imul(turn.state, 1_103_515_245) + 12_345) >>> 0;
    return (turn.state >>> 8) % below;
  };
  const word = () => Math.floor(VOCABULARY ** (next(10_000) / 10_000));
  return Array.from({ length: count }, (_, at) => {
    const label = CLASSES[at % CLASSES.length];
    const features = Array.from({ length: WORDS }, (_, place) =>
      place % 3 === 0 ? `${label}${word()}` : `w${word()}`,
    );
    return { label, features };
  });
}
