import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildModels } from '../../dist/learn/build-models.js';
import { SILENT } from '../../dist/learn/progress.js';

/** A pack of one language that is read in a moment: a soak is about the road of messages, and starts hundreds of bots. */
const FILES = {
  'groups.yaml': `source: https://example.org/list
reviewedOn: 2026-01-31
groups:
  - { id: isil, gloss: Islamic State, reference: QDe.115, names: { russian: [ИГИЛ] } }
`,
  'patterns.yaml': `patterns:
  - { id: join-imperative, category: join, construction: imperative, needs: [{ role: act-join, mood: imperative }, { role: group }], gloss: join }
`,
  'function-words.yaml': 'tajik: [ва]\nuzbek: [va]\nrussian: [и, в, на]\n',
  'lexicon/russian.yaml': `language: russian
source: written for a soak
licence: MIT
verbs:
  - { infinitive: вступить, imperative: [вступай] }
entries:
  - { lemma: вступить, role: act-join, gloss: join, is: verb }
`,
  'examples/russian.yaml': `language: russian
source: written for a soak
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

/** What the pack alerts on, and what it leaves alone; followed by a number each is a text of its own. */
export const CALL = 'Друзья, вступай в ИГИЛ';
export const CHAT = 'Завтра идём на рынок за хлебом';

/** Writes the pack with its models into a folder; packs of different versions are different packs. */
export function writeSmallPack(folder, version) {
  const head = `format: 1\nname: soak\nversion: ${version}\nlanguages: [russian]\nwantedFalseAlerts: { ordinaryPer100000: 5, hardestPer1000: 1 }\n`;
  for (const [name, text] of Object.entries({ 'pack.yaml': head, ...FILES })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  buildModels(folder, { benign: undefined, languageModel: undefined }, SILENT);
  return folder;
}
