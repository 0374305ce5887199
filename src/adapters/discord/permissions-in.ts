import { PermissionFlagsBits } from 'discord.js';

/** A permission overwrite of a channel, for a role or a member. */
export interface Overwrite {
  readonly id: string;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What a member's permissions are worked out from. */
export interface MemberRights {
  readonly memberId: string;
  readonly guildId: string;
  readonly ownerId: string;
  readonly memberRoleIds: readonly string[];
  /** Bits of every role of the guild, by its id; the role of everyone has the guild's id. */
  readonly rolePermissions: ReadonlyMap<string, bigint>;
}

const EVERYTHING = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** A member's permissions in a channel, in the order that Discord documents: roles, then overwrites for everyone, roles and the member. */
export function permissionsIn(overwrites: readonly Overwrite[], rights: MemberRights): bigint {
  const { memberId, guildId, ownerId, memberRoleIds, rolePermissions } = rights;
  const base = [guildId, ...memberRoleIds].reduce((bits, id) => bits | (rolePermissions.get(id) ?? 0n), 0n);
  if (memberId === ownerId || (base & PermissionFlagsBits.Administrator) !== 0n) return EVERYTHING;

  const steps = [[guildId], memberRoleIds, [memberId]];
  return steps.reduce((bits, ids) => {
    const of = overwrites.filter((overwrite) => ids.includes(overwrite.id));
    const denied = of.reduce((sum, { deny }) => sum | deny, 0n);
    const allowed = of.reduce((sum, { allow }) => sum | allow, 0n);
    return (bits & ~denied) | allowed;
  }, base);
}
