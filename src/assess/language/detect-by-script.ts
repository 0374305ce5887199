import type { OurTag, RankedLanguage } from '../assessment.js';
import type { NormalisedText } from '../text/token.js';

/** Every classifier of the text's scripts, all equally likely. */
export function detectLanguage(text: NormalisedText): {
  readonly languages: readonly RankedLanguage[];
  readonly tags: readonly OurTag[];
} {
  const { cyrillic, latin } = text.letters;
  const tags: readonly OurTag[] = [
    ...(cyrillic > 0 ? (['tg', 'uz-Cyrl', 'ru'] as const) : []),
    ...(latin > 0 ? (['uz-Latn', 'tg-Latn', 'ru-Latn'] as const) : []),
  ];
  const languages = tags.map((tag) => ({ tag, probability: 1 / tags.length }));
  return { languages: languages.length > 0 ? languages : [{ tag: 'und', probability: 1 }], tags };
}
