import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';

/**
 * The stem of one Russian word in lower case, by natural's Porter stemmer. About 2 µs: ask it of likely words only.
 * It merges some words and splits others (жертвуй with жертва; вступа, вступ, вступлен), so verbs are not matched by it.
 */
export function stemRussian(word: string): string {
  return stemmer.stem(word);
}
