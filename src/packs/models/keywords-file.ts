import { z } from 'zod';
import { LANGUAGES } from '../../assess/assessment.js';
import type { Grammar } from '../../assess/keywords/evidence.js';
import { BARE, grammar } from '../../assess/keywords/grammar.js';
import type {
  CompiledPattern,
  EndingGroup,
  Items,
  LanguageTables,
  LexiconTables,
  Meaning,
  Phrase,
  PhrasePlace,
  StemUse,
} from '../../assess/keywords/lexicon-tables.js';
import { readNumbers, readOnce, readWhenAsked } from './read-lines.js';

// The manifest's format and hash say that these bytes are what this version of the program wrote, so lists are taken as they
// are: checking each item was a third of loading a pack.
const lines = z.custom<readonly string[]>(Array.isArray);
const masks = z.custom<readonly number[]>(Array.isArray);
type GrammarJson = 'bare' | Grammar;

const languageSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  prefixes: lines,
  /** `table:grammar table:grammar = ending ending` */
  endings: lines,
  auxiliaries: z.custom<LanguageTables['auxiliaries']>(Array.isArray),
  /** Tables of endings by prefix: stems name one of these lists. */
  tables: z.custom<readonly (readonly number[])[]>(Array.isArray),
  /** `stem plain word tables<tab>plain word tables` */
  stems: lines,
});
type LanguageJson = z.infer<typeof languageSchema>;

/**
 * `models/keywords.json`: the lexicon worked out, since doing so takes longer than all the rest of loading a pack. What is
 * numbered is numbered by its place in its list. A line says what one stem, phrase or word is about, and is read when that is
 * first met in a text: most never are, and reading all of them was half of loading a pack, and most of its memory.
 */
export const keywordsFileSchema = z
  .strictObject({
    words: z.number(),
    grammars: z.custom<readonly GrammarJson[]>(Array.isArray),
    languages: z.array(languageSchema),
    meanings: z.custom<readonly Meaning[]>(Array.isArray),
    /** `gap:word|word` */
    places: lines,
    /** `meaning place place` */
    phrases: lines,
    /** By word: `phrase phrase` */
    begun: lines,
    /** By word, see {@link WordRoles}. */
    roles: z.strictObject({ alone: masks, first: masks, last: masks }),
    patterns: z.custom<readonly CompiledPattern[]>(Array.isArray),
  })
  .transform(({ words, grammars, languages, meanings, phrases, begun, roles, patterns, ...json }): LexiconTables => {
    const known = grammars.map(readGrammar);
    const places = readOnce(json.places, readPlace);
    return {
      words,
      languages: languages.map((language) => readLanguage(language, known)),
      phrases: readWhenAsked(phrases, (line) => readPhrase(line, meanings, places)),
      begun: readWhenAsked(begun, readNumbers),
      roles: {
        alone: new Int32Array(roles.alone),
        first: new Int32Array(roles.first),
        last: new Int32Array(roles.last),
      },
      patterns,
    };
  });

/** The lexicon as {@link keywordsFileSchema} reads it: a line a stem, a phrase, a group of endings. */
export function keywordsToJson({ words, languages, phrases, begun, roles, patterns }: LexiconTables): string {
  const grammars = numberGrammars();
  const read = [...phrases];
  const meanings = numberEach(read.map(({ meaning }) => meaning));
  const places = numberEach(read.flatMap((phrase) => phrase.places.map(writePlace)));
  const written = languages.map((language) => writeLanguage(language, grammars.numberOf));
  const json: z.input<typeof keywordsFileSchema> = {
    words,
    grammars: grammars.all(),
    languages: written,
    meanings: [...meanings.keys()],
    places: [...places.keys()],
    phrases: read.map((phrase) =>
      [meanings.get(phrase.meaning), ...phrase.places.map((place) => places.get(writePlace(place)))].join(' '),
    ),
    begun: [...begun].map((started) => started.join(' ')),
    roles: { alone: [...roles.alone], first: [...roles.first], last: [...roles.last] },
    patterns,
  };
  return `${layOut(json)}\n`;
}

