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
    'ИШИД канали ёпилсин, унга ҳеч ким қўшилмасин.',
    'Мы не воюем за ИГИЛ. Я поеду домой в Душанбе.',
    'Мы не вступаем в ИГИЛ. Подписывайтесь на наш канал.',
    'Мо ба ДИИШ ҳамроҳ намешавем. Ба канали мо обуна шавед.',
    'Биз ИШИДга байъат қилмаймиз. Келинг, тинч яшайлик.',
    'Ба ДИИШ ҳамроҳ нашудан беҳтар аст. Ман ба хона меравам.',
    'ИГИЛ до тебя не доберётся.',
    'Не вступайте в ИГИЛ, слышите?',
    'Лучше не вступать в ИГИЛ, правда?',
    'ИШИДга қўшилмайлик, хўпми?',
  ])('is plainly so where it forbids, refuses or wishes away: «%s»', (words) => {
    expect(new Set(open(words))).toEqual(new Set([false]));
    expect(['none', 'watch']).toContain(assess(words).level);
  });

  test.each([
    'Разве стрелок из Даиш не герой?',
    'IShID askarlari sizlarni topolmaydi deb oʻylaysizlarmi?',
    'Шумо ба ДОИШ итоат намекунед, мо шуморо мекушем.',
  ])('alerts where it asks, or excuses what is announced, and its wording calls: «%s»', (words) => {
    expect(open(words)).toContain(true);
    expect(['review', 'urgent']).toContain(assess(words).level);
  });

  test.each([
    'Мой брат не платит ИГИЛ, а ты плати.',
    'Гумон мекунед, ки ҷангиёни ДИИШ шуморо намеёбанд?',
    'Неужели мы не вступим в ИГИЛ?',
    'Мо ба ДИИШ ҳамроҳ намешавем?',
  ])('is left open, and left to the wording: «%s»', (words) => {
    expect(open(words)).toContain(true);
  });

  test.each([
    'Ба ДОИШ ҳамроҳ нашавед, ба хона баргардед.',
    'Не вступайте в ИГИЛ, идите учиться.',
    'ИШИДга қўшилманг, ишга келинг.',
  ])('stays quiet where its other side is harmless: «%s»', (words) => {
    expect(['none', 'watch']).toContain(assess(words).level);
  });
});
