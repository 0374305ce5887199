import type { EndingTables } from './gather-endings.js';
import type { LanguageTables, StemUse } from './lexicon-tables.js';
import type { Stem } from './morphology/morphology.js';

/** Collects the stems of one language, each once, with the words that begin so. */
export interface StemTables {
  readonly add: (stem: Stem, word: number) => void;
  readonly all: () => Pick<LanguageTables, 'stems' | 'uses'>;
}

export function gatherStems(endings: EndingTables): StemTables {
  const uses = new Map<string, StemUse[]>();
  return {
    add: (stem, word) => {
      const known = uses.get(stem.key) ?? [];
      uses.set(stem.key, known);
      known.push(toUse(stem, word, endings));
    },
    all: () => ({ stems: [...uses.keys()], uses: [...uses.values()] }),
  };
}

function toUse(stem: Stem, word: number, endings: EndingTables): StemUse {
  return {
    plain: stem.plain,
    word,
    tables: stem.endings.map(endings.numberOf),
    latinOnly: stem.latinOnly ?? false,
    withoutYo: stem.withoutYo ?? false,
    stemsTo: stem.stemsTo,
  };
}
