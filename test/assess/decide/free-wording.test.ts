import { describe, expect, it, test } from '@jest/globals';
import type { Language } from '../../../src/assess/assessment.js';
import { isCall } from '../../../src/assess/bayes/bayes-reader.js';
import { decide, hear } from '../../../src/assess/decide/decide.js';
import { decideByWording, loudestWording } from '../../../src/assess/decide/decide-by-wording.js';
import type { BayesOdds, Models } from '../../../src/assess/decide/decision.js';
import { BAYES_LIMITS, BAYES_SHARE } from '../../../src/assess/decide/decision-model.js';
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

/** The features of a text by list, without their tokens. */
function told(words: string, language: Language) {
  const features = weighed(words, language)?.features;
  if (features === undefined) throw new Error(`nothing is weighed of «${words}»`);
  const { roles, words: own, neighbours, sides, pairs, endings, edges } = features;
  const names = (list: ReadonlyMap<string, number>) => [...list.keys()];
  return {
    roles: names(roles),
    words: names(own),
    neighbours: names(neighbours),
    sides: names(sides),
    pairs: names(pairs),
    endings: names(endings),
    edges: names(edges),
  };
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
    ['russian', 'Кто скажет против ИГИЛ, пиши мне.'],
    ['uzbek', 'ИШИДдан қочма, менга ёзинг.'],
    ['tajik', 'Ба мо нависед, мо бар зидди ДИИШ меҷангем.'],
  ])(
    'in %s, whether a group that is spoken of, against or away from is called for is asked, too: «%s»',
    (language, words) => {
      expect(weighed(words, language)).toBeDefined();
    },
  );

  it('weighs the roles of words with their forms, cues, questions and the words themselves', () => {
    const { roles, words, neighbours, sides } = told('Пиши мне про дорогу, брат, ИГИЛ ждёт тебя?', 'russian');
    expect(roles).toEqual(expect.arrayContaining(['#contact', '#contact>audience', '#group', '#question']));
    expect(words).toEqual(expect.arrayContaining(['доро', 'дорогу', '@gro', '@group']));
    expect(neighbours).toEqual(expect.arrayContaining(['[contact] мне', 'брат [group]', '@grou [invite]']));
    expect(sides).toEqual(expect.arrayContaining(['<брат', '>ждет']));
  });

  it('weighs words that stand near each other in their order, how words side by side end, and how the text begins and ends', () => {
    const { pairs, endings, edges } = told('Кто же из вас хочет писать нам про дорогу в ИГИЛ?', 'russian');
    expect(pairs).toEqual(expect.arrayContaining(['кто…хоче', 'хоче…доро', 'доро…@gro']));
    expect(pairs).not.toContain('хоче…кто');
    expect(pairs).not.toContain('кто…@gro');
    expect(endings).toEqual(expect.arrayContaining(['-вас -чет', '-сат -нам']));
    expect(edges).toEqual(['^кто', '@grou$', '-oup$']);
  });

  it('does not ask which group it is', () => {
    const [one, other] = ['ИГИЛ', 'Исламское государство'].map((group) =>
      told(`Пиши мне, ${group} поможет тебе.`, 'russian'),
    );
    expect(one).toEqual(other);
  });

  it('tells an act from one that is denied', () => {
    const { roles } = told('Брат, не вступай в ИГИЛ.', 'russian');
    expect(roles).toContain('#no act-join:imperative');
    expect(roles).not.toContain('#act-join:imperative');
  });

  it('tells a speech that is quoted from a name in quotation marks', () => {
    expect(told('Имам сказал: «Вступайте к нам в ИГИЛ» и плюнул, пиши мне.', 'russian').roles).toEqual(
      expect.arrayContaining(['#quotation', '#colon']),
    );
    expect(told('«ИГИЛ», брат, ждёт тебя.', 'russian').roles).toEqual(
      expect.arrayContaining(['#quoted name', '#begins quoted']),
    );
  });

  it('an act whose gap holds the name of the group is weighed, too', () => {
    expect(told('Ҳар кӣ хоҳад, аскари ДИИШ мешавад.', 'tajik').roles).toContain('#act-join');
  });

  it('takes the act that stands nearest for what is called for, and one that is denied last', () => {
    expect(weighed('Не вступай, брат, дай денег для ИГИЛ.', 'russian')?.pattern.category).toBe('pay');
  });

  it('starts and ends of a text stand beside no word that speaks of the group', () => {
    expect(weighed('Сизни ИШИД кутяпти, келинг', 'uzbek')).toBeDefined();
    expect(weighed('Келинг, сизни кутяпти ИШИД', 'uzbek')).toBeDefined();
  });
});

describe('a long text', () => {
  const filler = 'слово за слово шёл разговор о погоде, о детях и о работе '.repeat(12);

  it('is weighed around each naming of a group, since the call may stand beside the last', () => {
    const text = `О халифате написали книгу. ${filler}. Пишите мне, поедем в ИГИЛ.`;
    const said = loudestWording(examine(text, parts), { bayes: () => 0, models: takingAll(0) });
    const spoken = said?.wording.pattern;
    expect(text.slice(0, text.indexOf('Пишите')).split(/\s+/).length).toBeLessThan((spoken?.last ?? 0) + 5);
    expect(said?.part).toBeDefined();
  });

  it('is weighed by forty words on either side of the group', () => {
    const { words } = told(`Вначале ${filler} пишите мне, ИГИЛ ждёт. ${filler} вконце`, 'russian');
    expect(words).toContain('ждет');
    expect(words).not.toContain('вначале'.slice(0, 5));
    expect(words).not.toContain('вконце'.slice(0, 5));
  });
});

