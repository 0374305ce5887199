const MARKUP = /[\\*_~`|>#[\]()<>-]/g;
/** Zero-width space: breaks a mention or a link for Discord, and leaves it legible. */
const BREAK = '\u200B';

/** Marks that turn the writing direction of all that follows them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
/** Control characters but the line break. */
const CONTROL = /(?!\n)\p{Cc}/gu;
/** Half a character, left over by a cut or sent on purpose: Discord takes no JSON that holds one. */
const HALF = /\p{Cs}/gu;

/**
 * Makes text of members harmless on a card: no markup, no mention, no link or invite that opens, nothing that turns the
 * text around it, nothing that Discord refuses. At most twice as long as it was, and one longer a link or invite.
 * Discord also honours no mention through `allowed_mentions`; this holds where that is forgotten.
 */
export function escapeText(text: string): string {
  return text
    .replace(HALF, '\uFFFD')
    .replace(TURNING, '')
    .replace(CONTROL, ' ')
    .replace(MARKUP, (mark) => `\\${mark}`)
    .replaceAll('@', `@${BREAK}`)
    .replace(/(https?|discord):(?=\/\/)/gi, (scheme) => `${scheme}${BREAK}`)
    .replace(/(discord(?:app)?)\.(gg|com)/gi, `$1${BREAK}.$2`);
}

/** Cuts at a whole character; what was cut shows as an ellipsis. `limit` counts UTF-16 units. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const last = text.charCodeAt(end - 1);
  const splits = last >= 0xd8_00 && last <= 0xdb_ff;
  return `${text.slice(0, splits ? end - 1 : end)}…`;
}

/** As many whole lines as fit into `limit` UTF-16 units, so that no spoiler or escape is cut open; an ellipsis shows that some are missing. */
export function wholeLines(lines: readonly string[], limit: number): string {
  const all = lines.join('\n');
  if (all.length <= limit) return all;
  const kept: string[] = [];
  let left = limit - 1;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return [...kept, '…'].join('\n');
}
