import { InvalidArgumentError } from 'commander';

/** Reads a number of days such as 7d or 4w. */
export function readDays(text: string): number {
  const match = /^(\d{1,3})([dw])$/.exec(text);
  const days = Number(match?.[1]) * (match?.[2] === 'w' ? 7 : 1);
  if (match === null || days < 1) throw new InvalidArgumentError('expected days or weeks, such as 7d or 4w');
  return days;
}
