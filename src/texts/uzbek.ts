import type { Texts } from './texts.js';

export const uzbek: Texts = {
  levels: { none: 'hech narsa topilmadi', watch: 'kuzatuv', review: 'iltimos, tekshiring', urgent: 'shoshilinch' },
  categories: {
    join: 'qoʻshilishga chaqiriq',
    travel: 'safarga chaqiriq',
    pledge: 'bayʼat',
    pay: 'pul berishga chaqiriq',
    publicise: 'tarqatishga chaqiriq',
    violence: 'zoʻravonlikka chaqiriq',
    praise: 'hujumni olqishlash',
    threat: 'tahdid',
  },
  polarities: { for: 'bunga chaqiradi', against: 'bunga qarshi', unclear: 'noaniq' },
  buttons: {
    confirm: 'Tasdiqlash',
    'false-alarm': 'Yolgʻon signal',
    why: 'Nega?',
    waiting: 'Kutayotganlarni koʻrsatish',
  },
  verdicts: { confirmed: 'Tasdiqlandi', 'false-alarm': 'Yolgʻon signal' },
  bands: { weak: 'kuchsiz', clear: 'aniq', strong: 'kuchli' },
  card: {
    message: 'Xabar',
    erased: 'Matn oʻchirildi.',
    deleted: 'Discordda oʻchirildi {when}',
    matched: 'Nima mos keldi',
    place: 'Qayerda',
    open: 'ochish',
    author: 'Muallif',
    language: 'Til',
    score: 'Dalillar',
    age: 'Yozilgan',
    decided: '{verdict}: {member} {when}',
    edited: 'tahrirlangan {when}',
  },
  campaign: {
    copies: 'Xabarlar: {copies} · kanallar: {channels} · matn variantlari: {wordings}',
    oneWording: 'Qaror faqat shu yerda koʻrsatilgan matnga tegishli. Qolgan variantlar keyin oʻz kartasini oladi.',
    deleted: 'Discordda oʻchirilgan: {deleted} / {copies}',
    otherChannels: 'boshqa kanallar: {channels}',
    like: '{card}-kartaga oʻxshash: {verdict}',
  },
  overflow: {
    waiting: 'Yana kutayotgan ogohlantirishlar: {count}',
    why: 'Soatiga {cap} ta karta chegarasiga yetildi. Qolganlari joy boʻshashi bilan chiqadi; shoshilinchlari hech qachon ushlab turilmaydi.',
    none: 'Endi hech qanday ogohlantirish kutmayapti.',
    andMore: 'va yana {count} ta',
  },
  answers: {
    alreadyDecided: 'Qaror qabul qilingan: {verdict}, {member} {when}.',
    needsModerator: 'Faqat moderator yoki oʻquvchi roliga ega aʼzolar qaror qila oladi.',
    needsReader:
      'Faqat shu tilda ({language}) oʻqiydigan kishi tasdiqlay oladi. Siz yolgʻon signal deb belgilashingiz yoki oʻquvchidan soʻrashingiz mumkin.',
    secondNeeded:
      'Qayd etildi. Bu til uchun oʻquvchi roli belgilanmagan, shuning uchun ikkinchi kishi ham tasdiqlashi kerak.',
    secondMustDiffer: 'Siz allaqachon tasdiqlagansiz; ikkinchi kishi ham tasdiqlashi kerak.',
    gone: 'Bu ogohlantirish endi saqlanmaydi.',
    failed: 'Hozir boʻlmadi. Iltimos, bir daqiqadan soʻng qayta bosing.',
    why: 'Nega belgilandi',
    lowered: 'Nima bunga qarshi gapirdi',
  },
};
