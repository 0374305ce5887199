import type { Token } from '../text/token.js';
import { changeReadings, type Places, type Readings } from './change-readings.js';
import type { Grammar } from './evidence.js';
import type { WordReading } from './read-tokens.js';

/** Words before a past form among which its subject is looked for. */
const REACH = 6;
/** Words between a speaker who names himself and what he says he did. */
const SPEAKER_REACH = 9;

/** Subjects that tell a person. */
const PERSONS: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['я', 1],
  ['мы', 1],
  ['ты', 2],
  ['вы', 2],
  ['он', 3],
  ['она', 3],
  ['они', 3],
  ['кто', 3],
  ['который', 3],
  ['которая', 3],
  ['которые', 3],
  ['ya', 1],
  ['ja', 1],
  ['my', 1],
  ['mi', 1],
  ['ti', 2],
  ['ty', 2],
  ['vi', 2],
  ['vy', 2],
  ['on', 3],
  ['ona', 3],
  ['oni', 3],
  ['kto', 3],
]);

/**
 * A Russian past form tells no person, its subject does: «я присягнул», «почему ты не вступил». The nearest pronoun before
 * it in its clause counts.
 */
export function readSubject(tokens: readonly Token[], readings: Readings, places: Places): Readings {
  return changeReadings(readings, places, lacksPerson, (words, index) => {
    const person = subjectBefore(tokens, index) ?? speakerOf(tokens, index);
    if (person === undefined) return words;
    return words.map((word) => (lacksPerson(word) ? { ...word, grammar: { ...word.grammar, person } } : word));
  });
}

function lacksPerson({ language, grammar }: WordReading): boolean {
  return (
    language === 'russian' && grammar.mood === 'indicative' && grammar.tense === 'past' && grammar.person === undefined
  );
}

function subjectBefore(tokens: readonly Token[], index: number): Grammar['person'] {
  for (let at = index; at > 0 && index - at < REACH; at -= 1) {
    if (tokens[at]?.before !== 'none') return undefined;
    const person = PERSONS.get(tokens[at - 1]?.form ?? '');
    if (person !== undefined) return person;
  }
  return undefined;
}

/** «Мы, братья из Душанбе, присягнули»: a speaker who names himself behind a comma opens the sentence. */
function speakerOf(tokens: readonly Token[], index: number): Grammar['person'] {
  const sentence = tokens[index]?.sentence;
  let at = index;
  while (at > 0 && index - at < SPEAKER_REACH && tokens[at - 1]?.sentence === sentence) at -= 1;
  const opens = tokens[at - 1]?.sentence !== sentence;
  const person = PERSONS.get(tokens[at]?.form ?? '');
  return opens && person === 1 && tokens[at + 1]?.before === 'comma' ? person : undefined;
}
