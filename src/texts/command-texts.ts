import { type BudgetTexts, budgetInEnglish, budgetInRussian, budgetInTajik, budgetInUzbek } from './budget-texts.js';

/** What is answered to commands. Placeholders stand in braces. */
export interface CommandTexts {
  readonly onlyTeam: string;
  readonly onlyManagers: string;
  readonly notServed: string;
  readonly failed: string;
  readonly nothingFound: string;
  readonly notAssessed: string;
  readonly assessed: string;
  readonly coverage: string;
  readonly status: {
    readonly title: string;
    /** {pack} */
    readonly pack: string;
    /** {count} */
    readonly messages: string;
    /** {undecided} {waiting} */
    readonly alerts: string;
    /** {member} {when} */
    readonly paused: string;
    readonly pausedAll: string;
    readonly running: string;
  };
  readonly terms: {
    /** {word} */
    readonly none: string;
    /** {count} */
    readonly more: string;
  };
  readonly budget: BudgetTexts;
  readonly paused: string;
  readonly pausedAll: string;
  readonly resumed: string;
  readonly notPaused: string;
  /** {count} {member} */
  readonly forgotten: string;
  readonly report: {
    readonly thanks: string;
    readonly tooMany: string;
    readonly notRead: string;
    readonly ours: string;
  };
}

export const commandsInEnglish: CommandTexts = {
  onlyTeam: 'Only members with a moderator or reader role can use this.',
  onlyManagers: 'You need Discord’s permission Manage Server for this.',
  notServed: 'The bot does not serve this community.',
  failed: 'This did not work just now. Please try again in a minute.',
  nothingFound: 'Nothing was found in it.',
  notAssessed: 'It was not assessed: there is no text in it that the bot can read.',
  assessed: 'What the bot thinks of it',
  coverage: 'What is read, and what was not in the last 30 days',
  status: {
    title: 'Didbon is watching',
    pack: 'classifier: {pack}',
    messages: 'messages read so far: {count}',
    alerts: 'alerts not decided yet: {undecided}, of these waiting for their card: {waiting}',
    paused: '⏸ Paused by {member} {when}: new cards wait, urgent ones come.',
    pausedAll: '⏸ Paused by {member} {when}: all new cards wait, urgent ones, too.',
    running: 'Cards come as they are due.',
  },
  budget: budgetInEnglish,
  terms: { none: 'No word of the classifier matches {word}.', more: 'and {count} more; write more of the word' },
  paused:
    'Paused: no new cards until somebody resumes. Urgent ones come all the same. Messages are read and recorded meanwhile.',
  pausedAll:
    'Paused: no new cards, not even urgent ones, until somebody resumes. Messages are read and recorded meanwhile.',
  resumed: 'Resumed: the cards that waited are being posted.',
  notPaused: 'There was no pause.',
  forgotten: 'Erased: {count} flagged messages of {member}. Their cards lose the text within a minute.',
  report: {
    thanks: 'Thank you. The moderators will look at this message. Your name does not stand on the report.',
    tooMany: 'Thank you for looking out. You have reported much today already; please write to a moderator.',
    notRead: 'The bot does not read this channel. Please write to a moderator.',
    ours: 'This is a message of the bot itself.',
  },
};

export const commandsInRussian: CommandTexts = {
  onlyTeam: 'Это доступно только участникам с ролью модератора или читающего.',
  onlyManagers: 'Для этого вам нужно право Discord «Управлять сервером».',
  notServed: 'Бот не обслуживает это сообщество.',
  failed: 'Сейчас не получилось. Попробуйте ещё раз через минуту.',
  nothingFound: 'Ничего не найдено.',
  notAssessed: 'Не оценено: здесь нет текста, который бот может прочитать.',
  assessed: 'Что об этом думает бот',
  coverage: 'Что читается и что осталось непрочитанным за последние 30 дней',
  status: {
    title: 'Дидбон на посту',
    pack: 'классификатор: {pack}',
    messages: 'прочитано сообщений: {count}',
    alerts: 'ещё не решено тревог: {undecided}, из них ждут карточки: {waiting}',
    paused: '⏸ {member} поставил(а) на паузу {when}: новые карточки ждут, срочные приходят.',
    pausedAll: '⏸ {member} поставил(а) на паузу {when}: ждут все новые карточки, и срочные тоже.',
    running: 'Карточки приходят в свой срок.',
  },
  budget: budgetInRussian,
  terms: { none: 'В классификаторе нет слова, похожего на {word}.', more: 'и ещё {count}; напишите слово полнее' },
  paused:
    'Пауза: новых карточек не будет, пока кто-нибудь не возобновит. Срочные приходят всё равно. Сообщения тем временем читаются и записываются.',
  pausedAll:
    'Пауза: новых карточек, даже срочных, не будет, пока кто-нибудь не возобновит. Сообщения тем временем читаются и записываются.',
  resumed: 'Возобновлено: карточки, которые ждали, публикуются.',
  notPaused: 'Паузы не было.',
  forgotten: 'Стёрто отмеченных сообщений {member}: {count}. С карточек текст исчезнет в течение минуты.',
  report: {
    thanks: 'Спасибо. Модераторы посмотрят на это сообщение. Вашего имени в обращении нет.',
    tooMany: 'Спасибо за внимательность. Сегодня вы уже сообщили о многом; напишите, пожалуйста, модератору.',
    notRead: 'Этот канал бот не читает. Напишите, пожалуйста, модератору.',
    ours: 'Это сообщение самого бота.',
  },
};

