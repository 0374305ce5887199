import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';
import { readPackSources } from '../../dist/packs/read-pack-sources.js';
import { loadSettings } from '../../dist/settings/settings.js';
import { chanceOf } from './chance.mjs';
import { writeSmallPack } from './small-pack.mjs';

/** Stands wherever a fault was put, so that its line can be found. */
const MARK = 'zz-no-such-thing';

const SETTINGS = `discord: { readingPerSecond: 20 }
defaults:
  timezone: Asia/Dushanbe
  schedules:
    catchUp: "*/15 * * * *"
    weeklyReport: "0 9 * * mon"
  firstReadHours: 24
  retention: { textDays: 30, auditDays: 700 }
  interfaceLanguage: tg
packs:
  secondApprover: false
learning:
  fromMessages: false
communities:
  "100000000000000001":
    moderatorChannel: "100000000000000002"
    watchedChannels: ["100000000000000003"]
    readerRoles: { tajik: ["100000000000000004"], russian: [] }
    alertsPerHour: 20
    secondReviewShare: 0.1
    runbookUrl: https://example.org/runbook
`;

const PACK_FILES = [
  'pack.yaml',
  'groups.yaml',
  'patterns.yaml',
  'function-words.yaml',
  'lexicon/russian.yaml',
  'examples/russian.yaml',
  'cases/russian.yaml',
];

/**
 * Puts one to three faults into sound settings, and into a sound pack: keys that do not exist, and values of the wrong kind
 * anywhere. None may be accepted, and each must be named with its file and the line that it stands on.
 */
export function soakFiles({ runs = 20_000, seed }) {
  const folder = mkdtempSync(join(tmpdir(), 'didbon-soak-files-'));
  try {
    const pack = writeSmallPack(join(folder, 'pack'), '1.0.0');
    const sound = new Map(PACK_FILES.map((name) => [name, readFileSync(join(pack, name), 'utf8')]));
    const chance = chanceOf(seed);
    const counts = { files: 0, faults: 0, accepted: 0, unnamed: 0 };
    for (let n = 0; n < runs; n += 1) {
      const ofPack = n % 2 === 0;
      const name = ofPack ? chance.pick(PACK_FILES) : 'config.yaml';
      const { text, lines } = spoil(ofPack ? sound.get(name) : SETTINGS, chance);
      const file = join(ofPack ? pack : folder, name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
      const found = faultsOf(() =>
        ofPack ? readPackSources(pack) : loadSettings({ env: { DIDBON_CONFIG: file, HOME: folder }, cwd: folder }),
      );
      if (ofPack) writeFileSync(file, sound.get(name));
      counts.files += 1;
      counts.faults += lines.length;
      if (found === undefined) counts.accepted += 1;
      const unnamed = lines.filter((line) => !found?.some((fault) => fault.file.endsWith(name) && fault.line === line));
      counts.unnamed += unnamed.length;
      if (unnamed.length > 0 && counts.unnamed <= 5)
        console.log(
          `line ${unnamed.join(', ')} is not named:\n${text}\n${found?.map(({ line, message }) => `${line}: ${message}`).join('\n')}`,
        );
    }
    console.log(
      `${counts.files} files with ${counts.faults} faults: ${counts.accepted} accepted, ${counts.unnamed} faults not named`,
    );
    return counts.accepted + counts.unnamed === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was found wrong; undefined when it was taken. */
function faultsOf(read) {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error.faults === undefined) throw error;
    return error.faults;
  }
}

/** The text with faults, and the lines that they stand on. */
function spoil(sound, chance) {
  const document = parseDocument(sound);
  const spoilt = [];
  for (let n = chance.below(3); n >= 0; n -= 1) spoilOne(document, chance, spoilt);
  const text = document.toString({ lineWidth: 0 });
  return { text, lines: linesOf(text) };
}

/** Changes one place that no other fault lies in or around. */
function spoilOne(document, chance, spoilt) {
  const places = [];
  visit(document, {
    Node: (_key, node, path) => {
      const around = path.filter((step) => isMap(step) || isSeq(step));
      const isFree = !spoilt.some((other) => node === other || around.includes(other) || contains(node, other));
      // A key is spoilt by a key beside it, not by itself: what would be a key of the wrong kind?
      if ((isMap(node) || isSeq(node) || isScalar(node)) && _key !== 'key' && isFree && path.length > 1)
        places.push({ node, key: _key, parent: path.at(-1) });
    },
  });
  if (places.length === 0) return;
  const { node, key, parent } = chance.pick(places);
  const wrong = document.createNode(isMap(node) ? [MARK] : { [MARK]: 1 });
  wrong.flow = true;
  if (isMap(node) && node.items.every((pair) => isScalar(pair.key)) && chance.draw() < 0.5) node.set(MARK, 1);
  else if (key === 'value') parent.value = wrong;
  else parent.items[key] = wrong;
  spoilt.push(isMap(node) ? node : wrong);
  if (isMap(node)) spoilt.push(wrong);
}

function contains(node, other) {
  const inside = new Set();
  visit(node, { Node: (_key, inner) => void inside.add(inner) });
  return inside.has(other);
}

function linesOf(text) {
  return text.split('\n').flatMap((line, at) => (line.includes(MARK) ? [at + 1] : []));
}
