const MARKUP = /[\\*_~`|>#[\]()<>-]/g;
/** Zero-width space: breaks a mention or a link for Discord, and leaves it legible. */
const BREAK = '\u200B';

/**
 * Makes text of members harmless on a card: no markup, no mention, no link or invite that opens.
 * Discord also honours none of it through `allowed_mentions`; this holds where that is forgotten.
 */
export function escapeText(text: string): string {
  return text
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
