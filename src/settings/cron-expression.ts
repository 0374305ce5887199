interface Field {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Days of the months, January first, in a leap year. */
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const DAY_OF_MONTH: Field = { name: 'day of month', from: 1, to: 31 };
const MONTH: Field = { name: 'month', from: 1, to: 12, names: MONTHS };

const FIELDS: readonly Field[] = [
  { name: 'second', from: 0, to: 59 },
  { name: 'minute', from: 0, to: 59 },
  { name: 'hour', from: 0, to: 23 },
  DAY_OF_MONTH,
  MONTH,
  { name: 'day of week', from: 0, to: 7, names: DAYS },
];

/**
 * Says what is wrong with a cron expression; undefined when it is right. Five fields, or six with seconds first;
 * numbers, `*`, ranges, steps, lists and English three-letter names: a part of what node-cron understands, so that every
 * expression accepted here runs there.
 */
export function explainCron(expression: string): string | undefined {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== 5 && parts.length !== 6)
    return `expected 5 fields (minute hour day month weekday) or 6 with seconds first, found ${expression.trim() === '' ? 0 : parts.length}`;
  const fields = FIELDS.slice(FIELDS.length - parts.length);
  for (const [index, field] of fields.entries()) {
    const wrong = (parts[index] ?? '').split(',').find((item) => !isItem(item, field));
    if (wrong !== undefined) return `${field.name} "${wrong}": expected ${wanted(field)}`;
  }
  const [day = '', month = ''] = parts.slice(-3);
  return explainDate(day, month);
}

/** A day that none of the months has would be a schedule that never runs. */
function explainDate(days: string, months: string): string | undefined {
  const first = Math.min(...days.split(',').map((item) => rangeOf(item, DAY_OF_MONTH).low));
  const ranges = months.split(',').map((item) => rangeOf(item, MONTH));
  const longest = Math.max(
    ...LONGEST.filter((_, index) => ranges.some(({ low, high }) => low <= index + 1 && index + 1 <= high)),
  );
  return first > longest ? `day of month "${days}": expected a day that month "${months}" has` : undefined;
}

/** The bounds of an item that is right; the step is left out of account. */
function rangeOf(item: string, field: Field): { readonly low: number; readonly high: number } {
  const [range = ''] = item.split('/');
  if (range === '*') return { low: field.from, high: field.to };
  const [first = '', last = first] = range.split('-');
  return { low: toNumber(first, field) ?? field.from, high: toNumber(last, field) ?? field.to };
}

function wanted({ from, to, names }: Field): string {
  const named = names === undefined ? '' : ` (or ${names[0]}–${names.at(-1)})`;
  return `*, */step, or numbers and ranges from ${from} to ${to}${named}`;
}

/** `*`, `7`, `1-5`, each range and `*` also with `/step`. */
function isItem(item: string, field: Field): boolean {
  const [range = '', step, ...rest] = item.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d{0,2}$/.test(step))) return false;
  if (range === '*') return true;
  const [first = '', last, ...more] = range.split('-');
  if (more.length > 0 || (last === undefined && step !== undefined)) return false;
  const low = toNumber(first, field);
  const high = last === undefined ? low : toNumber(last, field);
  return low !== undefined && high !== undefined && low <= high;
}

function toNumber(text: string, { from, to, names }: Field): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  const value = named >= 0 ? named + (from === 1 ? 1 : 0) : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}
