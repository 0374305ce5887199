import type { ChartConfiguration, ChartDataset } from 'chart.js';
import type { Chart, ChartSeries } from '../../domain/chart.js';
import type { ChartTheme } from '../../ports/chart-painter.js';

export const FONT = 'Didbon Sans';

/**
 * A line of nothing right above the bars: the number at the top of the axis reaches into what stands there. Chart.js stacks by weight,
 * and its legend has 1000.
 */
const GAP = { display: true, text: '', weight: 500, font: { size: 10 }, padding: 0 } as const;

interface Colours extends Readonly<Record<ChartSeries['tone'], string>> {
  readonly ground: string;
  readonly ink: string;
  readonly line: string;
}

/** Tones differ in lightness, too, so that they can be told apart without seeing colours. */
const COLOURS: Readonly<Record<ChartTheme, Colours>> = {
  light: {
    ...{ ground: '#ffffff', ink: '#1f2328', line: '#d0d7de' },
    ...{ plain: '#356aa0', muted: '#b6c2cf', strong: '#b3261e', good: '#3b7d4a', bad: '#c98a1b', open: '#8c96a1' },
  },
  dark: {
    ...{ ground: '#1e2124', ink: '#e6e9ec', line: '#3d434a' },
    ...{ plain: '#7fb0e2', muted: '#5b6671', strong: '#ef7a70', good: '#74c289', bad: '#e8b559', open: '#98a2ad' },
  },
};

export function groundOf(theme: ChartTheme): string {
  return COLOURS[theme].ground;
}

/** A chart as Chart.js wants it. Sizes are pixels of a picture that is 800 wide and shown less than half as wide on a phone. */
export function chartConfig(chart: Chart, theme: ChartTheme): ChartConfiguration<'bar', (number | [number, number])[]> {
  const colours = COLOURS[theme];
  const font = { family: FONT, size: 26 };
  const axis = { stacked: chart.stacked, ticks: { color: colours.ink, font }, border: { color: colours.line } };
  const words = { ...axis, grid: { display: false } };
  const amounts = {
    ...axis,
    grid: { color: colours.line },
    beginAtZero: true,
    max: chart.end,
    // Grouped, a thousand would be «1,000», which in three of our languages is one.
    ticks: { ...axis.ticks, precision: 0, maxRotation: 0, autoSkipPadding: 16, format: { useGrouping: false } },
  };
  const isUpright = chart.bars === 'upright';
  return {
    type: 'bar',
    data: { labels: [...chart.labels], datasets: chart.series.map((series) => dataset(series, colours)) },
    options: {
      animation: false,
      responsive: false,
      devicePixelRatio: 1,
      indexAxis: isUpright ? 'x' : 'y',
      layout: { padding: { left: 20, right: 30, top: 10, bottom: 14 } },
      scales: isUpright ? { x: words, y: amounts } : { x: amounts, y: words },
      plugins: {
        title: {
          ...{ display: true, text: chart.title, align: 'start', color: colours.ink },
          ...{ font: { family: FONT, size: 30 }, padding: { top: 12, bottom: 8 } },
        },
        subtitle: GAP,
        legend: {
          display: chart.series.length > 1,
          align: 'start',
          labels: { color: colours.ink, font, boxWidth: 26, padding: 20 },
        },
      },
    },
  };
}

function dataset(series: ChartSeries, colours: Colours): ChartDataset<'bar', (number | [number, number])[]> {
  return {
    label: series.name,
    data: series.values.map((value) => (typeof value === 'number' ? value : [value[0], value[1]])),
    backgroundColor: colours[series.tone],
    maxBarThickness: 46,
  };
}
