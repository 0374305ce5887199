/**
 * A moment as Discord shows it in each reader's own language and time zone: `R` for «3 hours ago», kept current, `f` for date
 * and time.
 */
export function timestamp(moment: Date, style: 'D' | 'R' | 'f'): string {
  return `<t:${Math.floor(moment.getTime() / 1000)}:${style}>`;
}
