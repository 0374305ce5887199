import { LANGUAGES, type Language } from '../assess/assessment.js';
import type { Alert, VerdictKind } from '../domain/alert.js';
import type { AlertAction } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { Presser } from '../ports/press.js';

/** What a press leads to, with the reason where the answer is no. */
export type PressDecision =
  | { readonly act: 'explain' }
  | { readonly act: 'decide'; readonly verdict: VerdictKind }
  /** No reader role is set for the language: a first Confirm waits for another person's. */
  | { readonly act: 'second'; readonly verdict: 'confirmed' }
  | { readonly act: 'refuse'; readonly because: 'decided' | 'needs-moderator' | 'needs-reader' };

/**
 * Who may do what (DESIGN §2, rule 3): anyone of the team may ask why or mark a false alarm; Confirm needs the reader
 * role of the alert's language or, where the community has set none, two people.
 */
export function decidePress(action: AlertAction, alert: Alert, member: Presser, community: Community): PressDecision {
  const readers = readersOf(alert.flag.language, community);
  if (!isOnTeam(member, community)) return { act: 'refuse', because: 'needs-moderator' };
  if (action === 'why') return { act: 'explain' };
  if (alert.verdict !== undefined) return { act: 'refuse', because: 'decided' };
  if (action === 'false-alarm') return { act: 'decide', verdict: 'false-alarm' };
  if (readers.length === 0) return { act: 'second', verdict: 'confirmed' };
  if (!readers.some((role) => member.roleIds.includes(role))) return { act: 'refuse', because: 'needs-reader' };
  return { act: 'decide', verdict: 'confirmed' };
}

/** Whether this member may press at all. */
export function isOnTeam(member: Presser, community: Community): boolean {
  if (member.mayModerate) return true;
  const roles = [...community.moderatorRoles, ...LANGUAGES.flatMap((language) => community.readerRoles[language])];
  return roles.some((role) => member.roleIds.includes(role));
}

function readersOf(tag: string, community: Community): readonly Snowflake[] {
  const language = languageOf(tag);
  return language === undefined ? [] : community.readerRoles[language];
}

function languageOf(tag: string): Language | undefined {
  if (tag.startsWith('tg')) return 'tajik';
  if (tag.startsWith('uz')) return 'uzbek';
  return tag.startsWith('ru') ? 'russian' : undefined;
}
