import type { Language } from '../assess/assessment.js';
import type { Examined } from '../assess/examine.js';

/** An example as the steps before the decision see it, with what Bayes says who had not learnt it. */
export interface ExaminedExample {
  readonly language: Language;
  readonly label: string;
  readonly examined: Examined;
  readonly heldOutOdds: number;
  /** The part of the examples, 0 to 4, that it was held out with. */
  readonly fold: number;
}
