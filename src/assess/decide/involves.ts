import type { Language } from '../assessment.js';
import type { Token } from '../text/token.js';

interface Address {
  readonly words: ReadonlySet<string>;
  readonly endings: readonly string[];
}

/** Letters that must stand before an ending: shorter words are words of their own. */
const LEAST_STEM = 3;

/** How speaker and reader show in each language: pronouns, and endings of verbs and of what is theirs. */
const ADDRESS: Readonly<Record<Language, Address>> = {
  tajik: address('ман мо ту шумо маро моро туро шуморо худ худат худатон', 'амон атон амонро атонро итон етон ем ед'),
  uzbek: address(
    'men sen siz biz meni seni sizni bizni menga senga sizga bizga мен сен сиз биз мени сени сизни бизни менга сенга сизга бизга',
    'ing ingiz inglar ingizni aylik ylik imiz miz siz san инг ингиз инглар ингизни айлик йлик имиз миз сиз сан',
  ),
  russian: address(
    'я мы ты вы меня мне мной нас нам нами тебя тебе тобой вас вам вами мой мои моя моего моей наш наша наши нашего нашей нашим наших твой твоя твои твоего твоей ваш ваша ваши вашего вашей ваших свой своя свои своего своей',
    'йте йтесь ите итесь ете етесь ешь ешься ишь ишься',
  ),
};

function address(words: string, endings: string): Address {
  return { words: new Set(words.split(' ')), endings: endings.split(' ') };
}

/** Whether somebody speaks of himself or to the reader: what a report about third persons does not do. */
export function involves(tokens: readonly Token[], language: Language): boolean {
  const { words, endings } = ADDRESS[language];
  return tokens.some(
    ({ form }) =>
      words.has(form) || endings.some((ending) => form.length >= ending.length + LEAST_STEM && form.endsWith(ending)),
  );
}
