/** One message of the simulated week. */
export interface Line {
  /** Hours since the week began. */
  readonly hour: number;
  /** Which of the four channels it stands in. */
  readonly channel: number;
  readonly text: string;
}

export const MESSAGES = 3_000;
export const COPIES = 400;
export const CAMPAIGNS = 12;
/** Hours in which the new verb is in force. */
export const NEW_VERB = { from: 60, to: 86 } as const;

/** Twelve flat lines of an ordinary day, no two alike, so that each call is a campaign of its own. */
const SETTINGS = [
  'в парке сегодня дождь и пустые скамейки',
  'автобус до рынка ходит по субботам утром',
  'соседи красят забор возле старой школы',
  'на кухне кончилась мука, а гости вечером',
  'футбольная секция переехала за речку',
  'библиотека закрыта, читальный зал работает',
  'мастер починил холодильник без чека',
  'завтра отключат воду на нашей улице',
  'у магазина поставили новые фонари',
  'дети собирают жёлуди для поделок',
  'поезд опоздал, вокзал полон чемоданов',
  'на крыше гнездо ласточки и мокрый шифер',
];

const CHAT = [
  'доброе утро всем',
  'кто идёт на рынок после обеда',
  'как здоровье, как дети',
  'спасибо, получил, всё хорошо',
  'завтра игра, приходите на стадион',
  'сколько стоит билет до города',
];

/** Copies of each campaign: a few large ones, and some that are hardly one. */
const SIZES = [80, 64, 52, 44, 38, 32, 26, 22, 16, 12, 8, 6];

/**
 * The week: chat by day, and twelve campaigns of four hundred copies, each within twenty hours of its first. The sixth says the
 * new verb, which only the pack of midweek knows; copies of it also come before and after, and are chat to the pack in force then.
 */
export function aWeekOfMessages(): readonly Line[] {
  const copies = SIZES.flatMap((size, campaign) => copiesOf(campaign, size));
  const unread = [20, 40, 100, 120, 140].map((hour) => ({ hour, channel: 0, text: callOf(NEW_ONE, 0) }));
  const chat = Array.from({ length: MESSAGES - copies.length - unread.length }, (_, n) => chatLine(n));
  return [...copies, ...unread, ...chat].sort((a, b) => a.hour - b.hour);
}

const NEW_ONE = 5;

function copiesOf(campaign: number, size: number): readonly Line[] {
  const first = campaign === NEW_ONE ? NEW_VERB.from + 2 : 6 + campaign * 12;
  return Array.from({ length: size }, (_, n) => ({
    hour: first + (n * 20) / size,
    channel: (campaign + Math.floor(n / 8)) % 4,
    text: callOf(campaign, n),
  }));
}

/** As it was, shouted, or with another last word. */
function callOf(campaign: number, n: number): string {
  const verb = campaign === NEW_ONE ? 'примкни к' : 'вступай в';
  const text = `${SETTINGS[campaign]}, ${verb} ИГИЛ`;
  if (n % 4 === 2) return `${text.toUpperCase()}!!! 🔥`;
  return n % 4 === 3 ? `${text} скорее` : text;
}

/** People write from six in the morning to midnight. */
function chatLine(n: number): Line {
  const perDay = Math.ceil((MESSAGES - COPIES) / 7);
  const [day, ofDay] = [Math.floor(n / perDay), n % perDay];
  return {
    hour: day * 24 + 6 + (ofDay * 18) / perDay,
    channel: Math.floor(n / 20) % 4,
    text: `${CHAT[n % CHAT.length]} ${n % 97}`,
  };
}
