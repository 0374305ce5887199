import type { ChartPainter } from '../../ports/chart-painter.js';

/** Loads the drawing library when something is first drawn: most days nothing is, and it takes 60 MB. */
export const lazyChartPainter: ChartPainter = {
  async paint(charts, theme) {
    const { createChartPainter } = await import('./chart-painter.js');
    return createChartPainter().paint(charts, theme);
  },
};
