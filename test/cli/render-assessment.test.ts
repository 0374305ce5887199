import { describe, expect, it, test } from '@jest/globals';
import type { Assessment } from '../../src/assess/assessment.js';
import { renderAssessment } from '../../src/cli/render-assessment.js';
import { scoreInWords } from '../../src/cli/score-in-words.js';
import { visibleText } from '../../src/cli/visible-text.js';

const TEXT = 'Come and join the group, he said';
const FOUND: Assessment = {
  notAssessed: undefined,
  language: 'uz-Latn',
  languages: [
    { tag: 'uz-Latn', probability: 0.93 },
    { tag: 'und', probability: 0.002 },
  ],
  level: 'review',
  score: 4.2,
  category: 'join',
  polarity: 'for',
  reasons: [
    { kind: 'pattern', text: 'join the group', gloss: 'join it', role: 'join', weight: 5, start: 9, end: 23 },
    { kind: 'term', text: 'join', gloss: 'to join', role: 'act-join', weight: 1, start: 9, end: 13 },
    { kind: 'cue', text: 'he said', gloss: 'reported speech', role: 'reporting', weight: -1.8, start: 25, end: 32 },
    { kind: 'bayes', text: 'Come', gloss: 'frequent in calls', role: 'join', weight: 0.4, start: 0, end: 4 },
  ],
  pack: 'didbon@1+abc',
};

describe('a readable assessment', () => {
  it('says level, category, languages, band and pack', () => {
    const shown = renderAssessment(TEXT, FOUND, false);
    expect(shown).toContain('review · join (for)');
    expect(shown).toContain('uz-Latn 93 %, und 0.2 %');
    expect(shown).toContain('+4.20 log-odds, clearly on the side of a call');
    expect(shown).toContain('didbon@1+abc');
  });

  it('marks what raised the score and what lowered it, words rather than clauses', () => {
    expect(renderAssessment(TEXT, FOUND, false)).toContain('Come and [join] the group, (he said)');
  });

  it('lists every reason with gloss and weight, the weightiest first', () => {
    const reasons = renderAssessment(TEXT, FOUND, false)
      .split('\n')
      .filter((line) => / [+−]\d/.test(line))
      .slice(-4);
    expect(reasons.map((line) => line.trim().split(/\s+/)[0])).toEqual(['+5.00', '−1.80', '+1.00', '+0.40']);
    expect(reasons[1]).toContain('reported speech');
  });

  it('uses colours only where they are wanted', () => {
    const esc = String.fromCharCode(27);
    expect(renderAssessment(TEXT, FOUND, false)).not.toContain(esc);
    expect(renderAssessment(TEXT, FOUND, true)).toContain(esc);
    expect(renderAssessment(TEXT, FOUND, true)).not.toContain('[join]');
  });

  it('says why a text was not assessed', () => {
    const none = { ...FOUND, notAssessed: 'perso-arabic', level: 'none', category: null, reasons: [] } as const;
    expect(renderAssessment('سلام', none, false)).toMatch(/^not assessed: most of it is in Perso-Arabic script/);
  });

  it('prints text of others harmlessly', () => {
    expect(visibleText('a\u001b[31mb\u0007c\nd\u202ee')).toBe('a␛[31mb␇c\nd�e');
    const evil = { ...FOUND, reasons: FOUND.reasons.map((reason) => ({ ...reason, text: '\u001b]0;x\u0007' })) };
    expect(renderAssessment('\u001b[2J', evil, false)).not.toContain(String.fromCharCode(27));
  });
});

test.each([
  [-9, 'far on the benign side'],
  [-0.1, 'on the benign side'],
  [0, 'slightly on the side of a call'],
  [3, 'clearly on the side of a call'],
  [12, 'strongly on the side of a call'],
])('a score of %d lies %s', (score, band) => {
  expect(scoreInWords(score)).toBe(band);
});
