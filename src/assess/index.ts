import type { AssessParts } from './assess-parts.js';
import { type Assessment, alerts, LEVELS, languagesOf } from './assessment.js';
import { likelyReadings } from './choose-readings.js';
import type { Decision } from './decide/decision.js';
import { explain } from './decide/explain.js';
import { bayesOf, type Examined, examine, judge } from './examine.js';
import { partSpelledOut } from './part-spelled-out.js';
import { otherReadings } from './text/other-readings.js';

export type { AssessParts } from './assess-parts.js';

/**
 * Makes the function that says what we think of a text. Pure: same text and same pack, same answer. Where disguise leaves more
 * than one reading open, those with known words come into question, and the one that asks loudest for a moderator counts.
 */
export function createAssess(parts: AssessParts): (text: string) => Assessment {
  return (text) => {
    const found = examine(text, parts);
    if (!found.text.ambiguous) return say(text, found, parts);
    const parted = partSpelledOut(found.text, languagesOf(found.tags), parts.lexicon);
    const plain = parted === undefined ? found : examine(parted, parts);
    const others = otherReadings(plain.text.original).map((other) => examine(other, parts));
    if (others.length === 0) return say(text, plain, parts);
    const readings = likelyReadings(plain, others, parts);
    return readings.map((reading) => say(text, reading, parts)).reduce(louder);
  };
}

function louder(a: Assessment, b: Assessment): Assessment {
  const [ofA, ofB] = [LEVELS.indexOf(a.level), LEVELS.indexOf(b.level)];
  return ofB > ofA || (ofB === ofA && ofB > 0 && b.score > a.score) ? b : a;
}

/** What is said of a text in one reading of it, which has every character where the text has it. */
function say(text: string, examined: Examined, parts: AssessParts): Assessment {
  const bayes = bayesOf(examined.text, parts);
  const decision = judge(examined, parts, bayes);
  const common = {
    // What can be read of a text counts, however much stands beside it that cannot.
    notAssessed: alerts(decision.level) ? undefined : examined.notAssessed,
    language: examined.languages[0]?.tag ?? 'und',
    languages: examined.languages,
    level: decision.level,
    score: Math.round(decision.score * 100) / 100,
    category: decision.category,
    polarity: decision.polarity,
    pack: parts.pack,
  };
  if (decision.level === 'none') return { ...common, reasons: [] };
  return { ...common, reasons: reasonsFor(text, examined, decision, { ...parts, reading: bayes }) };
}

function reasonsFor(
  original: string,
  examined: Examined,
  decision: Decision,
  parts: AssessParts & { readonly reading: ReturnType<typeof bayesOf> },
): Assessment['reasons'] {
  const language = decision.grounds?.pattern.language;
  const reading = language === undefined ? undefined : parts.reading(language);
  const table = language === undefined ? undefined : parts.bayes[language]?.table;
  return explain({
    original,
    tokens: examined.text.tokens,
    evidence: examined.evidence,
    decision,
    bayes: reading && table && { table, reading },
  });
}
