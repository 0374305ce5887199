import type { NotAssessed } from '../assess/assessment.js';
import type { InterfaceLanguage } from '../domain/community.js';
import type { GapReason } from '../domain/coverage.js';

/** What moderators read on the weekly report. Placeholders stand in braces. */
export interface ReportTexts {
  readonly title: string;
  readonly nothing: string;
  readonly messages: string;
  /** {count} */
  readonly assessed: string;
  readonly notAssessed: Readonly<Record<NotAssessed, string>>;
  readonly alerts: string;
  readonly noAlerts: string;
  /** {count} */
  readonly undecided: string;
  /** {count} {copies} */
  readonly campaigns: string;
  /** {number} {category} {copies} {channels} */
  readonly biggestCampaign: string;
  /** {count} */
  readonly erased: string;
  /** {when}; so that silence is noticed. */
  readonly next: string;
  readonly verdicts: string;
  /** {confirmed} {falseAlarms} */
  readonly decided: string;
  /** {percent} {low} {high} */
  readonly precision: string;
  /** {count} */
  readonly tooFew: string;
  /** {count} {same} {kappa} */
  readonly secondOpinions: string;
  readonly coverage: string;
  /** {covered} {known} */
  readonly channels: string;
  readonly noGaps: string;
  readonly gapReasons: Readonly<Record<GapReason, string>>;
  /** {count} */
  readonly more: string;
}

const english: ReportTexts = {
  title: 'Weekly report',
  nothing: 'Nothing was read this week, and there were no alerts.',
  messages: 'Messages',
  assessed: 'assessed: {count}',
  notAssessed: { 'no-text': 'not assessed, no text', 'perso-arabic': 'not assessed, Perso-Arabic script' },
  alerts: 'Alerts',
  noAlerts: 'none',
  undecided: 'not decided yet: {count}',
  campaigns: 'campaigns: {count}, messages in them: {copies}',
  biggestCampaign: 'the biggest: {number}, {category}, messages: {copies}, channels: {channels}',
  erased: 'retention: {count} texts erased',
  next: 'The next report is due on {when}. If none comes, Didbon is not running: tell whoever operates it.',
  verdicts: 'Verdicts so far',
  decided: 'confirmed: {confirmed} · false alarms: {falseAlarms}',
  precision: 'Of alerts like these, {percent} % were confirmed (95 % interval {low}–{high} %).',
  tooFew: 'A percentage is shown from {count} verdicts on.',
  secondOpinions: 'second opinions: {count}, the same verdict: {same}, Cohen’s κ: {kappa}',
  coverage: 'Coverage',
  channels: 'channels read: {covered} of {known}',
  noGaps: 'no gaps',
  gapReasons: {
    'before-first-start': 'before the first start',
    outage: 'outage',
    'no-permission': 'no permission',
    'history-unavailable': 'history not available',
    'channel-deleted': 'channel deleted',
    backfill: 'asked for, still to be read',
  },
  more: 'and {count} more',
};

const russian: ReportTexts = {
  title: 'Отчёт за неделю',
  nothing: 'За неделю ничего не прочитано, предупреждений не было.',
  messages: 'Сообщения',
  assessed: 'оценено: {count}',
  notAssessed: { 'no-text': 'не оценено, нет текста', 'perso-arabic': 'не оценено, арабо-персидское письмо' },
  alerts: 'Предупреждения',
  noAlerts: 'нет',
  undecided: 'ещё не решено: {count}',
  campaigns: 'кампаний: {count}, сообщений в них: {copies}',
  biggestCampaign: 'самая большая: {number}, {category}, сообщений: {copies}, каналов: {channels}',
  erased: 'по сроку хранения стёрто текстов: {count}',
  next: 'Следующий отчёт придёт {when}. Если его не будет, Didbon не работает: сообщите тому, кто за него отвечает.',
  verdicts: 'Решения за всё время',
  decided: 'подтверждено: {confirmed} · ложных тревог: {falseAlarms}',
  precision: 'Из таких предупреждений подтвердилось {percent} % (95-процентный интервал {low}–{high} %).',
  tooFew: 'Доля в процентах показывается начиная с {count} решений.',
  secondOpinions: 'вторых мнений: {count}, совпало: {same}, κ Коэна: {kappa}',
  coverage: 'Охват',
  channels: 'прочитано каналов: {covered} из {known}',
  noGaps: 'пропусков нет',
  gapReasons: {
    'before-first-start': 'до первого запуска',
    outage: 'перерыв в работе',
    'no-permission': 'нет прав',
    'history-unavailable': 'история недоступна',
    'channel-deleted': 'канал удалён',
    backfill: 'запрошено, ещё не прочитано',
  },
  more: 'и ещё {count}',
};

