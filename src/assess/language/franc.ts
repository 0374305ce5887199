import { francAll } from 'franc';

/** What franc reads at most; more letters cost time (0.16 ms already) and change nothing. */
const MOST_LETTERS = 120;

/**
 * Candidates: everything widely written in Cyrillic or Latin. Given only our three languages franc would call all Latin text
 * Uzbek and Kyrgyz Tajik.
 */
const CANDIDATES = (
  'afr azj bel bos bul cat ces ceb dan deu ell eng epo est eus fin fra glg hau hat hms hrv hun ibo ilo ind ita jav kaz kir kin ' +
  'kmr lav lit mad mkd nld nno nob nya pol por quz ron rus run slk slv sna som spa srp sun swe swh tat tgk tgl tuk tur uig ukr ' +
  'uzn vie xho yor zlm zul'
).split(' ');

const OURS: ReadonlyMap<string, readonly [cyrillic: string, latin: string]> = new Map([
  ['tgk', ['tg', 'tg-Latn']],
  ['uzn', ['uz-Cyrl', 'uz-Latn']],
  ['rus', ['ru', 'ru-Latn']],
]);

/** What franc takes a text for: one of our tags, an ISO 639-3 code, or `und`. */
export function askFranc(words: readonly string[], script: 'Cyrl' | 'Latn'): string {
  const [best] = francAll(words.join(' ').slice(0, MOST_LETTERS), { only: [...CANDIDATES], minLength: 3 });
  const code = best?.[0] ?? 'und';
  const ours = OURS.get(code);
  return ours === undefined ? code : ours[script === 'Cyrl' ? 0 : 1];
}
