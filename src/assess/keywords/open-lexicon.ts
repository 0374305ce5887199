import type { Language } from '../assessment.js';
import { rememberWords } from '../text/remember-words.js';
import type { CompiledLexicon, WordTables } from './compiled-lexicon.js';
import type { CompiledPattern, LanguageTables, LexiconTables } from './lexicon-tables.js';
import { lookUpWord } from './look-up-word.js';
import { plantPhrases } from './phrase-tree.js';
import { type Role, roleBit } from './roles.js';
import { tellingRoles } from './telling-roles.js';
import { indexWords } from './word-index.js';
import type { WordReader } from './word-reading.js';

/** Makes the tables of a lexicon ready to find words with. */
export function openLexicon(lexicon: LexiconTables): CompiledLexicon {
  const { languages, patterns, words } = lexicon;
  const tables = languages.map(openLanguage);
  return {
    tables: new Map(tables.map((table) => [table.language, table])),
    readers: new Map(tables.map((table) => [table.language, readerOf(table)])),
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

function readerOf(table: WordTables): WordReader {
  return {
    Cyrl: rememberWords((form) => lookUpWord({ form, script: 'Cyrl' }, table)),
    Latn: rememberWords((form) => lookUpWord({ form, script: 'Latn' }, table)),
  };
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
