/** The flags of `didbon backtest`. */
export interface BacktestOptions {
  readonly days: number;
  readonly community?: string;
  readonly export?: readonly string[];
  readonly pack?: string;
  readonly against?: string;
  readonly showText?: true;
}
