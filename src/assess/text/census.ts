import { KIND, KINDS } from './characters.js';
import type { Habits } from './habits.js';
import { cyrillicCost, latinCost } from './look-alikes.js';
import type { Script } from './token.js';

/** How many units of each sort a spelling has, and what it would take to read it in either script. */
export interface Census {
  cyrillic: number;
  latin: number;
  alien: number;
  arabic: number;
  other: number;
  digits: number;
  symbols: number;
  /** How unlikely each reading is, see look-alikes.ts. */
  asCyrillic: number;
  asLatin: number;
}

/** Counts the units of a spelling. */
export function count(units: readonly number[]): Census {
  const census: Census = {
    cyrillic: 0,
    latin: 0,
    alien: 0,
    arabic: 0,
    other: 0,
    digits: 0,
    symbols: 0,
    asCyrillic: 0,
    asLatin: 0,
  };
  for (const unit of units) tally(census, unit);
  return census;
}

function tally(census: Census, unit: number): void {
  switch (KINDS[unit]) {
    case KIND.cyrillic:
    case KIND.cyrillicOther:
      census.cyrillic += 1;
      census.asLatin += costOf(unit);
      return;
    case KIND.latin:
    case KIND.latinOther:
      census.latin += 1;
      census.asCyrillic += costOf(unit);
      return;
    case KIND.alien:
      census.alien += 1;
      return;
    case KIND.arabic:
      census.arabic += 1;
      return;
    case KIND.digit:
      census.digits += 1;
      return;
    case KIND.symbol:
      census.symbols += 1;
      return;
    case KIND.apostrophe:
      return;
    default:
      census.other += 1;
  }
}

/** The script that a word is folded towards. */
export function scriptOf(census: Census, habits: Habits): Script {
  const { cyrillic, latin, alien, arabic, other, asCyrillic, asLatin } = census;
  const ours = cyrillic + latin;
  if (arabic > ours) return 'Arab';
  if (ours === 0 || alien + other > ours) return 'other';
  const likelier = habits.latin ? 'Latn' : 'Cyrl';
  if (cyrillic > 0 && latin > 0) {
    if (asCyrillic === asLatin) return likelier;
    return asCyrillic < asLatin ? 'Cyrl' : 'Latn';
  }
  // All letters are of one script, and all could be doubles: «po» in a text that swaps letters elsewhere.
  const swapped = habits.swaps && asCyrillic + asLatin === 0;
  if (swapped) return likelier;
  return cyrillic > 0 ? 'Cyrl' : 'Latn';
}

/** Whether every letter of a word in one script is a likely double of one in the other: such a word is folded where others are swapped. */
export function mayBeDoubles(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  for (let at = start; at < end; at += 1) if (costOf(text.charCodeAt(at)) > 0) return false;
  return true;
}

function costOf(unit: number): number {
  switch (KINDS[unit]) {
    case KIND.cyrillic:
    case KIND.cyrillicOther:
      return latinCost(unit);
    case KIND.latin:
    case KIND.latinOther:
      return cyrillicCost(baseLetter(unit));
    default:
      return 0;
  }
}

/** Whether digits and symbols of a word stand for letters. Half will do in Cyrillic, where digits stand for consonants too (`6а`, `60яд`), and one less in a text full of them (`3а60н`). */
export function mostlyLetters(census: Census, script: Script, habits: Habits): boolean {
  const letters = census.cyrillic + census.latin + census.alien;
  const disguised = census.digits + census.symbols;
  if (letters > disguised) return true;
  if (habits.digits) return letters >= 1 && letters >= disguised - 1;
  return letters === disguised && (script === 'Cyrl' || letters === 1);
}

/** The letter under an accent: what a look-alike is judged by. */
export function baseLetter(unit: number): number {
  return unit < 0x80 ? unit : String.fromCharCode(unit).normalize('NFD').charCodeAt(0);
}
