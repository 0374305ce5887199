import type { Grammar } from './evidence.js';
import { type EndingGroup, NO_TABLE } from './lexicon-tables.js';
import type { Endings } from './morphology/morphology.js';

/** Numbers the tables of endings that stems use, each once. */
export interface EndingTables {
  /** The number of a table; {@link NO_TABLE} for none. */
  readonly numberOf: (endings: Endings | undefined) => number;
  /** Every ending of every numbered table, those that say the same together. */
  readonly groups: () => readonly EndingGroup[];
}

export function gatherEndings(): EndingTables {
  const numbers = new Map<Endings, number>();
  return {
    numberOf: (endings) => {
      if (endings === undefined) return NO_TABLE;
      const known = numbers.get(endings) ?? numbers.size;
      numbers.set(endings, known);
      return known;
    },
    groups: () => groupsOf([...numbers.keys()]),
  };
}

function groupsOf(tables: readonly Endings[]): readonly EndingGroup[] {
  const meanings = new Map<string, (Grammar | undefined)[]>();
  for (const [number, table] of tables.entries()) {
    for (const [ending, meaning] of table) {
      const known = meanings.get(ending) ?? new Array<Grammar | undefined>(tables.length).fill(undefined);
      known[number] = meaning;
      meanings.set(ending, known);
    }
  }
  const marks = new Map<Grammar | undefined, number>();
  const markOf = (meaning: Grammar | undefined): number => {
    const mark = marks.get(meaning) ?? marks.size;
    marks.set(meaning, mark);
    return mark;
  };
  const groups = new Map<string, { readonly endings: string[]; readonly meanings: readonly (Grammar | undefined)[] }>();
  for (const [ending, row] of meanings) {
    const key = row.map(markOf).join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { endings: [ending], meanings: row });
    else group.endings.push(ending);
  }
  return [...groups.values()];
}
