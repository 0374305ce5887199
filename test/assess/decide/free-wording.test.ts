import { describe, expect, it, test } from '@jest/globals';
import type { Language } from '../../../src/assess/assessment.js';
import { weighWording } from '../../../src/assess/decide/weigh-wording.js';
import { findEvidence } from '../../../src/assess/keywords/find-evidence.js';
import { normalise } from '../../../src/assess/text/normalise.js';
import { readPack } from '../../../src/packs/read-pack.js';
import { assess, SHIPPED_PACK } from '../shipped-pack.js';

const { lexicon } = readPack(SHIPPED_PACK).parts;
const TAGS = { tajik: 'tg', uzbek: 'uz-Cyrl', russian: 'ru' } as const;

function weighed(words: string, language: Language) {
  const text = normalise(words);
  return weighWording({ text, evidence: findEvidence(text, [TAGS[language]], lexicon) }, language, () => 0);
}

describe('what can be a call in free words', () => {
  test.each<[Language, string]>([
    ['russian', 'ИГИЛ сегодня в новостях.'],
    ['russian', 'Напиши мне, поедем на стройку.'],
    ['tajik', 'ДИИШ дар хабарҳо ёд шуд.'],
    ['uzbek', 'Менга ёзинг, бирга борамиз.'],
    ['russian', 'Братья мои.'],
    ['russian', 'Брат, не вступай в ИГИЛ.'],
    ['uzbek', 'Ука, ИШИДга қўшилма.'],
  ])(
    'in %s, a group without an act, an act without a group, or an act that is denied is none: «%s»',
    (language, words) => {
      expect(weighed(words, language)).toBeUndefined();
    },
  );

  test.each<[Language, string]>([
    ['russian', 'Расскажи маме об ИГИЛ, пиши.'],
    ['russian', 'Мы поможем вам, вступайте в союз против ИГИЛ.'],
    ['tajik', 'Ба мо нависед, мо бар зидди ДИИШ меҷангем.'],
    ['uzbek', 'ИШИДдан чиқинг, менга ёзинг.'],
    ['uzbek', 'ИШИД ҳақида менга ёзинг.'],
  ])('in %s, a group that is spoken of, against or away from is no side: «%s»', (language, words) => {
    expect(weighed(words, language)).toBeUndefined();
  });

  test('the same words for a group are weighed, with what asks and who is meant', () => {
    expect(weighed('Пиши мне про дорогу, брат, ИГИЛ поможет тебе.', 'russian')?.factors).toMatchObject({
      involves: 1,
      side: 0,
      reporting: 0,
    });
  });

  it('an act whose gap holds the name of the group is weighed, too', () => {
    expect(weighed('Ҳар кӣ хоҳад, аскари ДИИШ мешавад.', 'tajik')?.factors).toMatchObject({ act: 1 });
  });

  it('starts and ends of a text stand beside no word that speaks of the group', () => {
    expect(weighed('Сизни ИШИД кутяпти, келинг', 'uzbek')).toBeDefined();
    expect(weighed('Келинг, сизни кутяпти ИШИД', 'uzbek')).toBeDefined();
  });
});

describe('what is said of it', () => {
  const words = 'Наши из ИГИЛ ждут, сам решай, когда тебе к нам.';

  it('alerts, at most to be looked at, and says why', () => {
    const { level, reasons, polarity } = assess(words);
    expect({ level, polarity }).toEqual({ level: 'review', polarity: 'for' });
    expect(reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pattern', 'term']));
    for (const { start, end, text } of reasons) expect(words.slice(start, end)).toBe(text);
  });
});
