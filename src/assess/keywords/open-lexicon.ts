import type { Language } from '../assessment.js';
import type { CompiledLexicon, WordTables } from './compiled-lexicon.js';
import { buildLetterTree } from './letter-tree.js';
import type { CompiledPattern, LanguageTables, LexiconTables, StemUse } from './lexicon-tables.js';
import { plantPhrases } from './phrase-tree.js';
import { type Role, roleBit } from './roles.js';

/** Makes the tables of a lexicon ready to find words with. */
export function openLexicon({ languages, phrases, patterns, words }: LexiconTables): CompiledLexicon {
  return {
    tables: new Map(languages.map((tables) => [tables.language, openLanguage(tables)])),
    phrases: plantPhrases(phrases),
    patternsOf: byAct(patterns),
    words,
  };
}

function openLanguage({ language, prefixes, stems, endings, auxiliaries }: LanguageTables): WordTables {
  const uses = new Map<string, StemUse[]>();
  for (const stem of stems) {
    const known = uses.get(stem.key);
    if (known === undefined) uses.set(stem.key, [stem]);
    else known.push(stem);
  }
  return {
    language,
    prefixes,
    stems: buildLetterTree([...uses.keys()]),
    uses: [...uses.values()],
    endings: buildLetterTree(endings.flatMap((group) => group.endings)),
    meanings: endings.flatMap((group) => group.endings.map(() => group.meanings)),
    auxiliaries,
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
