import type { Alert, VerdictKind } from '../domain/alert.js';
import type { AlertAction } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { MarkingKind, Refusal } from '../domain/review.js';
import { isOnTeam, readersOf } from '../domain/team.js';
import type { Presser } from '../ports/press.js';

/** What a press leads to, with the reason where the answer is no. */
export type PressDecision =
  | { readonly act: 'explain' | 'history' }
  | { readonly act: 'decide'; readonly verdict: VerdictKind }
  /** No reader role is set for the language: a first Confirm waits for another person's. */
  | { readonly act: 'second'; readonly verdict: 'confirmed' }
  | { readonly act: 'mark'; readonly kind: MarkingKind }
  /** Asks the presser again before anything is done in Discord. */
  | { readonly act: 'ask-again'; readonly about: 'delete-message' | 'time-out' }
  | { readonly act: 'delete' }
  | { readonly act: 'time-out'; readonly minutes: number }
  | { readonly act: 'second-look' }
  | { readonly act: 'second-opinion'; readonly verdict: VerdictKind }
  | { readonly act: 'refuse'; readonly because: 'decided' | 'needs-moderator' | 'needs-reader' | Refusal };

const HOUR = 60;
const explained = { act: 'explain' } as const;

/**
 * Who may do what (DESIGN §2, rule 3): anyone of the team may ask why, claim, pass on, be unsure or mark a false alarm;
 * Confirm needs the reader role of the alert's language or, where the community has set none, two people. What acts upon
 * a member needs the presser's own permission in Discord besides, which is asked when it is done.
 */
export function decidePress(action: AlertAction, alert: Alert, member: Presser, community: Community): PressDecision {
  if (!isOnTeam(member, community)) return refuse('needs-moderator');
  switch (action) {
    case 'why':
      return explained;
    case 'history':
      return { act: 'history' };
    case 'confirm':
    case 'false-alarm':
      return decideVerdict(action, alert, member, community);
    case 'second-look':
    case 'second-confirm':
    case 'second-false-alarm':
      return decideSecond(action, alert, member, community);
    case 'claim':
    case 'release':
    case 'unsure':
    case 'ask-reader':
      return decideMark(action, alert, member, community);
    default:
      return decideEvidence(action, alert);
  }
}

function decideVerdict(
  action: 'confirm' | 'false-alarm',
  { verdict, flag }: Alert,
  member: Presser,
  community: Community,
): PressDecision {
  if (verdict !== undefined) return refuse('decided');
  if (action === 'false-alarm') return { act: 'decide', verdict: 'false-alarm' };
  const readers = readersOf(flag.language, community);
  if (readers.length === 0) return { act: 'second', verdict: 'confirmed' };
  if (!readers.some((role) => member.roleIds.includes(role))) return refuse('needs-reader');
  return { act: 'decide', verdict: 'confirmed' };
}

function decideMark(
  action: 'claim' | 'release' | 'unsure' | 'ask-reader',
  { flag, verdict, marks = {} }: Alert,
  member: Presser,
  community: Community,
): PressDecision {
  if (action === 'release') return marks.claim ? { act: 'mark', kind: 'released' } : refuse('not-claimed');
  if (verdict !== undefined) return refuse('decided');
  if (action === 'claim') return marks.claim ? refuse('claimed') : { act: 'mark', kind: 'claimed' };
  if (action === 'unsure')
    return marks.unsure?.by === member.id ? refuse('already-unsure') : { act: 'mark', kind: 'unsure' };
  if (readersOf(flag.language, community).length === 0) return refuse('no-readers');
  return marks.asked ? refuse('already-asked') : { act: 'mark', kind: 'asked' };
}

type EvidenceAction =
  | 'hold'
  | 'unhold'
  | 'delete-message'
  | 'delete-now'
  | 'time-out'
  | `time-out-${'hour' | 'day' | 'week'}`;

/** What needs the message or its author: nothing of it can be done once the ids are erased. */
function decideEvidence(action: EvidenceAction, { flag, marks = {} }: Alert): PressDecision {
  if (flag.text === undefined) return refuse('erased');
  switch (action) {
    case 'hold':
      return marks.hold ? refuse('held') : { act: 'mark', kind: 'held' };
    case 'unhold':
      return marks.hold ? { act: 'mark', kind: 'unheld' } : refuse('not-held');
    case 'delete-message':
    case 'delete-now':
      if (flag.deletedAt !== undefined) return refuse('already-deleted');
      return action === 'delete-now' ? { act: 'delete' } : { act: 'ask-again', about: 'delete-message' };
    case 'time-out':
      return { act: 'ask-again', about: 'time-out' };
    case 'time-out-hour':
      return { act: 'time-out', minutes: HOUR };
    case 'time-out-day':
      return { act: 'time-out', minutes: 24 * HOUR };
    case 'time-out-week':
      return { act: 'time-out', minutes: 7 * 24 * HOUR };
  }
}

/** A second opinion comes from another person, who reads the language where a reader role is set. */
function decideSecond(
  action: 'second-look' | 'second-confirm' | 'second-false-alarm',
  { flag, verdict }: Alert,
  member: Presser,
  community: Community,
): PressDecision {
  if (flag.text === undefined) return refuse('erased');
  if (verdict === undefined) return refuse('second-not-asked');
  if (verdict.by === member.id) return refuse('second-same-person');
  const readers = readersOf(flag.language, community);
  if (readers.length > 0 && !readers.some((role) => member.roleIds.includes(role))) return refuse('needs-reader');
  if (action === 'second-look') return { act: 'second-look' };
  return { act: 'second-opinion', verdict: action === 'second-confirm' ? 'confirmed' : 'false-alarm' };
}

function refuse(because: Extract<PressDecision, { act: 'refuse' }>['because']): PressDecision {
  return { act: 'refuse', because };
}
