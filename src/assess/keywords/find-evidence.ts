import { type Language, languagesOf, type OurTag } from '../assessment.js';
import type { NormalisedText } from '../text/token.js';
import { withAnyActs } from './any-act/find-any-acts.js';
import { applyCues, turnTerms } from './apply-cues.js';
import { placesOfForms, type Readings } from './change-readings.js';
import type { CompiledLexicon, WordTables } from './compiled-lexicon.js';
import type { Evidence } from './evidence.js';
import { findPhrases } from './find-phrases.js';
import { findTerms } from './find-terms.js';
import { findCues, outsideNames } from './govern.js';
import { surveyText } from './judge-context.js';
import { lendAuxiliaries } from './lend-auxiliary.js';
import { lendCase } from './lend-case.js';
import { matchPatterns } from './match-patterns.js';
import { readDoubleDenial } from './read-double-denial.js';
import { readFuture } from './read-future.js';
import { readModal } from './read-modal.js';
import { readParticiple } from './read-participle.js';
import { readSake } from './read-sake.js';
import { readSubject } from './read-subject.js';
import { readTokens } from './read-tokens.js';
import { readUndone } from './read-undone.js';
import { readWish } from './read-wish.js';
import { turnToExhortation } from './turn-to-exhortation.js';

const NOTHING: Evidence = { hits: [], patterns: [], cues: [] };

/**
 * All that keywords have to say about a text: words with role and grammar, patterns over them, and cues that govern the
 * patterns. Reads each token once in each language asked for; the cost does not grow with the lexicon.
 */
export function findEvidence(text: NormalisedText, languages: readonly OurTag[], lexicon: CompiledLexicon): Evidence {
  const asked = languagesOf(languages);
  return evidenceIn(text.tokens, asked, readTokens(text.tokens, asked, lexicon), lexicon);
}

/** {@link findEvidence} where it could make a text worth watching, else nothing: most texts end at their first reading. */
export function findTellingEvidence(
  text: NormalisedText,
  languages: readonly OurTag[],
  lexicon: CompiledLexicon,
): Evidence {
  const asked = languagesOf(languages);
  const words = readTokens(text.tokens, asked, lexicon);
  return lexicon.couldTell(words) ? evidenceIn(text.tokens, asked, words, lexicon) : NOTHING;
}

function evidenceIn(tokens: Tokens, asked: ReadonlySet<Language>, words: Readings, lexicon: CompiledLexicon): Evidence {
  if (words.every((readings) => readings.length === 0)) return NOTHING;

  const readings = readGrammar(tokens, words, lexicon.tables.get('uzbek'));
  const found = findPhrases(tokens, readings, lexicon);
  const { matches } = found;
  const around = surveyText(tokens, found);
  const listed = readSake(lendCase(turnToExhortation(findTerms(matches, around)), tokens), tokens);
  const terms = withAnyActs(listed, matches, tokens, asked);
  // One word makes no pattern, and cues govern patterns: most messages with a hit end here.
  if (terms.length < 2) return { ...NOTHING, hits: terms };

  const cues = outsideNames(findCues(matches, around), terms);
  const turned = turnTerms(terms, cues, tokens);
  const patterns = matchPatterns(turned.terms, tokens, lexicon);
  return {
    hits: turned.terms,
    patterns: patterns.map((match) => match.hit),
    cues: applyCues(patterns, cues, turned, tokens),
  };
}

/** What words around a form make of it. */
function readGrammar(tokens: Tokens, words: Readings, uzbek: WordTables | undefined): Readings {
  const places = placesOfForms(words);
  const undone = readUndone(tokens, words, places);
  const lent = lendAuxiliaries(tokens, undone, places, uzbek);
  const modal = readModal(tokens, lent, places);
  const future = readFuture(tokens, modal, places);
  const spoken = readSubject(tokens, future, places);
  const wished = readWish(tokens, spoken, places);
  return readDoubleDenial(tokens, readParticiple(tokens, wished, places), places);
}

type Tokens = NormalisedText['tokens'];
