import { describe, expect, it, test } from '@jest/globals';
import type { Language } from '../../../src/assess/assessment.js';
import { decideByWording } from '../../../src/assess/decide/decide-by-wording.js';
import type { Models } from '../../../src/assess/decide/decision.js';
import { weighWording } from '../../../src/assess/decide/weigh-wording.js';
import { examine } from '../../../src/assess/examine.js';
import { createAssess } from '../../../src/assess/index.js';
import { findEvidence } from '../../../src/assess/keywords/find-evidence.js';
import { normalise } from '../../../src/assess/text/normalise.js';
import { readPack } from '../../../src/packs/read-pack.js';
import { SHIPPED_PACK } from '../shipped-pack.js';

const { parts } = readPack(SHIPPED_PACK);
const { lexicon } = parts;
const TAGS = { tajik: 'tg', uzbek: 'uz-Cyrl', russian: 'ru' } as const;

function weighed(words: string, language: Language) {
  const text = normalise(words);
  return weighWording({ text, evidence: findEvidence(text, [TAGS[language]], lexicon) }, language);
}

describe('what can be a call in free words', () => {
  test.each<[Language, string]>([
    ['russian', 'ИГИЛ в пятницу.'],
    ['russian', 'Напиши мне, поедем на стройку.'],
    ['tajik', 'ДИИШ дар ҷумъа.'],
    ['uzbek', 'Менга ёзинг, бирга борамиз.'],
    ['russian', 'Братья мои.'],
    ['russian', 'Солдат пишет домой.'],
  ])('in %s, a group by itself and an act without a group are none: «%s»', (language, words) => {
    expect(weighed(words, language)).toBeUndefined();
  });

  test.each<[Language, string]>([
    ['russian', 'Расскажи маме об ИГИЛ, пиши.'],
    ['russian', 'Мы поможем вам, вступайте в союз против ИГИЛ.'],
    ['tajik', 'Ба мо нависед, мо бар зидди ДИИШ меҷангем.'],
    ['uzbek', 'ИШИДдан чиқинг, менга ёзинг.'],
    ['uzbek', 'ИШИД ҳақида менга ёзинг.'],
  ])('in %s, a group that is spoken of, against or away from is no side: «%s»', (language, words) => {
    expect(weighed(words, language)).toBeUndefined();
  });

  it('weighs the roles of words with their forms, cues, questions and the words themselves', () => {
    const { features } = weighed('Пиши мне про дорогу, брат, ИГИЛ ждёт тебя?', 'russian') ?? {};
    expect(features?.roles).toEqual(expect.arrayContaining(['#contact', '#contact>audience', '#group', '#question']));
    expect(features?.words).toEqual(expect.arrayContaining(['доро', 'дорогу', '@gro', '@group']));
  });

  it('does not ask which group it is', () => {
    const [one, other] = ['ИГИЛ', 'Исламское государство'].map((group) =>
      weighed(`Пиши мне, ${group} поможет тебе.`, 'russian'),
    );
    expect(one?.features.words).toEqual(other?.features.words);
  });

  it('tells an act from one that is denied', () => {
    const roles = weighed('Брат, не вступай в ИГИЛ.', 'russian')?.features.roles ?? [];
    expect(roles).toContain('#no act-join:imperative');
    expect(roles).not.toContain('#act-join:imperative');
  });

  it('an act whose gap holds the name of the group is weighed, too', () => {
    expect(weighed('Ҳар кӣ хоҳад, аскари ДИИШ мешавад.', 'tajik')?.features.roles).toContain('#act-join');
  });

  it('takes the act that stands nearest for what is called for, and one that is denied last', () => {
    expect(weighed('Не вступай, брат, дай денег для ИГИЛ.', 'russian')?.pattern.category).toBe('pay');
  });

  it('starts and ends of a text stand beside no word that speaks of the group', () => {
    expect(weighed('Сизни ИШИД кутяпти, келинг', 'uzbek')).toBeDefined();
    expect(weighed('Келинг, сизни кутяпти ИШИД', 'uzbek')).toBeDefined();
  });
});

describe('what is said of it', () => {
  const words = 'Тётя спросила у соседей, кто в тот день видел ИГИЛ на рынке.';

  it('alerts, at most to be looked at, and says why', () => {
    const { level, reasons, polarity } = sayingSo(words);
    expect({ level, polarity }).toEqual({ level: 'review', polarity: 'for' });
    expect(new Set(reasons.map(({ kind }) => kind))).toEqual(new Set(['pattern', 'term', 'cue', 'word']));
    for (const { start, end, text } of reasons) expect(words.slice(start, end)).toBe(text);
  });
});

test('what is said to have moved the score adds up to it, however often a word stands there', () => {
  const text = 'Не тот и не этот, не в тот день: ИГИЛ и ИГИЛ, кто, кто, кто сказал, что он на рынке.';
  const decision = decideByWording(examine(text, parts), takingAll());
  const { weight = 0, cues = [], words = [] } = decision?.grounds ?? {};
  const moved = [weight, ...cues.map((cue) => cue.weight), ...words.map((word) => word.weight)];
  expect(moved.reduce((sum, one) => sum + one, BIAS)).toBeCloseTo(decision?.score ?? Number.NaN, 6);
});

const BIAS = 50;

/** Assesses with a model that takes any wording for a call. */
function sayingSo(text: string) {
  return createAssess({ ...parts, decisions: takingAll() })(text);
}

function takingAll(): Models {
  const decisions = Object.entries(parts.decisions).map(([language, model]) => [
    language,
    { ...model, wording: { bias: BIAS, weights: model.wording.weights } },
  ]);
  return Object.fromEntries(decisions);
}
