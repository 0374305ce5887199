/** What is answered to `/didbon budget`. Placeholders stand in braces. */
export interface BudgetTexts {
  /** {wanted} */
  readonly title: string;
  /** {days} */
  readonly nothing: string;
  readonly kept: string;
  /** {raise} */
  readonly raise: string;
  /** {after} */
  readonly notKept: string;
  readonly all: string;
  /** {before} {after} */
  readonly threshold: string;
  /** {before} {after} */
  readonly cards: string;
  /** {count} {calls} */
  readonly givenUp: string;
  /** {confirmed} {decided} */
  readonly decided: string;
  /** {percent} {low} {high} */
  readonly precision: string;
  /** {count} */
  readonly tooFew: string;
  /** {days} */
  readonly unchanged: string;
}

export const budgetInEnglish: BudgetTexts = {
  title: 'A budget of {wanted} cards a day',
  nothing: 'Nothing was read in the last {days} days, so the cards to expect are not known.',
  kept: 'The cards keep to it as it is.',
  raise: 'Every threshold would have to rise by {raise}.',
  notKept: 'Even the highest thresholds would leave {after} cards a day: urgent ones are never held back.',
  all: 'all',
  threshold: 'threshold {before} → {after}',
  cards: 'cards a day {before} → {after}',
  givenUp: 'recall given up on written cases: {count} of {calls} calls',
  decided: 'confirmed {confirmed} of {decided} decided',
  precision: '{percent} % confirmed (95 % interval {low}–{high} %)',
  tooFew: 'A percentage is shown from {count} verdicts on.',
  unchanged: 'Days in which messages were read, and which this goes by: {days}. Nothing was changed.',
};

export const budgetInRussian: BudgetTexts = {
  title: 'Бюджет: карточек в день — {wanted}',
  nothing: 'За последние дни ({days}) ничего не прочитано, поэтому неизвестно, сколько карточек ждать.',
  kept: 'Карточки и так укладываются в него.',
  raise: 'Каждый порог пришлось бы поднять на {raise}.',
  notKept: 'Даже при самых высоких порогах останется карточек в день: {after}. Срочные не задерживаются никогда.',
  all: 'все',
  threshold: 'порог {before} → {after}',
  cards: 'карточек в день {before} → {after}',
  givenUp: 'потеря полноты на составленных примерах: призывов {count} из {calls}',
  decided: 'подтверждено {confirmed} из {decided} решённых',
  precision: 'подтвердилось {percent} % (95-процентный интервал {low}–{high} %)',
  tooFew: 'Доля в процентах показывается начиная с {count} решений.',
  unchanged: 'Дней, когда что-то читалось и по которым это посчитано: {days}. Ничего не изменено.',
};

export const budgetInTajik: BudgetTexts = {
  title: 'Буҷет: дар як рӯз {wanted} корт',
  nothing: 'Дар {days} рӯзи охир чизе хонда нашуд, аз ин рӯ маълум нест, ки чанд кортро интизор шудан лозим аст.',
  kept: 'Кортҳо ҳозир ҳам аз он зиёд нестанд.',
  raise: 'Ҳар як ҳадди баҳоро {raise} боло бурдан лозим мешуд.',
  notKept: 'Ҳатто бо баландтарин ҳадҳо дар як рӯз {after} корт мемонад: таъҷилиҳо ҳеҷ гоҳ нигоҳ дошта намешаванд.',
  all: 'ҳама',
  threshold: 'ҳадди баҳо {before} → {after}',
  cards: 'корт дар як рӯз {before} → {after}',
  givenUp: 'даъватҳое, ки дар мисолҳои навишташуда аз даст мераванд: {count} аз {calls}',
  decided: 'тасдиқ шуд: {confirmed} аз {decided} қарор',
  precision: '{percent} % тасдиқ шуд (фосилаи 95-фоиза {low}–{high} %)',
  tooFew: 'Фоиз аз {count} қарор сар карда нишон дода мешавад.',
  unchanged: 'Рӯзҳое, ки дар онҳо паём хонда шуд ва ҳисоб аз рӯи онҳост: {days}. Ҳеҷ чиз тағйир дода нашуд.',
};

export const budgetInUzbek: BudgetTexts = {
  title: 'Byudjet: kuniga {wanted} ta karta',
  nothing: 'Soʻnggi {days} kunda hech narsa oʻqilmadi, shuning uchun nechta karta kutish kerakligi nomaʼlum.',
  kept: 'Kartalar hozir ham undan oshmaydi.',
  raise: 'Har bir chegarani {raise} ga koʻtarish kerak boʻlar edi.',
  notKept: 'Eng baland chegaralarda ham kuniga {after} ta karta qoladi: shoshilinchlari hech qachon ushlab turilmaydi.',
  all: 'hammasi',
  threshold: 'chegara {before} → {after}',
  cards: 'kuniga karta {before} → {after}',
  givenUp: 'yozilgan misollarda boy beriladigan chaqiriqlar: {calls} tadan {count} ta',
  decided: 'tasdiqlandi: {decided} ta qarordan {confirmed} ta',
  precision: '{percent} % tasdiqlandi (95 % oraliq {low}–{high} %)',
  tooFew: 'Foiz {count} ta qarordan boshlab koʻrsatiladi.',
  unchanged: 'Xabarlar oʻqilgan va hisobga olingan kunlar: {days}. Hech narsa oʻzgartirilmadi.',
};