export const commandsInTajik: CommandTexts = {
  onlyTeam: 'Инро танҳо аъзоёне истифода бурда метавонанд, ки нақши модератор ё хонанда доранд.',
  onlyManagers: 'Барои ин ба шумо иҷозати «Manage Server»-и Discord лозим аст.',
  notServed: 'Бот ба ин ҷомеа хизмат намекунад.',
  failed: 'Ҳоло нашуд. Лутфан, пас аз як дақиқа боз кӯшиш кунед.',
  nothingFound: 'Дар он чизе ёфт нашуд.',
  notAssessed: 'Баҳо дода нашуд: дар он матне нест, ки бот хонда тавонад.',
  assessed: 'Бот дар ин бора чӣ фикр дорад',
  coverage: 'Чӣ хонда мешавад ва дар 30 рӯзи охир чӣ нохонда монд',
  status: {
    title: 'Дидбон посбонӣ мекунад',
    pack: 'таснифгар: {pack}',
    messages: 'то ҳол хонда шуд: {count} паём',
    alerts: 'огоҳиҳои ҳанӯз беқарор: {undecided}, аз онҳо мунтазири корт: {waiting}',
    paused: '⏸ {member} таваққуф кард {when}: кортҳои нав мунтазиранд, таъҷилиҳо меоянд.',
    pausedAll: '⏸ {member} таваққуф кард {when}: ҳамаи кортҳои нав мунтазиранд, таъҷилиҳо ҳам.',
    running: 'Кортҳо дар вақташ меоянд.',
  },
  budget: budgetInTajik,
  terms: { none: 'Дар таснифгар калимае монанди {word} нест.', more: 'ва боз {count}; калимаро пурратар нависед' },
  paused:
    'Таваққуф: то касе идома надиҳад, корти нав намешавад. Таъҷилиҳо ба ҳар ҳол меоянд. Паёмҳо дар ин муддат хонда ва сабт мешаванд.',
  pausedAll:
    'Таваққуф: то касе идома надиҳад, корти нав, ҳатто таъҷилӣ, намешавад. Паёмҳо дар ин муддат хонда ва сабт мешаванд.',
  resumed: 'Идома ёфт: кортҳое, ки мунтазир буданд, гузошта мешаванд.',
  notPaused: 'Таваққуф набуд.',
  forgotten: 'Нест карда шуд: {count} паёми қайдшудаи {member}. Матн аз кортҳо дар давоми як дақиқа нест мешавад.',
  report: {
    thanks: 'Раҳмат. Модераторон ба ин паём менигаранд. Номи шумо дар хабар нест.',
    tooMany: 'Раҳмат барои ҳушёрӣ. Имрӯз шумо аллакай бисёр хабар додед; лутфан, ба модератор нависед.',
    notRead: 'Бот ин каналро намехонад. Лутфан, ба модератор нависед.',
    ours: 'Ин паёми худи бот аст.',
  },
};

export const commandsInUzbek: CommandTexts = {
  onlyTeam: 'Buni faqat moderator yoki oʻquvchi roliga ega aʼzolar ishlata oladi.',
  onlyManagers: 'Buning uchun sizga Discordning «Manage Server» ruxsati kerak.',
  notServed: 'Bot bu jamoaga xizmat qilmaydi.',
  failed: 'Hozir boʻlmadi. Iltimos, bir daqiqadan soʻng qayta urinib koʻring.',
  nothingFound: 'Unda hech narsa topilmadi.',
  notAssessed: 'Baholanmadi: unda bot oʻqiy oladigan matn yoʻq.',
  assessed: 'Bot bu haqda nima deb oʻylaydi',
  coverage: 'Nima oʻqiladi va soʻnggi 30 kunda nima oʻqilmay qoldi',
  status: {
    title: 'Didbon kuzatmoqda',
    pack: 'tasniflagich: {pack}',
    messages: 'shu paytgacha oʻqilgan xabarlar: {count}',
    alerts: 'hali qaror qilinmagan ogohlantirishlar: {undecided}, shulardan kartasini kutayotgani: {waiting}',
    paused: '⏸ {member} toʻxtatib qoʻydi {when}: yangi kartalar kutadi, shoshilinchlari keladi.',
    pausedAll: '⏸ {member} toʻxtatib qoʻydi {when}: barcha yangi kartalar kutadi, shoshilinchlari ham.',
    running: 'Kartalar oʻz vaqtida keladi.',
  },
  budget: budgetInUzbek,
  terms: { none: 'Tasniflagichda {word} ga oʻxshash soʻz yoʻq.', more: 'va yana {count} ta; soʻzni toʻliqroq yozing' },
  paused:
    'Toʻxtatildi: kimdir davom ettirmaguncha yangi karta boʻlmaydi. Shoshilinchlari baribir keladi. Xabarlar bu orada oʻqiladi va yozib boriladi.',
  pausedAll:
    'Toʻxtatildi: kimdir davom ettirmaguncha yangi karta, hatto shoshilinchi ham boʻlmaydi. Xabarlar bu orada oʻqiladi va yozib boriladi.',
  resumed: 'Davom ettirildi: kutgan kartalar joylanmoqda.',
  notPaused: 'Toʻxtatilmagan edi.',
  forgotten: 'Oʻchirildi: {member} ning {count} ta belgilangan xabari. Kartalardan matn bir daqiqa ichida yoʻqoladi.',
  report: {
    thanks: 'Rahmat. Moderatorlar bu xabarni koʻradi. Murojaatda ismingiz yoʻq.',
    tooMany: 'Hushyorligingiz uchun rahmat. Bugun siz koʻp xabar berdingiz; iltimos, moderatorga yozing.',
    notRead: 'Bot bu kanalni oʻqimaydi. Iltimos, moderatorga yozing.',
    ours: 'Bu botning oʻz xabari.',
  },
};
