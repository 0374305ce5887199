import type { InterfaceLanguage } from '../domain/community.js';
import { reportCard } from './report-card.js';
import { type ReportTexts, reportTextsIn } from './report-texts.js';
import type { ReportedGap, WeeklyReport } from './weekly.js';

/** The charts as PNG, for light and dark screens. */
export interface ReportPictures {
  readonly light: Uint8Array;
  readonly dark: Uint8Array;
}

const STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1f2328; --line: #d0d7de; }
@media (prefers-color-scheme: dark) { :root { --ground: #1e2124; --ink: #e6e9ec; --line: #3d434a; } }
body { background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, 'Noto Sans', sans-serif;
  margin: 0 auto; max-width: 800px; padding: 16px; }
h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 1.5rem 0 0.25rem; }
p { margin: 0.25rem 0; white-space: pre-line; } img { display: block; height: auto; margin-top: 1rem; width: 100%; }
table { border-collapse: collapse; margin-top: 0.5rem; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 8px 4px 0; text-align: left; vertical-align: top; }
`;

/**
 * The report as one HTML file that needs nothing else: no script, no font, no address. It says what the card says, shows the
 * charts in the reader's own scheme, light or dark, and lists every gap.
 */
export function reportHtml(
  report: WeeklyReport,
  language: InterfaceLanguage,
  pictures: ReportPictures | undefined,
): string {
  const texts = reportTextsIn(language);
  const card = reportCard(report, language);
  // The card lists gaps with Discord's own markup for channels and moments; a table does it here.
  const sections = card.fields
    .filter(({ name }) => name !== texts.coverage)
    .map(({ name, value }) => `<h2>${escapeHtml(name)}</h2>\n<p>${escapeHtml(value.replaceAll('`', ''))}</p>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${card.title} ${card.body.split('\n')[0] ?? ''}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(card.title)}</h1>
<p>${escapeHtml(card.body)}</p>
${sections.join('\n')}
<h2>${escapeHtml(texts.coverage)}</h2>
${coverage(report, texts)}
${pictures === undefined ? '' : picture(pictures, card.title)}
</body>
</html>
`;
}

function coverage({ channels, gaps, timezone }: WeeklyReport, texts: ReportTexts): string {
  const read = texts.channels.replace('{covered}', String(channels.covered)).replace('{known}', String(channels.known));
  const rows = gaps.map((gap) => gapRow(gap, timezone, texts)).join('\n');
  const list = gaps.length === 0 ? `<p>${escapeHtml(texts.noGaps)}</p>` : `<table>\n${rows}\n</table>`;
  return `<p>${escapeHtml(read)}</p>\n${list}`;
}

function gapRow({ channel, reason, from, to }: ReportedGap, timeZone: string, texts: ReportTexts): string {
  const moment = (date: Date) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(date);
  const cells = [channel.name ?? channel.id, `${moment(from)} – ${moment(to)}`, texts.gapReasons[reason]];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

function picture({ light, dark }: ReportPictures, title: string): string {
  const data = (png: Uint8Array) => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return `<picture>
<source media="(prefers-color-scheme: dark)" srcset="${data(dark)}">
<img src="${data(light)}" width="800" alt="${escapeHtml(title)}">
</picture>`;
}

/** Channel names are members' text, too. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
