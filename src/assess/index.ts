import type { AssessParts } from './assess-parts.js';
import type { Assessment } from './assessment.js';
import type { Decision } from './decide/decision.js';
import { explain } from './decide/explain.js';
import { bayesOf, type Examined, examine, judge } from './examine.js';

export type { AssessParts } from './assess-parts.js';

/** Makes the function that says what we think of a text. Pure: same text and same pack, same answer. */
export function createAssess(parts: AssessParts): (text: string) => Assessment {
  return (text) => {
    const examined = examine(text, parts);
    const bayes = bayesOf(examined.text, parts);
    const decision = judge(examined, parts, bayes);
    const common = {
      notAssessed: examined.notAssessed,
      language: examined.languages[0]?.tag ?? 'und',
      languages: examined.languages,
      level: decision.level,
      score: Math.round(decision.score * 100) / 100,
      category: decision.category,
      polarity: decision.polarity,
      pack: parts.pack,
    };
    if (decision.level === 'none') return { ...common, reasons: [] };
    return { ...common, reasons: reasonsFor(examined, decision, { ...parts, reading: bayes }) };
  };
}

function reasonsFor(
  examined: Examined,
  decision: Decision,
  parts: AssessParts & { readonly reading: ReturnType<typeof bayesOf> },
): Assessment['reasons'] {
  const language = decision.grounds?.pattern.language;
  const reading = language === undefined ? undefined : parts.reading(language);
  const table = language === undefined ? undefined : parts.bayes[language]?.table;
  return explain({
    original: examined.text.original,
    tokens: examined.text.tokens,
    evidence: examined.evidence,
    decision,
    bayes: reading && table && { table, features: reading.features, label: reading.opinion.label },
  });
}
