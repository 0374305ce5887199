/** natural's own types pull in TypeScript sources that break under verbatimModuleSyntax, so the parts in use are typed here. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_ru.js' {
  const stemmer: { stem(token: string): string };
  export = stemmer;
}
