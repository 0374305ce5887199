import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../domain/community.js';
import { english } from './english.js';
import { russian } from './russian.js';
import { tajik } from './tajik.js';
import type { Texts } from './texts.js';
import { uzbek } from './uzbek.js';

const TEXTS: Readonly<Record<InterfaceLanguage, Texts>> = { en: english, ru: russian, tg: tajik, uz: uzbek };

export function textsIn(language: InterfaceLanguage): Texts {
  return TEXTS[language];
}

/** The texts for the locale of somebody's Discord, such as `ru` or `en-GB`; for one that has none, those of their community. */
export function textsForLocale(locale: string, community: InterfaceLanguage): Texts {
  const own = locale.split('-')[0]?.toLowerCase();
  return textsIn(INTERFACE_LANGUAGES.find((known) => known === own) ?? community);
}

/** Fills the placeholders of a text; one without a value stays as it is, so that it is seen. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
