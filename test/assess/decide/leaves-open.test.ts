import { describe, expect, test } from '@jest/globals';
import { leavesOpen } from '../../../src/assess/decide/leaves-open.js';
import { examine } from '../../../src/assess/examine.js';
import { createAssess } from '../../../src/assess/index.js';
import { readPack } from '../../../src/packs/read-pack.js';
import { SHIPPED_PACK } from '../shipped-pack.js';

const { parts } = readPack(SHIPPED_PACK);
const assess = createAssess(parts);

/** For each denied act of a text: whether it is left open how that is meant. */
function open(words: string): readonly boolean[] {
  const examined = examine(words, parts);
  const denied = examined.evidence.patterns.filter(({ polarity }) => polarity === 'against');
  return denied.map((pattern) => leavesOpen(pattern, examined));
}

describe('what is spoken against', () => {
  test.each([
    'Не вступай в ИГИЛ.',
    'Ба ДИИШ ҳамроҳ нашавед, бародарон.',
    'ИШИДга қўшилманг, уйда ўтиринг.',
    'Хорасанга борманглар.',
  ])('is plainly so where nothing is asked: «%s»', (words) => {
    expect(open(words)).not.toContain(true);
    expect(['none', 'watch']).toContain(assess(words).level);
  });

  test.each([
    'Разве стрелок из Даиш не герой?',
    'Гумон мекунед, ки ҷангиёни ДИИШ шуморо намеёбанд?',
    'IShID askarlari sizlarni topolmaydi deb oʻylaysizlarmi?',
  ])('is left open in a question: «%s»', (words) => {
    expect(open(words)).toContain(true);
  });

  test.each(['Мой брат не платит ИГИЛ, а ты плати.', 'Шумо ба ДОИШ итоат намекунед, мо шуморо мекушем.'])(
    'is left open beside an act that the reader is asked for, or that is announced: «%s»',
    (words) => {
      expect(open(words)).toContain(true);
    },
  );

  test.each([
    'Разве можно не презирать ИГИЛ?',
    'Кӣ ба ДИИШ ҳамроҳ намешавад?',
    'ИШИДга қўшилмадингизми, ростини айтинг?',
  ])('is no call for being asked: «%s»', (words) => {
    expect(['none', 'watch']).toContain(assess(words).level);
  });
});
