import { InvalidArgumentError } from 'commander';

/** Reads a number of days such as 7d or 4w. */
export function readDays(text: string): number {
  const match = /^(\d{1,3})([dw])$/.exec(text);
  const days = Number(match?.[1]) * (match?.[2] === 'w' ? 7 : 1);
  if (match === null || days < 1) throw new InvalidArgumentError('expected days or weeks, such as 7d or 4w');
  return days;
/** Reads the value of `--days`: a whole number from 1 to `most`. */
export function readDays(most: number): (text: string) => number {
  return (text) => {
    const days = Number(text);
    if (!Number.isInteger(days) || days < 1 || days > most)
      throw new InvalidArgumentError(`expected a number of days from 1 to ${most}`);
    return days;
  };
}
