import { describe, expect, it } from '@jest/globals';
import type { APIMessage } from 'discord-api-types/v10';
import type { Assessment } from '../../src/assess/assessment.js';
import type { Bot } from '../../src/compose/open-bot.js';
import { toSnowflake } from '../../src/domain/snowflake.js';
import { type ACommunity, aCommunity, assessCall, CALL, CHAT, until } from './a-community.js';

const POST = 'POST /channels/:channel/messages';
const EDIT = 'PATCH /channels/:channel/messages/:message';
const COPIES = 400;
/** Twelve flat, invented lines that have no word in common. */
const LINES = [
  'ҳамсояи мо имрӯз боғи калонро об медиҳад',
  'қатори шаҳрӣ пагоҳ соати даҳум меояд',
  'ғалладонро барои зимистон дар анбор нигоҳ доред',
  'ҷавонон футболро шомгоҳ назди мактаб бозӣ кунанд',
  'духтур ба беморон дорувории нав навишта буд',
  'устоди пир китоби қадимиро варақ зада хонд',
  'рӯзнома хабари борони сахтро саҳифаи якум чопидааст',
  'модарам оши палавро рӯи дастархон гузошта хандид',
  'ронанда чархи мошинро кӯчаи торик иваз кардааст',
  'кабӯтарон болои бом дона чида парвоз мекарданд',
  'наққош девори толорро ранги кабуд молида истод',
  'сайёҳон қуллаи баланди кӯҳро аз дур диданд',
];

const assess = (text: string): Assessment =>
  text.startsWith('Салом') ? assessCall(text) : { ...assessCall(CALL), reasons: [] };

const description = (card: APIMessage | undefined) => card?.embeds[0]?.description ?? '';
const copiesOn = (card: APIMessage) => Number(/Messages: (\d+)/.exec(description(card))?.[1] ?? 1);
const requests = (place: ACommunity, route: string) => place.server.requests().byRoute[route]?.total ?? 0;
const buttonOf = (card: APIMessage | undefined, action: string) =>
  new RegExp(`didbon:${action}:[\\w-]+`).exec(JSON.stringify(card?.components))?.[0] ?? '';

/** The n-th copy: as it was, typed on a Russian keyboard, shouted, or with one word changed. */
function copyOf(line: string, n: number): string {
  if (n % 4 === 1) return line.replace(/[ҳқғҷӯӣ]/g, (letter) => 'хкгчуи'.charAt('ҳқғҷӯӣ'.indexOf(letter)));
  if (n % 4 === 2) return `${line.toUpperCase()}!!! 🔥`;
  return n % 4 === 3 ? line.replace(/\S+$/, 'ҳамин') : line;
}

function postCopies(place: ACommunity, channels: readonly string[], from: number, to: number): void {
  for (let n = from; n < to; n += 1) {
    const round = Math.floor(n / LINES.length);
    const channel = channels[round % channels.length] ?? '';
    place.server.post(channel, place.member, copyOf(LINES[n % LINES.length] ?? '', round));
    if (n % 5 === 0) place.server.post(place.general, place.member, `${CHAT} ${n}`);
  }
}

describe('twelve campaigns of four hundred copies', () => {
  it('make twelve cards that count up, also over a restart, and a wording of its own takes a press of its own', async () => {
    const place = await aCommunity({ community: { campaignHours: 24 } });
    const channels = [
      place.general,
      place.server.addChannel(place.guild, 'кор'),
      place.server.addChannel(place.guild, 'роҳ'),
    ];
    const first = await place.startBot({ assess });
    const counted = (bot: Bot) => bot.store.counts.total(place.community.guildId);
    postCopies(place, channels, 0, COPIES / 2);
    await until('a card', () => place.cards().length > 0, 30_000);
    await first.close();
    postCopies(place, channels, COPIES / 2, COPIES);
    const second = await place.startBot({ assess });
    await until('all to be counted', async () => (await counted(second)) === COPIES + COPIES / 5, 60_000);
    const total = () => place.cards().reduce((sum, card) => sum + copiesOn(card), 0);
    await until('the counts on the cards', () => total() === COPIES, 60_000);

    expect(place.cards()).toHaveLength(LINES.length);
    expect(requests(place, POST)).toBe(LINES.length);
    expect(requests(place, EDIT)).toBeLessThan(COPIES / 2);
    const [card] = place.cards();
    expect(description(card)).toContain('channels: 3 · wordings: 2');
    expect(JSON.stringify(card?.embeds)).not.toContain(`<@${place.member}>`);

    await place.server.press(card?.id ?? '', buttonOf(card, 'false-alarm'), place.moderator);
    await until('a card for the other wording', () => place.cards().length === LINES.length + 1, 60_000);
    expect(description(place.cards().at(-1))).toMatch(/like \[#\d+\]\(https:\S+\): False alarm/);
    expect(place.logged.filter((line) => line.startsWith('error'))).toEqual([]);
  }, 180_000);
});

describe('an urgent campaign', () => {
  it('pings once, however many copies and wordings come', async () => {
    const place = await aCommunity({ community: { campaignHours: 24 } });
    const role = place.server.addRole(place.guild, 'On call');
    const { guildId } = place.community;
    const community = { ...place.community, urgentRole: toSnowflake(role) };
    await place.startBot({
      communities: new Map([[guildId, community]]),
      assess: (text) => ({ ...assess(text), level: 'urgent' }),
    });
    const [line = ''] = LINES;
    place.server.post(place.general, place.member, line);
    await until('a card', () => place.cards().length === 1, 30_000);
    for (const n of [1, 2, 3]) place.server.post(place.general, place.member, copyOf(line, n));
    await until('the count', () => place.cards().some((card) => copiesOn(card) === 4), 60_000);
    const [card] = place.cards();
    await place.server.press(card?.id ?? '', buttonOf(card, 'false-alarm'), place.moderator);
    await until('a card for the other wording', () => place.cards().length === 2, 60_000);
    expect(place.cards().map(({ content }) => content)).toEqual([`<@&${role}>`, '']);
  }, 180_000);
});