const tajik: ReportTexts = {
  title: 'Ҳисоботи ҳафта',
  nothing: 'Дар ин ҳафта чизе хонда нашуд ва огоҳӣ набуд.',
  messages: 'Паёмҳо',
  assessed: 'баҳо дода шуд: {count}',
  notAssessed: { 'no-text': 'баҳо дода нашуд, матн нест', 'perso-arabic': 'баҳо дода нашуд, хати форсӣ-арабӣ' },
  alerts: 'Огоҳиҳо',
  noAlerts: 'нест',
  undecided: 'ҳанӯз қарор нашудааст: {count}',
  campaigns: 'маъракаҳо: {count}, паёмҳо дар онҳо: {copies}',
  biggestCampaign: 'калонтаринаш: {number}, {category}, паёмҳо: {copies}, каналҳо: {channels}',
  erased: 'матнҳое, ки бо анҷоми муҳлати нигоҳдорӣ нест карда шуданд: {count}',
  next: 'Ҳисоботи навбатӣ {when} меояд. Агар наояд, Didbon кор намекунад: ба масъули он хабар диҳед.',
  verdicts: 'Қарорҳо то имрӯз',
  decided: 'тасдиқ шуд: {confirmed} · бонги бардурӯғ: {falseAlarms}',
  precision: 'Аз чунин огоҳиҳо {percent} % тасдиқ шуд (фосилаи 95-фоиза {low}–{high} %).',
  tooFew: 'Фоиз аз {count} қарор сар карда нишон дода мешавад.',
  secondOpinions: 'назарҳои дуюм: {count}, яксон: {same}, κ-и Коэн: {kappa}',
  coverage: 'Фарогирӣ',
  channels: 'каналҳои хондашуда: {covered} аз {known}',
  noGaps: 'холигӣ нест',
  gapReasons: {
    'before-first-start': 'пеш аз оғози аввал',
    outage: 'қатъи кор',
    'no-permission': 'иҷозат нест',
    'history-unavailable': 'таърих дастрас нест',
    'channel-deleted': 'канал нест карда шуд',
    backfill: 'дархост шуд, ҳанӯз хонда нашудааст',
  },
  more: 'ва боз {count}',
};

const uzbek: ReportTexts = {
  title: 'Haftalik hisobot',
  nothing: 'Bu hafta hech narsa oʻqilmadi va ogohlantirish boʻlmadi.',
  messages: 'Xabarlar',
  assessed: 'baholandi: {count}',
  notAssessed: { 'no-text': 'baholanmadi, matn yoʻq', 'perso-arabic': 'baholanmadi, fors-arab yozuvi' },
  alerts: 'Ogohlantirishlar',
  noAlerts: 'yoʻq',
  undecided: 'hali qaror qilinmagan: {count}',
  campaigns: 'kampaniyalar: {count}, ulardagi xabarlar: {copies}',
  biggestCampaign: 'eng kattasi: {number}, {category}, xabarlar: {copies}, kanallar: {channels}',
  erased: 'saqlash muddati tugab oʻchirilgan matnlar: {count}',
  next: 'Keyingi hisobot {when} keladi. Agar kelmasa, Didbon ishlamayapti: unga masʼul odamga xabar bering.',
  verdicts: 'Shu paytgacha qarorlar',
  decided: 'tasdiqlandi: {confirmed} · yolgʻon signal: {falseAlarms}',
  precision: 'Bunday ogohlantirishlarning {percent} % tasdiqlandi (95 % oraliq {low}–{high} %).',
  tooFew: 'Foiz {count} ta qarordan boshlab koʻrsatiladi.',
  secondOpinions: 'ikkinchi fikrlar: {count}, bir xil: {same}, Koen κ: {kappa}',
  coverage: 'Qamrov',
  channels: 'oʻqilgan kanallar: {known} tadan {covered} ta',
  noGaps: 'uzilish yoʻq',
  gapReasons: {
    'before-first-start': 'birinchi ishga tushirishdan oldin',
    outage: 'ish toʻxtagan',
    'no-permission': 'ruxsat yoʻq',
    'history-unavailable': 'tarixni oʻqib boʻlmadi',
    'channel-deleted': 'kanal oʻchirilgan',
    backfill: 'soʻralgan, hali oʻqilmagan',
  },
  more: 'va yana {count} ta',
};

const TEXTS: Readonly<Record<InterfaceLanguage, ReportTexts>> = { en: english, ru: russian, tg: tajik, uz: uzbek };

export function reportTextsIn(language: InterfaceLanguage): ReportTexts {
  return TEXTS[language];
}
