import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';
import type { Grammar } from '../../assess/keywords/evidence.js';
import { BARE, grammar } from '../../assess/keywords/grammar.js';
import type {
  CompiledPattern,
  EndingGroup,
  LanguageTables,
  LexiconTables,
  Meaning,
  Phrase,
  StemUse,
} from '../../assess/keywords/lexicon-tables.js';

// The manifest's format and hash say that these bytes are what this version of the program wrote, so the innermost values
// are taken as they are: checking each of them was a third of loading a pack.
const grammarSchema = z.union([z.literal('bare'), z.custom<Grammar>()]);
type GrammarJson = z.infer<typeof grammarSchema>;

const languageSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  prefixes: z.array(z.string()),
  endings: z.array(z.string()),
  auxiliaries: z.array(z.strictObject({ key: z.string(), table: z.number() })),
  /** Tables of endings by prefix: stems name one of these lists. */
  tables: z.array(z.array(z.number())),
  stems: z.array(z.string()),
});
type LanguageJson = z.infer<typeof languageSchema>;

/** `models/keywords.json`: the lexicon worked out, since doing so takes longer than all the rest of loading a pack. */
export const keywordsFileSchema = z
  .strictObject({
    words: z.number(),
    grammars: z.array(grammarSchema),
    languages: z.array(languageSchema),
    meanings: z.array(z.custom<Meaning>()),
    phrases: z.array(z.string()),
    patterns: z.array(z.custom<CompiledPattern>()),
  })
  .transform(({ words, grammars, languages, meanings, phrases, patterns }): LexiconTables => {
    const known = grammars.map(readGrammar);
    return {
      words,
      languages: languages.map((language) => readLanguage(language, known)),
      phrases: phrases.flatMap((line) => readPhrase(line, meanings)),
      patterns,
    };
  });

/** The lexicon as {@link keywordsFileSchema} reads it: a line a stem, a phrase, a group of endings. */
export function keywordsToJson({ words, languages, phrases, patterns }: LexiconTables): string {
  const meanings = [...new Set(phrases.map(({ meaning }) => meaning))];
  const numbers = new Map(meanings.map((meaning, index) => [meaning, index]));
  const grammars = numberGrammars();
  const written = languages.map((language) => writeLanguage(language, grammars.numberOf));
  const json: z.input<typeof keywordsFileSchema> = {
    words,
    grammars: grammars.all(),
    languages: written,
    meanings,
    phrases: phrases.map(({ places, meaning }) => writePhrase(places, numbers.get(meaning) ?? 0)),
    patterns: [...patterns],
  };
  return `${layOut(json)}\n`;
}

/** Longer values are parted, an item a line, so that changes can be read. */
const LONGEST_LINE = 400;

function layOut(value: unknown): string {
  const line = JSON.stringify(value);
  if (line.length <= LONGEST_LINE || typeof value !== 'object' || value === null) return line;
  if (Array.isArray(value)) return `[\n${value.map(layOut).join(',\n')}\n]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{\n${members.map(([key, member]) => `${JSON.stringify(key)}:${layOut(member)}`).join(',\n')}\n}`;
}

/** All of one shape, as training knew them; BARE is the one that is told from others by being itself. */
function readGrammar(json: GrammarJson): Grammar {
  if (json === 'bare') return BARE;
  const known = grammar(json.mood, json.person, json.tense, json.negated);
  return json.case === undefined ? known : { ...known, case: json.case };
}

/** Numbers grammars that say the same as one. */
function numberGrammars() {
  const numbers = new Map<string, { readonly number: number; readonly json: GrammarJson }>();
  return {
    numberOf: (one: Grammar): number => {
      const json = one === BARE ? 'bare' : one;
      const key = JSON.stringify(json);
      const known = numbers.get(key) ?? { number: numbers.size, json };
      numbers.set(key, known);
      return known.number;
    },
    all: () => [...numbers.values()].map(({ json }) => json),
  };
}

function writeLanguage(from: LanguageTables, numberOf: (grammar: Grammar) => number): LanguageJson {
  const { language, prefixes, stems, endings, auxiliaries } = from;
  const lists = new Map<string, number>();
  for (const { tables } of stems) if (!lists.has(tables.join())) lists.set(tables.join(), lists.size);
  return {
    language,
    prefixes: [...prefixes],
    endings: endings.map((group) => writeEndings(group, numberOf)),
    auxiliaries: [...auxiliaries],
    tables: [...lists.keys()].map((list) => list.split(',').map(Number)),
    stems: stems.map((stem) => writeStem(stem, lists.get(stem.tables.join()) ?? 0)),
  };
}

function readLanguage(from: LanguageJson, grammars: readonly Grammar[]): LanguageTables {
  const { language, prefixes, endings, auxiliaries, tables, stems } = from;
  return {
    language,
    prefixes,
    endings: endings.map((line) => readEndings(line, grammars)),
    auxiliaries,
    stems: stems.map((line) => readStem(line, tables)),
  };
}

/** `table:grammar table:grammar = ending ending`. */
function writeEndings({ endings, meanings }: EndingGroup, numberOf: (grammar: Grammar) => number): string {
  const means = meanings.flatMap((one, table) => (one === undefined ? [] : [`${table}:${numberOf(one)}`]));
  return `${means.join(' ')} = ${endings.join(' ')}`;
}

function readEndings(line: string, grammars: readonly Grammar[]): EndingGroup {
  const [means = '', endings = ''] = line.split(' = ');
  const meanings: (Grammar | undefined)[] = [];
  for (const pair of means.split(' ')) {
    const [table = 0, number = 0] = pair.split(':').map(Number);
    while (meanings.length < table) meanings.push(undefined);
    meanings.push(grammars[number]);
  }
  return { endings: endings.split(' '), meanings };
}

/** `key plain word tables`, then what is asked of a form: `latin`, `no-ё`, natural's stems joined by `|`. */
function writeStem(stem: StemUse, tables: number): string {
  const { key, plain, word, latinOnly, withoutYo, stemsTo } = stem;
  const asked = [...(latinOnly ? ['latin'] : []), ...(withoutYo ? ['no-ё'] : [])];
  const stems = stemsTo === undefined ? [] : [`=${stemsTo.join('|')}`];
  return [key, plain, word, tables, ...asked, ...stems].join(' ');
}

function readStem(line: string, lists: readonly (readonly number[])[]): StemUse {
  const [key = '', plain = '', word, tables, ...asked] = line.split(' ');
  const stems = asked.find((one) => one.startsWith('='));
  return {
    key,
    plain,
    word: Number(word),
    tables: lists[Number(tables)] ?? [],
    latinOnly: asked.includes('latin'),
    withoutYo: asked.includes('no-ё'),
    stemsTo: stems?.slice(1).split('|'),
  };
}

/** `meaning gap:word|word gap:word`. */
function writePhrase(places: Phrase['places'], meaning: number): string {
  return [meaning, ...places.map(({ gap, words }) => `${gap}:${words.join('|')}`)].join(' ');
}

function readPhrase(line: string, meanings: readonly Meaning[]): Phrase[] {
  const [number, ...places] = line.split(' ');
  const meaning = meanings[Number(number)];
  return meaning === undefined ? [] : [{ meaning, places: places.map(readPlace) }];
}

function readPlace(place: string): Phrase['places'][number] {
  const colon = place.indexOf(':');
  return {
    gap: Number(place.slice(0, colon)),
    words: place
      .slice(colon + 1)
      .split('|')
      .map(Number),
  };
}