/** Numbers what is not the same, in the order in which it is met. */
function numberEach<T>(items: readonly T[]): ReadonlyMap<T, number> {
  return new Map([...new Set(items)].map((item, number) => [item, number]));
}

/** Longer values are parted, an item a line, so that changes can be read; numbers stay together. */
const LONGEST_LINE = 400;

function layOut(value: unknown): string {
  const line = JSON.stringify(value);
  if (line.length <= LONGEST_LINE || typeof value !== 'object' || value === null) return line;
  if (Array.isArray(value) && typeof value[0] === 'number') return line;
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
  const { language, prefixes, endings, auxiliaries } = from;
  const uses = [...from.uses];
  const lists = new Map<string, number>();
  for (const { tables } of uses.flat()) if (!lists.has(tables.join())) lists.set(tables.join(), lists.size);
  const writeOne = (use: StemUse): string => writeUse(use, lists.get(use.tables.join()) ?? 0);
  return {
    language,
    prefixes: [...prefixes],
    endings: endings.map((group) => writeEndings(group, numberOf)),
    auxiliaries: [...auxiliaries],
    tables: [...lists.keys()].map((list) => list.split(',').map(Number)),
    stems: from.stems.map((stem, number) => `${stem} ${uses[number]?.map(writeOne).join('\t')}`),
  };
}

function readLanguage(from: LanguageJson, grammars: readonly Grammar[]): LanguageTables {
  const { language, prefixes, endings, auxiliaries, tables, stems } = from;
  return {
    language,
    prefixes,
    endings: endings.map((line) => readEndings(line, grammars)),
    auxiliaries,
    stems: stems.map((line) => line.slice(0, line.indexOf(' '))),
    uses: readOnce(stems, (line) => readUses(line, tables)),
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

/** `plain word tables`, then what is asked of a form: `latin`, `no-ё`, natural's stems joined by `|`. */
function writeUse({ plain, word, latinOnly, withoutYo, stemsTo }: StemUse, tables: number): string {
  const asked = [...(latinOnly ? ['latin'] : []), ...(withoutYo ? ['no-ё'] : [])];
  const stems = stemsTo === undefined ? [] : [`=${stemsTo.join('|')}`];
  return [plain, word, tables, ...asked, ...stems].join(' ');
}

/** What stands behind the stem in its line. */
function readUses(line: string, lists: readonly (readonly number[])[]): readonly StemUse[] {
  return line
    .slice(line.indexOf(' ') + 1)
    .split('\t')
    .map((use) => readUse(use, lists));
}

function readUse(text: string, lists: readonly (readonly number[])[]): StemUse {
  const [plain = '', word, tables, ...asked] = text.split(' ');
  const stems = asked.find((one) => one.startsWith('='));
  return {
    plain,
    word: Number(word),
    tables: lists[Number(tables)] ?? [],
    latinOnly: asked.includes('latin'),
    withoutYo: asked.includes('no-ё'),
    stemsTo: stems?.slice(1).split('|'),
  };
}

/** `gap:word|word`. */
function writePlace({ gap, words }: PhrasePlace): string {
  return `${gap}:${words.join('|')}`;
}

/** Stands for the meaning of a number that no meaning has: the context that nothing asks for. */
const MEANINGLESS: Meaning = { kind: 'context', context: -1 };

/** Stands for the place of a number that no place has: no word stands there. */
const NOWHERE: PhrasePlace = { gap: 0, words: [] };

function readPhrase(line: string, meanings: readonly Meaning[], known: Items<PhrasePlace>): Phrase {
  const [meaning = 0, ...places] = readNumbers(line);
  return {
    meaning: meanings[meaning] ?? MEANINGLESS,
    places: places.map((place) => known.at(place) ?? NOWHERE),
  };
}

function readPlace(place: string): PhrasePlace {
  const colon = place.indexOf(':');
  return { gap: Number(place.slice(0, colon)), words: readNumbers(place.slice(colon + 1), '|') };
}
