import { InvalidArgumentError } from 'commander';

/** Reads the value of `--days`: a whole number from 1 to `most`. */
export function readDayCount(most: number): (text: string) => number {
  return (text) => {
    const days = Number(text);
    if (!Number.isInteger(days) || days < 1 || days > most)
      throw new InvalidArgumentError(`expected a number of days from 1 to ${most}`);
    return days;
  };
}
