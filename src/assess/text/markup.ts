/** Longest `<…>` that Discord makes of a mention, an emoji or a timestamp. */
const LONGEST_TAG = 64;
const LONGEST_HOST = 80;
/** Labels of a host name that are looked at; letters dotted out have more. */
const MOST_LABELS = 4;
const GREATER = 0x3e;
const SLASH = 0x2f;
const DOT = 0x2e;

const TAG_OPENERS = ['<@', '<#', '<:', '<a:', '<t:', '</', '<id:'] as const;
const TOP_LEVEL = new Set(
  'com org net info me ru tj uz kz kg su io gg tv ly cc co app site online xyz link shop club pro dev biz'.split(' '),
);

/** Where the Discord tag (`<@1>`, `<:name:1>`, `<t:1:R>`) that opens here ends, or `at` when none does. */
export function endOfTag(text: string, at: number): number {
  if (!TAG_OPENERS.some((opener) => text.startsWith(opener, at))) return at;
  const limit = Math.min(text.length, at + LONGEST_TAG);
  for (let end = at + 2; end < limit; end += 1) {
    const code = text.charCodeAt(end);
    if (code === GREATER) return end + 1;
    if (isSpace(code)) return at;
  }
  return at;
}

/** Where the target of `[text](target)` ends when `at` stands on its `]`, or `at` when no link closes there. */
export function endOfLinkTarget(text: string, at: number): number {
  if (!text.startsWith('](', at)) return at;
  const from = text.startsWith('<', at + 2) ? at + 3 : at + 2;
  if (!text.startsWith('http', from)) return at;
  for (let end = from; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === 0x29) return end + 1;
    // A further ] means that this link never closed; stopping there keeps the scan linear.
    if (isSpace(code) || code === 0x5d) return at;
  }
  return at;
}

/**
 * Where the address ends whose scheme or first label ends at `at`, or `at` when it is no address:
 * `https` before `://…`, `t` before `.me/…`, `example` before `.com`.
 */
export function endOfAddress(text: string, at: number): number {
  if (text.startsWith('://', at)) return endOfRun(text, at + 3);
  if (text.charCodeAt(at) === 0x40) return endOfHost(text, at);
  return text.charCodeAt(at) === DOT ? endOfHost(text, at) : at;
}

function endOfHost(text: string, at: number): number {
  const limit = Math.min(text.length, at + LONGEST_HOST);
  let end = at + 1;
  let label = end;
  let labels = 1;
  for (; end < limit && labels <= MOST_LABELS; end += 1) {
    const code = text.charCodeAt(end);
    if (code === DOT && end > label) {
      label = end + 1;
      labels += 1;
    } else if (!isHostCode(code)) break;
  }
  if (end <= label) return at;
  if (text.charCodeAt(label - 1) !== DOT) return at;
  const known = TOP_LEVEL.has(text.slice(label, end).toLowerCase());
  if (text.charCodeAt(end) === SLASH && (known || end - label <= 3)) return endOfRun(text, end);
  return known ? end : at;
}

function endOfRun(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (isSpace(code) || code === GREATER || code === 0x3c || code === 0x29 || code === 0x7c || code === 0x22) break;
    end += 1;
  }
  return end;
}

function isHostCode(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39) || code === 0x2d
  );
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000;
}
