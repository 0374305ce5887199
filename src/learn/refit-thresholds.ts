import { LANGUAGES, type Language } from '../assess/assessment.js';
import type { DecisionModel } from '../assess/decide/decision-model.js';
import type { Manifest } from '../packs/format/pack.js';
import type { Lesson } from '../store/pack-stores.js';
import { chooseThreshold } from './choose-threshold.js';

export interface RefitInput {
  /** Verdicts on alerts whose scores mean the same as those of the pack in force. */
  readonly lessons: readonly Lesson[];
  readonly decisions: Readonly<Partial<Record<Language, Pick<DecisionModel, 'thresholds'>>>>;
  /** Messages assessed in the time of the verdicts, by tag. */
  readonly messages: ReadonlyMap<string, number>;
  readonly wanted: Manifest['wantedFalseAlerts'];
}

/** What verdicts say of one language's threshold. */
export interface Refit {
  readonly language: Language;
  readonly current: number;
  /** Never below the current one: what scored less was never shown to anybody. Undefined where there are too few verdicts. */
  readonly proposed: number | undefined;
  readonly confirmed: number;
  readonly falseAlarms: number;
  /** Of these, how many the proposed threshold would not have shown. */
  readonly missed: number;
  readonly spared: number;
}

/** Fewer verdicts move no threshold. */
const ENOUGH = 50;

const TAGS: Readonly<Record<Language, string>> = { tajik: 'tg', uzbek: 'uz', russian: 'ru' };

/** The share of confirmed calls that a threshold may give up for it. */
const CONFIRMED_GIVEN_UP = 0.03;

/**
 * Thresholds that would have kept false alarms as rare as the pack wants, giving up few confirmed calls: the rule by which
 * training sets them from benign text, with members' false alarms in its place. Scores and labels only, no text.
 */
export function refitThresholds({ lessons, decisions, messages, wanted }: RefitInput): readonly Refit[] {
  return LANGUAGES.flatMap((language) => {
    const current = decisions[language]?.thresholds.review;
    if (current === undefined) return [];
    const own = lessons.filter((lesson) => isOf(lesson.language, language));
    const scores = (verdict: Lesson['verdict']) => own.filter((one) => one.verdict === verdict).map((one) => one.score);
    const [calls, ordinary] = [scores('confirmed'), scores('false-alarm')];
    const ordinaryLines = [...messages].reduce((sum, [tag, count]) => (isOf(tag, language) ? sum + count : sum), 0);
    const chosen = chooseThreshold(
      { calls, callsGivenUp: CONFIRMED_GIVEN_UP, ordinary, ordinaryLines, hardest: [], hardestLines: 0 },
      { ordinary: wanted.ordinaryPer100000 / 100_000, hardest: 0 },
    );
    const raised = Math.max(current, Math.round(chosen * 100) / 100);
    const below = (all: readonly number[]): number => all.filter((score) => score < raised).length;
    const enough = own.length >= ENOUGH;
    return [
      {
        ...{ language, current, proposed: enough ? raised : undefined },
        ...{ confirmed: calls.length, falseAlarms: ordinary.length },
        ...{ missed: enough ? below(calls) : 0, spared: enough ? below(ordinary) : 0 },
      },
    ];
  });
}

/** Whether a tag is a writing of this language. */
function isOf(tag: string, language: Language): boolean {
  return tag === TAGS[language] || tag.startsWith(`${TAGS[language]}-`);
}
