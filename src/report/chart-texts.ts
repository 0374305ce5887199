import type { InterfaceLanguage } from '../domain/community.js';

/** Words on the charts and beside them. Placeholders stand in braces. */
export interface ChartTexts {
  readonly messagesByDay: string;
  readonly messagesByChannel: string;
  readonly assessed: string;
  readonly notAssessed: string;
  readonly hoursUnread: string;
  readonly alertsByCategory: string;
  readonly thisPeriod: string;
  readonly meanBefore: string;
  readonly alertsByPeriod: string;
  readonly otherLanguages: string;
  readonly verdictsByCategory: string;
  readonly confirmed: string;
  readonly falseAlarm: string;
  readonly undecided: string;
  readonly precisionByLanguage: string;
  readonly risingTerms: string;
  readonly monthBefore: string;
  /** {time} {count} */
  readonly decisionTime: string;
  /** {hours} {minutes} */
  readonly duration: string;
}

const english: ChartTexts = {
  messagesByDay: 'Messages by day (UTC)',
  messagesByChannel: 'Messages by channel, busiest first',
  assessed: 'assessed',
  notAssessed: 'not assessed',
  hoursUnread: 'Hours that were not read, by channel',
  alertsByCategory: 'Alerts by category',
  thisPeriod: 'this week',
  meanBefore: 'mean of four weeks before',
  alertsByPeriod: 'Alerts by week and language',
  otherLanguages: 'other',
  verdictsByCategory: 'Verdicts by category',
  confirmed: 'confirmed',
  falseAlarm: 'false alarm',
  undecided: 'not decided',
  precisionByLanguage: 'Confirmed of 100 decided, 95 % interval',
  risingTerms: 'Words on the rise, in flagged messages',
  monthBefore: 'month before',
  decisionTime: 'median time to a decision: {time} ({count} decided)',
  duration: '{hours} h {minutes} min',
};

const russian: ChartTexts = {
  messagesByDay: 'Сообщения по дням (UTC)',
  messagesByChannel: 'Сообщения по каналам',
  assessed: 'оценено',
  notAssessed: 'не оценено',
  hoursUnread: 'Сколько часов не прочитано, по каналам',
  alertsByCategory: 'Предупреждения по видам',
  thisPeriod: 'эта неделя',
  meanBefore: 'в среднем за четыре недели до неё',
  alertsByPeriod: 'Предупреждения по неделям и языкам',
  otherLanguages: 'другие',
  verdictsByCategory: 'Решения по видам',
  confirmed: 'подтверждено',
  falseAlarm: 'ложная тревога',
  undecided: 'не решено',
  precisionByLanguage: 'Подтверждено из 100 решённых, интервал 95 %',
  risingTerms: 'Слова, которые участились в отмеченных сообщениях',
  monthBefore: 'месяц до этого',
  decisionTime: 'медианное время до решения: {time} (решено: {count})',
  duration: '{hours} ч {minutes} мин',
};

const tajik: ChartTexts = {
  messagesByDay: 'Паёмҳо аз рӯи рӯз (UTC)',
  messagesByChannel: 'Паёмҳо аз рӯи канал',
  assessed: 'баҳо дода шуд',
  notAssessed: 'баҳо дода нашуд',
  hoursUnread: 'Чанд соат хонда нашуд, аз рӯи канал',
  alertsByCategory: 'Огоҳиҳо аз рӯи навъ',
  thisPeriod: 'ин ҳафта',
  meanBefore: 'миёнаи чор ҳафтаи пеш',
  alertsByPeriod: 'Огоҳиҳо аз рӯи ҳафта ва забон',
  otherLanguages: 'дигар',
  verdictsByCategory: 'Қарорҳо аз рӯи навъ',
  confirmed: 'тасдиқ шуд',
  falseAlarm: 'бонги бардурӯғ',
  undecided: 'қарор нашудааст',
  precisionByLanguage: 'Тасдиқшуда аз 100 қарор, фосилаи 95 %',
  risingTerms: 'Калимаҳое, ки дар паёмҳои қайдшуда зиёд шуданд',
  monthBefore: 'моҳи пеш',
  decisionTime: 'вақти миёнаи қарор: {time} (қарор шуд: {count})',
  duration: '{hours} соату {minutes} дақиқа',
};

const uzbek: ChartTexts = {
  messagesByDay: 'Kunlar boʻyicha xabarlar (UTC)',
  messagesByChannel: 'Kanallar boʻyicha xabarlar',
  assessed: 'baholandi',
  notAssessed: 'baholanmadi',
  hoursUnread: 'Necha soat oʻqilmadi, kanallar boʻyicha',
  alertsByCategory: 'Turlar boʻyicha ogohlantirishlar',
  thisPeriod: 'shu hafta',
  meanBefore: 'oldingi toʻrt hafta oʻrtachasi',
  alertsByPeriod: 'Hafta va tillar boʻyicha ogohlantirishlar',
  otherLanguages: 'boshqa',
  verdictsByCategory: 'Turlar boʻyicha qarorlar',
  confirmed: 'tasdiqlandi',
  falseAlarm: 'yolgʻon signal',
  undecided: 'qaror qilinmagan',
  precisionByLanguage: '100 ta qarordan tasdiqlangani, 95 % oraliq',
  risingTerms: 'Belgilangan xabarlarda koʻpaygan soʻzlar',
  monthBefore: 'oldingi oy',
  decisionTime: 'qarorgacha oʻrtacha (mediana) vaqt: {time} (qaror: {count})',
  duration: '{hours} soat {minutes} daqiqa',
};

const TEXTS: Readonly<Record<InterfaceLanguage, ChartTexts>> = { en: english, ru: russian, tg: tajik, uz: uzbek };

export function chartTextsIn(language: InterfaceLanguage): ChartTexts {
  return TEXTS[language];
}
