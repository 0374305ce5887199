import type { RankedLanguage } from '../assessment.js';
import type { NormalisedText } from '../text/token.js';
import type { LanguageModel, ScriptModel } from './language-model.js';
import { addWeights } from './word-features.js';

/** Languages of a text, most probable first. */
export function detectLanguage(text: NormalisedText, model: LanguageModel): readonly RankedLanguage[] {
  const { cyrillic, latin } = text.letters;
  const total = cyrillic + latin;
  if (total === 0) return [{ tag: 'und', probability: 1 }];
  const ranked: RankedLanguage[] = [];
  if (cyrillic > 0) rank(ranked, text, { script: 'Cyrl', model: model.cyrillic, share: cyrillic / total });
  if (latin > 0) rank(ranked, text, { script: 'Latn', model: model.latin, share: latin / total });
  return ranked.sort((a, b) => b.probability - a.probability);
}

function rank(
  ranked: RankedLanguage[],
  text: NormalisedText,
  part: { script: 'Cyrl' | 'Latn'; model: ScriptModel; share: number },
): void {
  const { model } = part;
  const sums = new Int32Array(model.classes);
  for (const token of text.tokens) if (token.script === part.script) addWeights(token.form, model, sums, 0);
  const logits = model.tags.map((_, index) => (sums[index] ?? 0) * model.scale + (model.bias[index] ?? 0));
  const top = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - top));
  const sum = odds.reduce((a, b) => a + b, 0);
  for (const [index, tag] of model.tags.entries()) {
    ranked.push({ tag, probability: ((odds[index] ?? 0) / sum) * part.share });
  }
}
