import type { Assessment } from '../assess/assessment.js';
import type { Card } from '../domain/card.js';
import type { Community } from '../domain/community.js';
import type { BudgetPlan } from '../domain/plan-budget.js';
import type { Snowflake } from '../domain/snowflake.js';
import { isOnTeam } from '../domain/team.js';
import type { TermSearch } from '../domain/term.js';
import type { Command, CommandRequest, CommandTarget } from '../ports/command.js';
import { messageOf } from '../ports/errors.js';
import type { Log } from '../ports/log.js';
import type { Pauses } from '../store/review-store.js';
import type { Texts } from '../texts/texts.js';
import { fill, textsForLocale, textsIn } from '../texts/texts-in.js';
import { type ReportMessageParts, reportMessage } from './report-message.js';
import { sayBudget } from './say-budget.js';
import { type StatusParts, status } from './status.js';

/** Erases what is held of a member at somebody's request; answers how many flags that were. */
export type ForgetUser = (guildId: Snowflake, userId: Snowflake, by: Snowflake) => Promise<number>;

export interface CommandParts extends StatusParts, ReportMessageParts {
  readonly community: (guildId: Snowflake) => Community | undefined;
  readonly pauses: Pauses;
  /** Looks for words of the classifier pack in use. */
  readonly searchTerms: TermSearch;
  /** An assessment as moderators read it. */
  readonly explain: (assessment: Assessment, texts: Texts) => string;
  readonly report: (community: Community, days: number) => Promise<Card>;
  readonly coverage: (community: Community) => Promise<Card>;
  /** What so many cards a day would take; undefined where nothing was read lately. */
  readonly budget: (community: Community, alertsPerDay: number) => Promise<BudgetPlan | undefined>;
  readonly forgetUser: ForgetUser;
  readonly log: Log;
}

/** Answers one command, privately. Never throws. Any member may report a message; all else is the team's. */
export async function answerCommand(command: Command, parts: CommandParts): Promise<void> {
  const { request, member, guildId } = command;
  const community = parts.community(guildId);
  const texts = community ? textsIn(community.interfaceLanguage) : textsForLocale(command.locale, 'en');
  try {
    if (community === undefined) return await command.answer(texts.commands.notServed);
    if (request.name === 'report-message') return await takeReport(request.target, command, community, parts);
    if (!isOnTeam(member, community)) return await command.answer(texts.commands.onlyTeam);
    await command.answer(await carryOut(request, { command, community, texts, parts }));
  } catch (error) {
    parts.log.error('a command could not be carried out', { command: request.name, error: messageOf(error) });
    await command.answer(texts.commands.failed);
  }
}

/** A reporter need not be of the team, and reads the answer in the language of their own Discord where we have it. */
async function takeReport(
  target: CommandTarget | undefined,
  command: Command,
  community: Community,
  parts: CommandParts,
): Promise<void> {
  const { report } = textsForLocale(command.locale, community.interfaceLanguage).commands;
  await command.answer(report[await reportMessage(target, command.member, community, parts)]);
}

interface Use {
  readonly command: Command;
  readonly community: Community;
  readonly texts: Texts;
  readonly parts: CommandParts;
}

async function carryOut(request: CommandRequest, use: Use): Promise<string | Card> {
  const { community, texts, parts } = use;
  switch (request.name) {
    case 'status':
      return await status(community, texts, parts);
    case 'score':
      return parts.explain(parts.assess(request.text), texts);
    case 'assess-message':
      if (request.target === undefined) return texts.commands.report.ours;
      return parts.explain(parts.assess(request.target.message.text), texts);
    case 'report':
      return await parts.report(community, request.days);
    case 'coverage':
      return await parts.coverage(community);
    case 'budget':
      return sayBudget(request.alertsPerDay, await parts.budget(community, request.alertsPerDay), texts);
    case 'terms-search':
      return listTerms(request.word, use);
    case 'pause':
      return await pause(request.holdsUrgent, use);
    case 'resume':
      return await resume(use);
    case 'forget-user':
      return await forget(request.userId, use);
    case 'report-message':
      return texts.commands.failed;
  }
}

const MOST_TERMS = 15;

/** A code span takes no markup; what would end it is taken out. */
function code(text: string): string {
  return `\`${text.replaceAll('`', '').slice(0, 60)}\``;
}

function listTerms(word: string, { texts, parts }: Use): string {
  const found = parts.searchTerms(word);
  const { none, more } = texts.commands.terms;
  if (found.length === 0) return fill(none, { word: code(word) });
  const lines = found
    .slice(0, MOST_TERMS)
    .map(({ language, lemma, role, gloss }) => `${code(lemma)} · ${role} · ${code(gloss)} · ${language}`);
  const left = found.length - lines.length;
  return [...lines, ...(left > 0 ? [fill(more, { count: String(left) })] : [])].join('\n');
}

async function pause(holdsUrgent: boolean, { command, community, texts, parts }: Use): Promise<string> {
  await parts.pauses.pause(community.guildId, { by: command.member.id, at: parts.clock.now(), holdsUrgent });
  parts.log.warn('alerts are paused', { guild: community.guildId, holdsUrgent });
  return holdsUrgent ? texts.commands.pausedAll : texts.commands.paused;
}

async function resume({ command, community, texts, parts }: Use): Promise<string> {
  const { guildId } = community;
  if (!(await parts.pauses.resume(guildId, { by: command.member.id, at: parts.clock.now() })))
    return texts.commands.notPaused;
  parts.log.info('alerts are resumed', { guild: guildId });
  parts.wakeAlerts(guildId);
  return texts.commands.resumed;
}

/** Erasing takes the moderators' evidence from them, so it is not for every moderator. */
async function forget(userId: Snowflake, { command, community, texts, parts }: Use): Promise<string> {
  if (!command.member.mayManage) return texts.commands.onlyManagers;
  const count = await parts.forgetUser(community.guildId, userId, command.member.id);
  parts.wakeAlerts(community.guildId);
  return fill(texts.commands.forgotten, { count: String(count), member: `<@${userId}>` });
}
