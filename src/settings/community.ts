import type { Community, CommunityDefaults } from '../domain/community.js';
import type { Snowflake } from '../domain/snowflake.js';
import type { CommunityInput, DefaultsInput } from './community-schema.js';

/** What a community is given where neither it nor the file's `defaults` say otherwise. config/default.yaml spells out the same. */
export const BUILT_IN: CommunityDefaults = {
  watchedChannels: [],
  ignoredChannels: [],
  readerRoles: { tajik: [], uzbek: [], russian: [] },
  moderatorRoles: [],
  exemptRoles: [],
  urgentRole: undefined,
  timezone: 'UTC',
  schedules: { catchUp: '*/15 * * * *', weeklyReport: '0 9 * * mon', retention: '30 3 * * *' },
  firstReadHours: 24,
  editRereadHours: 24,
  alertsPerHour: 30,
  campaignHours: 24,
  retention: { deletedTextHours: 72, textDays: 30, confirmedDays: 180, countsDays: 400, auditDays: 730, leftDays: 7 },
  interfaceLanguage: 'en',
  secondReviewShare: 0,
  runbookUrl: undefined,
};

/** Lays what a community says over the file's defaults, and these over the built-in ones; lists are replaced, groups merge key by key. */
export function toCommunity(guildId: Snowflake, own: CommunityInput, defaults: DefaultsInput): Community {
  const base = overlay(BUILT_IN, defaults);
  return { ...overlay(base, own), guildId, moderatorChannel: own.moderatorChannel };
}

function overlay(base: CommunityDefaults, over: DefaultsInput): CommunityDefaults {
  return {
    watchedChannels: over.watchedChannels ?? base.watchedChannels,
    ignoredChannels: over.ignoredChannels ?? base.ignoredChannels,
    readerRoles: {
      tajik: over.readerRoles?.tajik ?? base.readerRoles.tajik,
      uzbek: over.readerRoles?.uzbek ?? base.readerRoles.uzbek,
      russian: over.readerRoles?.russian ?? base.readerRoles.russian,
    },
    moderatorRoles: over.moderatorRoles ?? base.moderatorRoles,
    exemptRoles: over.exemptRoles ?? base.exemptRoles,
    urgentRole: orNothing(over.urgentRole, base.urgentRole),
    timezone: over.timezone ?? base.timezone,
    schedules: overlaySchedules(base.schedules, over.schedules),
    firstReadHours: over.firstReadHours ?? base.firstReadHours,
    editRereadHours: over.editRereadHours ?? base.editRereadHours,
    alertsPerHour: over.alertsPerHour ?? base.alertsPerHour,
    campaignHours: over.campaignHours ?? base.campaignHours,
    retention: overlayRetention(base.retention, over.retention),
    interfaceLanguage: over.interfaceLanguage ?? base.interfaceLanguage,
    secondReviewShare: over.secondReviewShare ?? base.secondReviewShare,
    runbookUrl: orNothing(over.runbookUrl, base.runbookUrl),
  };
}

/** What may be set to nothing: null says so, and leaving it out says nothing. */
function orNothing<T>(over: T | null | undefined, base: T | undefined): T | undefined {
  return over === undefined ? base : (over ?? undefined);
}

function overlaySchedules(base: Community['schedules'], over: DefaultsInput['schedules']): Community['schedules'] {
  return {
    catchUp: over?.catchUp ?? base.catchUp,
    weeklyReport: over?.weeklyReport ?? base.weeklyReport,
    retention: over?.retention ?? base.retention,
  };
}

function overlayRetention(base: Community['retention'], over: DefaultsInput['retention']): Community['retention'] {
  return {
    deletedTextHours: over?.deletedTextHours ?? base.deletedTextHours,
    textDays: over?.textDays ?? base.textDays,
    confirmedDays: over?.confirmedDays ?? base.confirmedDays,
    countsDays: over?.countsDays ?? base.countsDays,
    auditDays: over?.auditDays ?? base.auditDays,
    leftDays: over?.leftDays ?? base.leftDays,
  };
}
