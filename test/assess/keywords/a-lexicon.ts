import { parse } from 'yaml';
import type { OurTag } from '../../../src/assess/assessment.js';
import { compileLexicon } from '../../../src/assess/keywords/compile-lexicon.js';
import type { CompiledLexicon } from '../../../src/assess/keywords/compiled-lexicon.js';
import type { Evidence, Grammar } from '../../../src/assess/keywords/evidence.js';
import { findEvidence } from '../../../src/assess/keywords/find-evidence.js';
import { normalise } from '../../../src/assess/text/normalise.js';
import { groupsFileSchema } from '../../../src/packs/format/groups.js';
import { lexiconFileSchema } from '../../../src/packs/format/lexicon.js';
import { patternsFileSchema } from '../../../src/packs/format/patterns.js';

const HEAD = { source: 'test', licence: 'MIT' };

/** Compiles one language's entries, verbs, cues and patterns written as YAML, with a few groups when asked. */
export function aLexicon(language: 'tajik' | 'uzbek' | 'russian', yaml: string, patterns = ''): CompiledLexicon {
  const file = lexiconFileSchema.parse({ ...HEAD, language, entries: [], ...parse(yaml) });
  const shared = patternsFileSchema.parse({ patterns: patterns === '' ? [] : parse(patterns) });
  return compileLexicon({ lexicons: [file], groups: [], patterns: shared.patterns });
}

/** Compiles a group list for all three languages. */
export function aGroupLexicon(yaml: string): CompiledLexicon {
  const groups = groupsFileSchema.parse({ source: 'test', reviewedOn: '2026-01-01', groups: parse(yaml) });
  const lexicons = (['tajik', 'uzbek', 'russian'] as const).map((language) =>
    lexiconFileSchema.parse({ ...HEAD, language, entries: [] }),
  );
  return compileLexicon({ lexicons, groups: groups.groups, patterns: [] });
}

/** Evidence for a plain text. */
export function evidence(text: string, lexicon: CompiledLexicon, tags: readonly OurTag[]): Evidence {
  return findEvidence(normalise(text), tags, lexicon);
}

/** The form of the first hit in a few letters: `NEG imperative 2`; undefined when nothing hit. */
export function formOf(text: string, lexicon: CompiledLexicon, tags: readonly OurTag[]): string | undefined {
  const [hit] = evidence(text, lexicon, tags).hits;
  return hit === undefined ? undefined : spell(hit.grammar);
}

function spell({ negated, mood, person, tense }: Grammar): string {
  return [negated ? 'NEG' : '', mood, person ?? '', tense ?? ''].filter((part) => part !== '').join(' ');
}
