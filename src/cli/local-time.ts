/** `2026-05-04 13:07`, as clocks of that time zone show it. */
export function localTime(moment: Date, timezone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' }).format(
    moment,
  );
}