describe('a call beside other sentences', () => {
  const call = 'Вступай в ИГИЛ, брат.';
  const beside = `Суд вынес приговор, сообщает агентство новостей. ${call}`;
  /** Bayes takes the whole for benign text and its last sentence for a call. */
  const bayes: BayesOdds = (_language, part) => (part === undefined ? -10 : 10);

  it('is weighed by itself, less half of what the rest says against it, and no more than 1.5', () => {
    const models = takingAll(0, new Map());
    const { said } = hear(examine(beside, parts), { bayes, models });
    const alone = hear(examine(call, parts), { bayes: () => 10, models }).said;
    expect(said?.taken).toBe(1.5);
    expect(said?.odds).toBeCloseTo((alone?.odds ?? 0) - 1.5, 6);
    const near = hear(examine(beside, parts), { bayes: (_, part) => (part === undefined ? 9 : 10), models }).said;
    expect(near?.taken).toBeCloseTo(BAYES_SHARE / 2, 6);
  });

  it('gives reasons out of the part of the text that decided', () => {
    const { level, reasons } = createAssess(parts)(beside);
    expect(level).toBe('review');
    const ofBayes = reasons.filter(({ kind }) => kind === 'bayes');
    expect(ofBayes.length).toBeGreaterThan(0);
    for (const { start } of ofBayes) expect(start).toBeGreaterThanOrEqual(beside.indexOf(call));
  });
});

test('what Bayes calls frequent in calls is a call, and its reasons add up to no more than it said', () => {
  for (const text of [
    'Вступай в ИГИЛ, брат.',
    'Погода хорошая. Вступай в ИГИЛ, брат. Дома ждёт бабушка.',
    'Бародарон, ба ДИИШ ҳамроҳ шавед.',
  ]) {
    const ofBayes = createAssess(parts)(text).reasons.filter(({ kind }) => kind === 'bayes');
    for (const { gloss, role, weight } of ofBayes) {
      expect(gloss.includes('in calls')).toBe(isCall(role ?? ''));
      expect(Math.abs(weight)).toBeLessThanOrEqual(BAYES_LIMITS.wording * BAYES_SHARE);
    }
  }
});

describe('what is said of it', () => {
  const words = 'Тётя вспомнила, что сказали соседи: ИГИЛ в пятницу, солдат.';

  it('alerts, at most to be looked at, and says why', () => {
    const { level, reasons, polarity } = sayingSo(words);
    expect({ level, polarity }).toEqual({ level: 'review', polarity: 'for' });
    expect(new Set(reasons.map(({ kind }) => kind))).toEqual(new Set(['pattern', 'term', 'cue', 'word', 'bayes']));
    for (const { start, end, text } of reasons) expect(words.slice(start, end)).toBe(text);
  });
});

describe('a pattern that the wording speaks against', () => {
  const words = 'Вступай в ИГИЛ, брат.';

  it('alerts no longer, and says which words spoke', () => {
    expect(sayingSo(words).level).toBe('review');
    const { level, reasons, score } = sayingSo(words, -BIAS);
    expect(level).toBe('watch');
    expect(score).toBeLessThan(0);
    expect(reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pattern', 'word']));
  });

  it('alerts where the wording leaves it open', () => {
    expect(createAssess({ ...parts, decisions: takingAll(0, new Map()) })(words).level).toBe('review');
  });

  it('adds up to the score, with every cue', () => {
    const text = 'Говорят, кто хочет, вступай в ИГИЛ.';
    const examined = examine(text, parts);
    const decision = decide(examined, () => 0, takingAll());
    const { words: moved = [], cues = [] } = decision.grounds ?? {};
    const alone = decide(examined, () => 0, takingAll(0, new Map()));
    const before = alone.grounds?.cues ?? [];
    const odds = decision.score - alone.score;
    const said = sum(moved) + sum(cues) - sum(before) + (decision.grounds?.weight ?? 0) - (alone.grounds?.weight ?? 0);
    expect(BIAS + said).toBeCloseTo(odds, 6);
  });
});

test('what is said to have moved the score adds up to it, however often a word stands there', () => {
  const text = 'Не тот и не этот, не в тот день: ИГИЛ и ИГИЛ, кто, кто, кто сказал, что он на рынке.';
  const decision = decideByWording(loudestWording(examine(text, parts), { bayes: () => 0, models: takingAll() }));
  const { weight = 0, cues = [], words = [] } = decision?.grounds ?? {};
  const moved = [weight, ...cues.map((cue) => cue.weight), ...words.map((word) => word.weight)];
  const { wording } = takingAll().russian ?? {};
  const odds = (decision?.score ?? Number.NaN) + (wording?.margin ?? 0);
  expect(moved.reduce((sum, one) => sum + one, BIAS)).toBeCloseTo(odds, 6);
});

const BIAS = 50;

/** Assesses with a model that takes any wording for a call. */
function sayingSo(text: string, bias = BIAS) {
  return createAssess({ ...parts, decisions: takingAll(bias) })(text);
}

function takingAll(bias = BIAS, weights?: ReadonlyMap<string, number>): Models {
  const decisions = Object.entries(parts.decisions).map(([language, model]) => [
    language,
    { ...model, wording: { ...model.wording, bias, weights: weights ?? model.wording.weights } },
  ]);
  return Object.fromEntries(decisions);
}

function sum(moved: readonly { readonly weight: number }[]): number {
  return moved.reduce((total, { weight }) => total + weight, 0);
}
