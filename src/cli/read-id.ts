import { InvalidArgumentError } from 'commander';
import { type Snowflake, toSnowflake } from '../domain/snowflake.js';

/** A Discord id on the command line. Throws InvalidArgumentError, which commander explains. */
export function readId(text: string): Snowflake {
  if (/^\d{17,20}$/.test(text)) {
    try {
      return toSnowflake(text);
    } catch {
      // Too large for 64 bits: no id either.
    }
  }
  throw new InvalidArgumentError('expected a Discord id: 17 to 20 digits');
}
