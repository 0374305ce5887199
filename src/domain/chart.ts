/** What a series says, so that a theme can colour it: the same thing has the same colour in every chart. */
export type ChartTone = 'plain' | 'muted' | 'strong' | 'good' | 'bad' | 'open';

/** One series of bars: a length for each label, or the two ends of an interval. */
export interface ChartSeries {
  readonly name: string;
  readonly tone: ChartTone;
  readonly values: readonly (number | readonly [low: number, high: number])[];
}

/** A bar chart as plain data. */
export interface Chart {
  readonly title: string;
  /** Upright bars for days and weeks, lying ones where the labels are words. */
  readonly bars: 'upright' | 'lying';
  readonly stacked: boolean;
  /** Where the axis ends; undefined for where the bars do. */
  readonly end?: number;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}
