/** How a card looks once it is decided. */
const COLOURS = { 5974662: 'confirmed', 3898698: 'false-alarm' };

const DIGITS = 20;

/** What the database and the moderator channel know, beside what people did. Every figure but the totals should be 0. */
export function countLosses(place) {
  return place.read((select) => ({
    ...ofMessages(place, select),
    ...ofAlerts(place, select),
    ...ofReports(place, select),
  }));
}

/** What was lost, doubled or changed, in all. */
export function lossesIn(counted) {
  return Object.entries(counted)
    .filter(([name]) => /lost|doubled|changed/i.test(name))
    .reduce((sum, [, count]) => sum + count, 0);
}

/** Whether the bot has nothing left to do. */
export function isSettled(place) {
  const { inGaps, lost, alertsLost, reportsLost } = countLosses(place);
  const stale = place.read((select) =>
    select('select 1 from flag where revision > shown_revision and card_message_id is not null'),
  );
  return inGaps + lost + alertsLost + reportsLost + stale.length === 0;
}

/** Each message lies in a covered range and is counted, once; or in a gap that has a name. */
function ofMessages({ posted }, select) {
  const counts = { messages: 0, lost: 0, doubled: 0, inGaps: 0 };
  for (const [channel, ids] of posted) {
    const ranges = select('select from_id, to_id from coverage where channel_id = ?', channel);
    const gaps = select('select from_id, to_id from gap where channel_id = ?', channel);
    const [{ counted }] = select('select coalesce(sum(count), 0) as counted from tally where channel_id = ?', channel);
    const lies = (stretches, id) => stretches.some(({ from_id, to_id }) => from_id <= id && id <= to_id);
    const padded = ids.map((id) => id.padStart(DIGITS, '0'));
    const uncovered = padded.filter((id) => !lies(ranges, id));
    const unnamed = uncovered.filter((id) => !lies(gaps, id));
    const covered = ids.length - uncovered.length;
    counts.messages += ids.length;
    counts.inGaps += uncovered.length - unnamed.length;
    counts.lost += unnamed.length + Math.max(0, covered - counted);
    counts.doubled += Math.max(0, counted - covered);
  }
  return counts;
}

/** Each call is flagged once; each flag has one card or shares one; each verdict that was seen is still the one. */
function ofAlerts(place, select) {
  const flags = select('select id, message_hash, head_id, verdict from flag where guild_id = ?', place.guild);
  const times = tally(flags.map((flag) => flag.message_hash));
  const wanted = new Set([...place.calls].map((id) => place.cipher.hash('message', id)));
  const cards = cardsById(place);
  const heads = flags.filter((flag) => flag.head_id === null);
  const seen = [...place.verdicts];
  const shown = new Map(seenVerdicts(place));
  const stored = new Map(flags.map((flag) => [flag.id, flag.verdict]));
  return {
    alerts: wanted.size,
    alertsLost:
      [...wanted].filter((hash) => !times.has(hash)).length + heads.filter((flag) => !cards.has(flag.id)).length,
    alertsDoubled:
      [...times].filter(([hash, count]) => count > 1 || !wanted.has(hash)).length +
      [...cards.values()].reduce((sum, count) => sum + count - 1, 0),
    verdicts: seen.length,
    verdictsLost: seen.filter(([id]) => (stored.get(id) ?? null) === null).length,
    verdictsChanged: seen.filter(([id, verdict]) => stored.get(id) !== verdict || shown.get(id) !== verdict).length,
  };
}

/** How often each alert's card stands in the moderator channel, by the id on its buttons. */
function cardsById(place) {
  return tally(
    place
      .cards()
      .map(alertOf)
      .filter((id) => id !== undefined),
  );
}

/** What the cards in the moderator channel say was decided: pairs of an alert's id and the verdict. */
export function seenVerdicts(place) {
  return place
    .cards()
    .map((card) => [alertOf(card), COLOURS[card.embeds[0]?.color]])
    .filter(([id, verdict]) => id !== undefined && verdict !== undefined);
}

/** The id of the alert that a card is about; undefined for other messages. */
export function alertOf(card) {
  return /didbon:[\w-]+:([\w-]{8,})/.exec(JSON.stringify(card.components))?.[1];
}

/** Each report that was claimed is posted and stands there once. */
function ofReports(place, select) {
  const counts = { reports: 0, reportsLost: 0, reportsDoubled: 0 };
  for (const { guild, moderators } of place.reported()) {
    const rows = select('select period, posted_at from report_post where guild_id = ?', guild);
    const cards = place.cards(moderators).map((card) => card.embeds[0]?.footer?.text ?? '');
    if (rows.length === 0) counts.reportsLost += 1;
    for (const { period, posted_at } of rows) {
      const times = cards.filter((footer) => footer.includes(period)).length;
      counts.reports += 1;
      if (posted_at === null || times === 0) counts.reportsLost += 1;
      counts.reportsDoubled += Math.max(0, times - 1);
    }
  }
  return counts;
}

function tally(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
