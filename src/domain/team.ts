import { LANGUAGES, type Language } from '../assess/assessment.js';
import type { Community } from './community.js';
import type { Snowflake } from './snowflake.js';

/** Somebody of a community, as Discord vouches for them. */
export interface TeamCandidate {
  readonly roleIds: readonly Snowflake[];
  /** Has Discord's Moderate Members permission (or Administrator). */
  readonly mayModerate: boolean;
}

/** Whether somebody belongs to those who handle alerts here: by a moderator or reader role, or by Discord's Moderate Members. */
export function isOnTeam(member: TeamCandidate, community: Community): boolean {
  if (member.mayModerate) return true;
  const roles = [...community.moderatorRoles, ...LANGUAGES.flatMap((language) => community.readerRoles[language])];
  return roles.some((role) => member.roleIds.includes(role));
}

/** Roles whose members read the language of this tag; none for a language without a reader role. */
export function readersOf(tag: string, community: Pick<Community, 'readerRoles'>): readonly Snowflake[] {
  const language = languageOf(tag);
  return language === undefined ? [] : community.readerRoles[language];
}

function languageOf(tag: string): Language | undefined {
  if (tag.startsWith('tg')) return 'tajik';
  if (tag.startsWith('uz')) return 'uzbek';
  return tag.startsWith('ru') ? 'russian' : undefined;
}
