import { describe, expect, test } from '@jest/globals';
import { spokenForms } from '../../../src/assess/keywords/morphology/tajik-speech.js';

describe('A Tajik form given exactly is known as speech says it', () => {
  test.each([
    ['мегирад', ['мегира']],
    ['намеояд', ['намеоя']],
    ['мегиранд', ['мегиран']],
    ['биёед', ['биёетон', 'биёен']],
    ['равед', ['раветон', 'равен']],
    ['номатро', ['номата']],
    ['туро', ['туя', 'тура']],
    ['шуморо', ['шумоя', 'шумора']],
  ])('%s: %j', (form, spoken) => {
    expect(spokenForms(form)).toEqual(spoken);
  });

  test.each(['бад', 'сад', 'халифа', 'набард'])('%s is said as it is written', (form) => {
    expect(spokenForms(form)).toEqual([]);
  });
});
