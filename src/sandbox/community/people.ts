/** Everybody in the sample community, by key. All are invented; `guest` is an account that nobody knows. */
export const PEOPLE = {
  zafar: 'Зафар',
  madina: 'Мадина',
  farrukh: 'Фаррух',
  nigora: 'Нигора',
  jihod: 'Ҷиҳод',
  safar: 'Сафар',
  dilshod: 'Dilshod',
  gulnora: 'Gulnora',
  bobur: 'Bobur',
  jasur: 'Жасур',
  shahnoza: 'Шаҳноза',
  rustam: 'Рустам',
  olya: 'Оля',
  timur: 'Тимур',
  sam: 'Sam',
  guest: 'Меҳмон',
  visitor: 'Mehmon2',
} as const;

export type PersonKey = keyof typeof PEOPLE;

/** The people who decide, and what each of them may do. */
export const MODERATORS = {
  /** Reads Tajik. */
  parviz: 'Парвиз',
  /** Reads Uzbek. */
  nodira: 'Nodira',
  /** Reads Russian. */
  vera: 'Вера',
  /** A moderator who reads none of the three. */
  alex: 'Alex',
} as const;

export type ModeratorKey = keyof typeof MODERATORS;
