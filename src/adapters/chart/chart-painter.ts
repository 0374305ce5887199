import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Legend,
  LinearScale,
  SubTitle,
  Title,
} from 'chart.js';
import type { Chart } from '../../domain/chart.js';
import type { ChartPainter, ChartTheme } from '../../ports/chart-painter.js';
import { chartConfig, FONT, groundOf } from './chart-config.js';

const WIDTH = 800;
const UPRIGHT_HEIGHT = 430;
/** Of a chart with lying bars: what title, legend and axis take, and what each label does. */
const FRAME_HEIGHT = 190;
const LABEL_HEIGHT = 52;

/** The packaged font has ӣ ӯ ҳ қ ғ ҷ ў and ʻ; what a server has installed may not. */
const FONT_FILE = '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf';

/** Draws with Chart.js on a canvas that needs no browser. */
export function createChartPainter(): ChartPainter {
  ChartJs.register(BarController, BarElement, CategoryScale, LinearScale, Legend, SubTitle, Title);
  if (!GlobalFonts.has(FONT)) GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(FONT_FILE), FONT);
  return { paint };
}

async function paint(charts: readonly Chart[], theme: ChartTheme): Promise<Uint8Array> {
  const heights = charts.map(heightOf);
  const page = createCanvas(WIDTH, Math.max(1, sum(heights)));
  const ink = page.getContext('2d');
  ink.fillStyle = groundOf(theme);
  ink.fillRect(0, 0, page.width, page.height);
  charts.forEach((chart, index) => {
    const canvas = createCanvas(WIDTH, heights[index] ?? 0);
    const drawn = new ChartJs(canvas, chartConfig(chart, theme));
    ink.drawImage(canvas, 0, sum(heights.slice(0, index)));
    // Only now: it wipes its canvas.
    drawn.destroy();
  });
  return page.encode('png');
}

function heightOf({ bars, labels, series, stacked }: Chart): number {
  if (bars === 'upright') return UPRIGHT_HEIGHT;
  return FRAME_HEIGHT + LABEL_HEIGHT * labels.length * (stacked || series.length < 2 ? 1 : 1.4);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
