import { describe, expect, it } from '@jest/globals';
import { readDecisions } from '../../src/packs/read-decisions.js';
import type { ModelFiles } from '../../src/packs/read-models.js';

const DECISION = {
  coefficients: {
    bias: 0,
    pattern: 1,
    words: 0,
    group: 0,
    asks: 0,
    contact: 0,
    support: 0,
    cues: 0,
    unclear: 0,
    bayes: 0,
  },
  thresholds: { review: 1, urgent: 2 },
  basis: { lines: 0, alerts: 0 },
};

function models(wording: unknown): ModelFiles {
  const text = typeof wording === 'string' ? wording : JSON.stringify(wording);
  return {
    folder: 'models',
    hashes: [],
    files: new Map([
      ['decision.json', Buffer.from(JSON.stringify({ russian: DECISION }))],
      ['wording.json', Buffer.from(text)],
    ]),
  };
}

describe('the decisions of a pack', () => {
  it('hold the wording of each language, which is read when it is first asked for', () => {
    const late = readDecisions(models('no JSON at all'));
    expect(late.russian?.thresholds).toEqual({ review: 1, urgent: 2 });
    expect(() => late.russian?.wording).toThrow('JSON');

    const { russian } = readDecisions(models({ russian: { bias: 0.5, margin: 1, weights: ['-0.25 ждет … тебя'] } }));
    expect(russian?.wording.bias).toBe(0.5);
    expect(russian?.wording.weights.get('ждет … тебя')).toBe(-0.25);
    expect(russian?.wording.weights.get('ждет … меня')).toBeUndefined();
    expect(russian?.wording).toBe(russian?.wording);
  });

  it('say what to do where the wording of a language is missing', () => {
    const { russian } = readDecisions(models({}));
    expect(() => russian?.wording).toThrow('says nothing of russian; run `npx didbon train`');
  });
});
