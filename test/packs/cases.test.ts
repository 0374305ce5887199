import { describe, expect, it, test } from '@jest/globals';
import { alerts } from '../../src/assess/assessment.js';
import { createAssess } from '../../src/assess/index.js';
import { compareWithBaseline, readBaseline } from '../../src/learn/baseline.js';
import { caseTexts, evaluateCases } from '../../src/learn/evaluate-cases.js';
import { WRITINGS } from '../../src/packs/format/cases.js';
import { readPack } from '../../src/packs/read-pack.js';
import { readPackSources } from '../../src/packs/read-pack-sources.js';
import { SHIPPED_PACK } from '../assess/shipped-pack.js';

const sources = readPackSources(SHIPPED_PACK);
const pack = readPack(SHIPPED_PACK).parts;
const assess = createAssess(pack);
const results = evaluateCases(caseTexts(sources), assess);

const LEAST_RECALL = 0.95;
const LEAST_QUIET = 0.99;

describe('the functional cases', () => {
  test.each(WRITINGS)('of %s: nearly every call alerts, nearly every benign text stays quiet', (writing) => {
    const own = results.filter((one) => one.writing === writing);
    const [calls, benign] = [
      own.filter(({ category }) => category !== undefined),
      own.filter(({ category }) => category === undefined),
    ];
    expect(calls.length).toBeGreaterThan(20);
    expect(calls.filter(({ right }) => right).length / calls.length).toBeGreaterThanOrEqual(LEAST_RECALL);
    expect(benign.filter(({ right }) => right).length / benign.length).toBeGreaterThanOrEqual(LEAST_QUIET);
  });

  it('come out as they were accepted: `didbon evaluate --accept` takes a change that is meant', () => {
    const baseline = readBaseline(SHIPPED_PACK);
    expect(baseline).toBeDefined();
    if (baseline === undefined) return;
    const evaluation = { pack: pack.pack, cases: results, examples: undefined, spelling: undefined, benign: undefined };
    expect(compareWithBaseline(evaluation, baseline)).toEqual([]);
  });

  it('alert without any single word of theirs doing so', () => {
    const calls = results.filter(({ category }) => category !== undefined);
    const words = new Set(calls.flatMap(({ text }) => text.split(/[^\p{L}\p{M}ʻʼ'’]+/u)).filter((word) => word !== ''));
    expect([...words].filter((word) => alerts(assess(word).level))).toEqual([]);
  });
});
