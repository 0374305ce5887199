import { LANGUAGES, type Language } from '../assess/assessment.js';
import type { DecidedText } from '../store/pack-stores.js';

/** Texts of decided alerts as `examples/*.yaml` takes them, each with where it comes from. */
export interface ExportedExamples {
  readonly language: Language;
  readonly source: string;
  readonly licence: string;
  readonly examples: readonly {
    readonly label: string;
    readonly text: string;
    readonly source: string;
    readonly note?: string;
  }[];
}

/** The longest text that an example may hold. */
const MOST_CHARACTERS = 1000;
const SOURCE = "members' messages that moderators decided on";
const LICENCE = "not free: usable only with Discord's written permission";
/** Which kind of benign text a false alarm was, no verdict says. */
const UNSORTED = { label: 'everyday', note: 'a false alarm: name the kind of benign text' } as const;

/** Makes examples of decided texts, by language. Texts that are too long, or in no language of ours, are left out. */
export function exportExamples(texts: readonly DecidedText[]): readonly ExportedExamples[] {
  return LANGUAGES.flatMap((language) => {
    const own = texts.filter(
      ({ text, language: tag }) => languageOf(tag) === language && text.length <= MOST_CHARACTERS,
    );
    const known = new Map(own.map((one) => [one.text, one]));
    if (known.size === 0) return [];
    return [{ language, source: SOURCE, licence: LICENCE, examples: [...known.values()].map(toExample) }];
  });
}

function toExample({ text, category, verdict, at, community }: DecidedText): ExportedExamples['examples'][number] {
  const source = `${verdict} on ${at.toISOString().slice(0, 10)} in community ${community}`;
  return verdict === 'confirmed' ? { label: category, text, source } : { ...UNSORTED, text, source };
}

function languageOf(tag: string): Language | undefined {
  const [base] = tag.split('-', 1);
  if (base === 'tg') return 'tajik';
  if (base === 'uz') return 'uzbek';
  return base === 'ru' ? 'russian' : undefined;
}
