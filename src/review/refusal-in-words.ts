import type { Alert } from '../domain/alert.js';
import { timestamp } from '../domain/timestamp.js';
import { nameMember } from '../texts/name-member.js';
import type { Texts } from '../texts/texts.js';
import { fill } from '../texts/texts-in.js';
import type { PressDecision } from './decide-press.js';

export type Because = Extract<PressDecision, { act: 'refuse' }>['because'];

/** Why nothing was done, as the presser reads it. */
export function refusalInWords(because: Because, { flag, verdict, marks = {} }: Alert, texts: Texts): string {
  if (because === 'needs-moderator') return texts.answers.needsModerator;
  if (because === 'needs-reader') return fill(texts.answers.needsReader, { language: flag.language });
  if (because === 'decided') {
    if (verdict === undefined) return texts.answers.gone;
    return fill(texts.answers.alreadyDecided, {
      verdict: texts.verdicts[verdict.kind],
      member: nameMember(verdict.by, texts),
      when: timestamp(verdict.at, 'R'),
    });
  }
  const whose = because === 'held' ? marks.hold : marks.claim;
  return fill(texts.review.refusals[because], {
    member: whose ? nameMember(whose.by, texts) : '—',
    language: flag.language,
    channel: `<#${flag.channelId}>`,
  });
}
