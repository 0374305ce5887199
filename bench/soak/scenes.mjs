import { pause, until } from './bot-process.mjs';
import { alertOf, seenVerdicts } from './count-losses.mjs';
import { CALL, CHAT } from './small-pack.mjs';

/**
 * What goes on when a bot is killed. Each scene is handed the running bot and ends with a dead one; the next bot has to make
 * everything good.
 */
export const SCENES = {
  live: async (life) => {
    const { chance, bot } = life;
    const at = chance.below(300);
    for (let n = 0; n < 300; n += 1) {
      if (n === at) await killAfter(bot, chance.below(30));
      saySomething(life, 40);
      if (n % 20 === 0) await pause(1);
    }
    await bot.kill();
    editSome(life, 2);
  },

  alerts: async (life) => {
    const { place, chance, bot } = life;
    const before = place.cards().length;
    for (let n = 0; n < 25; n += 1) sayCall(life);
    const wanted = before + chance.below(25);
    await until(() => place.cards().length >= wanted, 2_000, 1);
    await killAfter(bot, chance.below(25));
  },

  verdict: async (life) => {
    const { place, chance, bot } = life;
    for (let n = 0; n < 8; n += 1) sayCall(life);
    const open = () => place.cards().filter((card) => isOpen(card, place));
    await until(() => open().length > 0, 10_000, 2);
    const answered = { presses: 0 };
    const cards = open();
    const presses = cards.map(async (card) => {
      await pause(chance.below(40));
      const action = chance.draw() < 0.5 ? 'confirm' : 'false-alarm';
      const press = place.server.press(card.id, `didbon:${action}:${alertOf(card)}`, place.reader);
      const { callback } = await press.catch(() => ({ callback: undefined }));
      if (callback !== undefined) answered.presses += 1;
    });
    const wanted = chance.below(cards.length + 1);
    await until(() => answered.presses >= wanted, 2_000, 1);
    await killAfter(bot, chance.below(30));
    await Promise.all(presses);
  },
};

/** The same, of a bot that is started over what waits for it; `life.bot` is dead already. */
export const STARTS = {
  'catch-up': async (life) => {
    const { place, chance } = life;
    for (let n = 0; n < 600; n += 1) saySomething(life, 100);
    editSome(life, 3);
    const pages = () => place.server.requests().byRoute['GET /channels/:channel/messages']?.total ?? 0;
    const wanted = pages() + chance.below(14);
    const next = await place.startBot();
    await until(() => pages() >= wanted, 1_000, 1);
    await killAfter(next, chance.below(40));
  },

  report: async ({ place, chance }) => {
    const { moderators } = place.reportNext();
    const next = await place.startBot();
    // The charts take a while to draw; half the runs wait for the moment around posting.
    const waits = chance.draw() < 0.5;
    if (waits) await until(() => place.cards(moderators).length > 0, 5_000, 1);
    await killAfter(next, chance.below(waits ? 15 : 1_500));
  },

  publish: async (life) => {
    const { place, chance } = life;
    const past = await place.published();
    const folder = place.packs[past.length % place.packs.length];
    if (chance.draw() < 0.5) {
      const publisher = place.start(['publish', '--pack', folder, '--by', 'Soak', '--why', 'a run']);
      await Promise.race([publisher.exited, pause(chance.below(1_200))]);
      await publisher.kill();
    }
    // What was broken off is there whole or not at all: doing it again must do it, or find it done.
    if ((await place.published()).length === past.length) await place.publish(folder);
    const times = (await place.published()).length - past.length;
    if (times !== 1) throw new Error(`published ${times} times`);
    for (let n = 0; n < 5; n += 1) sayCall(life);
    if (chance.draw() < 0.5) await killAfter(place.start(['run']), chance.below(1_500));
  },
};

const isOpen = (card, { verdicts }) => alertOf(card) !== undefined && !verdicts.has(alertOf(card));

/** Kills it after so many milliseconds. */
async function killAfter(bot, ms) {
  await pause(ms);
  await bot.kill();
}

function saySomething(life, oneCallIn) {
  if (life.chance.below(oneCallIn) === 0) sayCall(life);
  else life.place.say(life.chance.pick(life.place.channels), `${CHAT} ${life.next()}`);
}

/** Half the calls of a place with campaigns are copies of one. */
function sayCall({ place, chance, next }) {
  const number = next();
  const copy = place.campaignHours > 0 && chance.draw() < 0.5;
  return place.say(chance.pick(place.channels), copy ? `${CALL}.` : `${CALL} ${number}`);
}

/** Edits while nobody looks: they are found in what is read again. */
function editSome({ place, chance, next }, count) {
  for (let n = 0; n < count; n += 1) {
    const ids = place.posted.get(chance.pick(place.channels)).filter((id) => !place.calls.has(id));
    if (ids.length > 0) place.turn(chance.pick(ids), `${CALL} ${next()}`);
  }
}

/** Keeps in mind what the cards say, as a moderator who saw it does. */
export function rememberVerdicts(place) {
  for (const [id, verdict] of seenVerdicts(place)) if (!place.verdicts.has(id)) place.verdicts.set(id, verdict);
}
