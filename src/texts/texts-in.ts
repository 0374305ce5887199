import type { InterfaceLanguage } from '../domain/community.js';
import { english } from './english.js';
import { russian } from './russian.js';
import { tajik } from './tajik.js';
import type { Texts } from './texts.js';
import { uzbek } from './uzbek.js';

const TEXTS: Readonly<Record<InterfaceLanguage, Texts>> = { en: english, ru: russian, tg: tajik, uz: uzbek };

export function textsIn(language: InterfaceLanguage): Texts {
  return TEXTS[language];
}

/** Fills the placeholders of a text; one without a value stays as it is, so that it is seen. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
