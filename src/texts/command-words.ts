/** What Discord shows of the commands before any is used: in English and, where somebody's Discord is Russian, in Russian. It knows neither Tajik nor Uzbek. */
export const commandWords = {
  didbon: { en: 'The watch over this community', ru: 'Дозор этого сообщества' },
  status: { en: 'Whether the bot watches, and what waits', ru: 'Работает ли бот и что ждёт решения' },
  score: { en: 'What the bot thinks of a text; nothing is kept', ru: 'Что бот думает о тексте; ничего не сохраняется' },
  'score-text': { en: 'The text', ru: 'Текст' },
  report: { en: 'What was read, alerted and decided', ru: 'Что прочитано, отмечено и решено' },
  'report-days': { en: 'How many days back; 7 unless you say otherwise', ru: 'За сколько дней; если не указано, за 7' },
  budget: {
    en: 'What so many cards a day would take and cost; changes nothing',
    ru: 'Чего потребует и чего будет стоить столько карточек в день; ничего не меняет',
  },
  'budget-alerts': {
    en: 'Cards a day that the team can look at',
    ru: 'Сколько карточек в день может посмотреть команда',
  },
  coverage: {
    en: 'Which channels are read, and what was not',
    ru: 'Какие каналы читаются и что осталось непрочитанным',
  },
  terms: { en: 'The words of the classifier', ru: 'Слова классификатора' },
  'terms-search': { en: 'Look a word up', ru: 'Найти слово' },
  'terms-word': {
    en: 'The word, or part of it, or of its English gloss',
    ru: 'Слово, его часть или часть английского толкования',
  },
  pause: {
    en: 'No new cards until you resume; messages are read all the same',
    ru: 'Новых карточек не будет, пока не возобновите; чтение продолжается',
  },
  'pause-urgent': { en: 'Hold urgent cards, too', ru: 'Задерживать и срочные' },
  resume: { en: 'Post the cards that wait', ru: 'Опубликовать карточки, которые ждут' },
  forget: { en: 'Erase what is held', ru: 'Стереть то, что хранится' },
  'forget-user': {
    en: 'Erase what is held of a member’s messages',
    ru: 'Стереть то, что хранится о сообщениях участника',
  },
  'forget-who': { en: 'The member', ru: 'Участник' },
  /** Names of the menu on a message; their English ones are what Discord knows them by. */
  'assess-message': { en: 'Assess this message', ru: 'Оценить сообщение' },
  'report-message': { en: 'Report to moderators', ru: 'Сообщить модераторам' },
} as const;
