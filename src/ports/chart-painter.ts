import type { Chart } from '../domain/chart.js';

/** `light` for paper and light screens, `dark` for dark ones. Both have a ground of their own and can be read anywhere. */
export type ChartTheme = 'light' | 'dark';

/** Draws charts. Same charts, same picture; letters of Tajik, Uzbek and Russian are drawn whatever fonts the machine has. */
export interface ChartPainter {
  /** The charts below each other as one PNG, 800 pixels wide, with letters that a phone can show. */
  paint(charts: readonly Chart[], theme: ChartTheme): Promise<Uint8Array>;
}
