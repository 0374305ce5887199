/** The channels that people write in, by key. `questions` is a forum, and `imports` takes texts from files. */
export const PLACES = {
  general: 'умумий-чат',
  work: 'кор-ва-манзил',
  football: 'футбол',
  faith: 'дин',
  news: 'хабарҳо',
  russian: 'русский',
  english: 'english',
  questions: 'savol-javob',
  imports: 'воридот',
} as const;

export type PlaceKey = keyof typeof PLACES;

/** What each channel is for, as its topic says. */
export const TOPICS: Readonly<Record<PlaceKey, string>> = {
  general: 'Гуфтугӯи озод · Эркин суҳбат · Обо всём',
  work: 'Кор ва хонаи иҷора · Иш ва ижара',
  football: 'Бозиҳо ва баҳсҳо',
  faith: 'Дуо, намоз, рӯза',
  news: 'Хабарҳои рӯз · Кун янгиликлари · Новости',
  russian: 'По-русски',
  english: 'Practise your English',
  questions: 'Саволу ҷавоб · Савол-жавоб',
  imports: 'Матнҳо аз файл',
};
