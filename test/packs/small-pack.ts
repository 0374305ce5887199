import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A whole pack of one language, invented, small enough to read at a glance. */
const FILES: Readonly<Record<string, string>> = {
  'pack.yaml': `format: 1
name: small
version: 0.1.0
languages: [russian]
wantedFalseAlerts: { ordinaryPer100000: 5, hardestPer1000: 1 }
`,
  'groups.yaml': `source: https://example.org/list
reviewedOn: 2026-01-31
groups:
  - { id: isil, gloss: Islamic State, reference: QDe.115, names: { russian: [ИГИЛ] } }
`,
  'patterns.yaml': `patterns:
  - { id: join-imperative, category: join, construction: imperative, needs: [{ role: act-join, mood: imperative }, { role: group }], gloss: join }
`,
  'function-words.yaml': `tajik: [ва]
uzbek: [va]
russian: [и, в, на]
`,
  'lexicon/russian.yaml': `language: russian
source: written for a test
licence: MIT
verbs:
  - { infinitive: вступить, imperative: [вступай, вступи] }
entries:
  - { lemma: вступить, role: act-join, gloss: join, is: verb }
`,
  'examples/russian.yaml': `language: russian
source: written for a test
licence: MIT
examples:
  - { label: join, text: "Вступай в ИГИЛ." }
  - { label: join, text: "Вступайте в ряды ИГИЛ." }
  - { label: news, text: "Суд назвал ИГИЛ запрещённой организацией." }
  - { label: everyday, text: "Завтра идём на рынок за хлебом." }
`,
  'cases/russian.yaml': `writing: ru
cases:
  - id: ru-join
    category: join
    construction: imperative
    call: { text: "Сегодня же вступай в ИГИЛ.", gloss: "Join the Islamic State today." }
    twin: { kind: counter-speech, text: "Не вступай в ИГИЛ.", gloss: "Do not join the Islamic State." }
`,
};

export interface SmallPack {
  readonly folder: string;
  /** Writes a file of the pack, or changes one by its present text. */
  write(name: string, text: string | ((present: string) => string)): void;
  remove(name: string): void;
}

/** Makes the pack in a folder of its own and takes it away after `use`. */
export function withSmallPack<T>(use: (pack: SmallPack) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-pack-'));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  try {
    for (const [name, text] of Object.entries(FILES)) write(name, text);
    return use({
      folder,
      write: (name, text) => write(name, typeof text === 'string' ? text : text(FILES[name] ?? '')),
      remove: (name) => rmSync(join(folder, name), { recursive: true }),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
