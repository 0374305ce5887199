import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import { grammar } from './grammar.js';
import type { WordReading } from './word-reading.js';

const INFINITIVE = grammar('infinitive');
/** Words that stand before an infinitive. */
const MODALS: ReadonlySet<string> = new Set(
  (
    'надо нужно пора можно должен должны должна обязан обязаны обязана готов готовы готова ' +
    'хочу хочешь хочет хотим хотите хотят могу можешь может можем можете могут решил решила решили желаю желаешь желаете ' +
    'давай давайте следует придется призываю призываем предлагаю предлагаем помогу поможем время осталось'
  ).split(' '),
);
const REACH = 2;

/** «надо вступит»: many leave the ь out, and behind a modal word only an infinitive can stand. */
export function readModal(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  return changeReadings(readings, places, isThird, (words, index) => {
    if (!hasModal(tokens, index)) return words;
    return words.map((word) =>
      isThird(word) ? { ...word, grammar: { ...INFINITIVE, negated: word.grammar.negated } } : word,
    );
  });
}

function isThird({ language, grammar: { mood, person, tense } }: WordReading): boolean {
  return language === 'russian' && mood === 'indicative' && person === 3 && tense === 'present';
}

function hasModal(tokens: readonly Token[], index: number): boolean {
  for (let at = index; at > 0 && index - at < REACH && tokens[at]?.before === 'none'; at -= 1)
    if (MODALS.has(tokens[at - 1]?.form ?? '')) return true;
  return false;
}
