import type { Texts } from './texts.js';

export const tajik: Texts = {
  levels: { none: 'чизе ёфт нашуд', watch: 'назорат', review: 'лутфан, санҷед', urgent: 'таъҷилӣ' },
  categories: {
    join: 'даъват ба ҳамроҳ шудан',
    travel: 'даъват ба сафар',
    pledge: 'байъат',
    pay: 'даъват ба пардохт',
    publicise: 'даъват ба паҳн кардан',
    violence: 'даъват ба хушунат',
    praise: 'ситоиши ҳамла',
    threat: 'таҳдид',
  },
  polarities: { for: 'ба ин даъват мекунад', against: 'бар зидди ин аст', unclear: 'номаълум' },
  buttons: { confirm: 'Тасдиқ', 'false-alarm': 'Бонги бардурӯғ', why: 'Чаро?', waiting: 'Нишон додани мунтазирҳо' },
  verdicts: { confirmed: 'Тасдиқ шуд', 'false-alarm': 'Бонги бардурӯғ' },
  bands: { weak: 'суст', clear: 'равшан', strong: 'қавӣ' },
  card: {
    message: 'Паём',
    erased: 'Матн нест карда шуд.',
    deleted: 'Дар Discord нест карда шуд {when}',
    matched: 'Чӣ мувофиқ омад',
    place: 'Ҷой',
    open: 'кушодан',
    author: 'Муаллиф',
    language: 'Забон',
    score: 'Далелҳо',
    age: 'Навишта шуд',
    decided: '{verdict}: {member} {when}',
    edited: 'таҳрир шуд {when}',
  },
  campaign: {
    copies: 'Паёмҳо: {copies} · каналҳо: {channels} · вариантҳои матн: {wordings}',
    oneWording: 'Қарор танҳо ба матни дар ин ҷо нишондодашуда дахл дорад. Вариантҳои дигар баъд корти худро мегиранд.',
    deleted: 'Дар Discord нест карда шуд: {deleted} аз {copies}',
    otherChannels: 'каналҳои дигар: {channels}',
    like: 'монанд ба {card}: {verdict}',
  },
  overflow: {
    waiting: 'Боз огоҳиҳои мунтазир: {count}',
    why: 'Ҳадди {cap} корт дар як соат пур шуд. Боқимонда баробари пайдо шудани ҷой меоянд; таъҷилиҳо ҳеҷ гоҳ боздошта намешаванд.',
    none: 'Дигар ягон огоҳӣ мунтазир нест.',
    andMore: 'ва боз {count}',
  },
  answers: {
    alreadyDecided: 'Аллакай қарор шудааст: {verdict}, {member} {when}.',
    needsModerator: 'Танҳо аъзоёне, ки нақши модератор ё хонанда доранд, қарор карда метавонанд.',
    needsReader:
      'Танҳо касе, ки бо ин забон ({language}) мехонад, тасдиқ карда метавонад. Шумо метавонед бонги бардурӯғро қайд кунед ё аз хонанда пурсед.',
    secondNeeded:
      'Қайд шуд. Барои ин забон нақши хонанда муайян нашудааст, бинобар ин шахси дуюм низ бояд тасдиқ кунад.',
    secondMustDiffer: 'Шумо аллакай тасдиқ кардед; шахси дуюм низ бояд тасдиқ кунад.',
    gone: 'Ин огоҳӣ дигар нигоҳ дошта намешавад.',
    failed: 'Ҳоло нашуд. Лутфан, пас аз як дақиқа боз пахш кунед.',
    why: 'Чаро ин қайд шуд',
    lowered: 'Чӣ бар зидди ин буд',
  },
};
