import { francAll } from 'franc';

/** What franc reads at most; more letters cost time (0.16 ms already) and change nothing. */
const MOST_LETTERS = 120;

/**
 * Candidates: everything widely written in Cyrillic or Latin, by franc's ISO 639-3 code, with the BCP-47 tag where that is
 * shorter. Given only our three languages franc would call all Latin text Uzbek and Kyrgyz Tajik.
 */
const TAGS: ReadonlyMap<string, string> = new Map(
  (
    'afr=af azj=az bel=be bos=bs bul=bg cat=ca ces=cs ceb dan=da deu=de ell=el eng=en epo=eo est=et eus=eu fin=fi fra=fr glg=gl ' +
    'hau=ha hat=ht hms hrv=hr hun=hu ibo=ig ilo ind=id ita=it jav=jv kaz=kk kin=rw kir=ky kmr=ku lav=lv lit=lt mad mkd=mk nld=nl ' +
    'nno=nn nob=nb nya=ny pol=pl por=pt quz=qu ron=ro run=rn rus slk=sk slv=sl sna=sn som=so spa=es srp=sr sun=su swe=sv swh=sw ' +
    'tat=tt tgk tgl=tl tuk=tk tur=tr uig=ug ukr=uk uzn vie=vi xho=xh yor=yo zlm=ms zul=zu'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [code = '', tag = code] = pair.split('=');
      return [code, tag];
    }),
);
const CANDIDATES = [...TAGS.keys()];

const OURS: ReadonlyMap<string, readonly [cyrillic: string, latin: string]> = new Map([
  ['tgk', ['tg', 'tg-Latn']],
  ['uzn', ['uz-Cyrl', 'uz-Latn']],
  ['rus', ['ru', 'ru-Latn']],
]);

/** What franc takes a text for: one of our tags, another BCP-47 language, or `und`. */
export function askFranc(words: readonly string[], script: 'Cyrl' | 'Latn'): string {
  const [best] = francAll(words.join(' ').slice(0, MOST_LETTERS), { only: CANDIDATES, minLength: 3 });
  const code = best?.[0] ?? 'und';
  const ours = OURS.get(code);
  return ours === undefined ? (TAGS.get(code) ?? code) : ours[script === 'Cyrl' ? 0 : 1];
}
