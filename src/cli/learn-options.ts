/** The flags of `didbon learn` and its parts. */
export interface LearnOptions {
  readonly days: number;
  readonly community?: string;
  readonly write?: true;
  readonly pack?: string;
  readonly out?: string;
}
