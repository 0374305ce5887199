import type { Language } from '../assessment.js';
import { rememberWords } from '../text/remember-words.js';
import type { CompiledLexicon, WordTables } from './compiled-lexicon.js';
import type { CompiledPattern, LanguageTables, LexiconTables } from './lexicon-tables.js';
import { lookUpWord, type WrittenWord } from './look-up-word.js';
import { plantPhrases } from './phrase-tree.js';
import { type Role, roleBit } from './roles.js';
import { tellingRoles } from './telling-roles.js';
import { indexWords } from './word-index.js';
import type { WordReading } from './word-reading.js';

/** Makes the tables of a lexicon ready to find words with. */
export function openLexicon(lexicon: LexiconTables): CompiledLexicon {
  const { languages, patterns, words } = lexicon;
  const tables = languages.map(openLanguage);
  return {
    tables: new Map(tables.map((table) => [table.language, table])),
    readerIn: readersOf(tables),
    phrases: plantPhrases(lexicon),
    couldTell: tellingRoles(lexicon),
    patternsOf: byAct(patterns),
    words,
  };
}

function openLanguage({ language, prefixes, stems, uses, endings, auxiliaries }: LanguageTables): WordTables {
  return {
    language,
    prefixes,
    stems: indexWords(stems),
    uses,
    endings: indexWords(endings.flatMap((group) => group.endings)),
    meanings: endings.flatMap((group) => group.endings.map(() => group.meanings)),
    auxiliaries,
  };
}

/**
 * Remembers all languages of a word in one place, each once it was asked for: to find the place again is most of what
 * remembering costs.
 */
function readersOf(tables: readonly WordTables[]): CompiledLexicon['readerIn'] {
  const newWord = (): (readonly WordReading[] | undefined)[] => tables.map(() => undefined);
  const known = { Cyrl: rememberWords(newWord), Latn: rememberWords(newWord) };
  const numbers = new Map(tables.map(({ language }, number) => [language, number]));
  return (languages) => {
    const asked = [...languages].flatMap((language) => numbers.get(language) ?? []);
    return (form, script) => {
      const word = known[script](form);
      let readings = NONE;
      for (const number of asked) {
        word[number] ??= lookUpIn(tables[number], { form, script });
        const found = word[number];
        if (found.length > 0) readings = readings.length === 0 ? found : [...readings, ...found];
      }
      return readings;
    };
  };
}

const NONE: readonly WordReading[] = [];

function lookUpIn(table: WordTables | undefined, written: WrittenWord): readonly WordReading[] {
  return table === undefined ? NONE : lookUpWord(written, table);
}

function byAct(patterns: readonly CompiledPattern[]): CompiledLexicon['patternsOf'] {
  const known = new Map<string, readonly CompiledPattern[]>();
  return (role: Role, language: Language) => {
    const key = `${language} ${role}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const own = patterns.filter(
      (pattern) =>
        ((pattern.roleMasks[0] ?? 0) & roleBit(role)) !== 0 &&
        (pattern.language === undefined || pattern.language === language),
    );
    known.set(key, own);
    return own;
  };
}
