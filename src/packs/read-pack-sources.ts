import { join } from 'node:path';
import type { YamlFault } from '../yaml/parse-yaml.js';
import { findDuplicates } from './find-duplicates.js';
import { PackError } from './pack-error.js';
import { faultIn, hashFiles, type PackFile, readPackFiles } from './pack-files.js';
import { casesOf, examplesOf, type PackSources } from './pack-sources.js';
import { type ParsedPack, parsePack, type ReadFile } from './parse-pack.js';

/** Reads and validates everything that analysts edit. Throws {@link PackError} with every fault of the whole pack. */
export function readPackSources(folder: string): PackSources {
  const { files, faults: unreadable } = readPackFiles(folder);
  const parts = parsePack(folder, files);
  const faults = [...unreadable, ...faultsOf(parts), ...missingLexicons(folder, parts), ...findDuplicates(parts)];
  const [manifest, groups, patterns, functionWords] = [
    valuesOf(parts.manifest)[0],
    valuesOf(parts.groups)[0],
    valuesOf(parts.patterns)[0],
    valuesOf(parts.functionWords)[0],
  ];
  // A file that was read without fault has a value, so these are only undefined where there are faults.
  if (faults.length > 0 || !manifest || !groups || !patterns || !functionWords) throw new PackError(faults);

  return {
    folder,
    manifest,
    groups,
    patterns,
    functionWords,
    lexicons: valuesOf(parts.lexicons),
    examples: valuesOf(parts.examples).flatMap(examplesOf),
    ...casesOf(valuesOf(parts.cases)),
    inputsHash: hashInputs(files),
  };
}

/** SHA-256 over the files that models are built from. Cases only test, so changing one does not make models stale. */
export function hashInputs(files: readonly PackFile[]): string {
  return hashFiles(files.filter(({ name }) => !name.startsWith('cases/')));
}

function faultsOf(parts: ParsedPack): readonly YamlFault[] {
  return Object.values(parts).flatMap((files) => files.flatMap(({ parsed }) => parsed.faults));
}

function valuesOf<T>(files: readonly ReadFile<T>[]): readonly T[] {
  return files.flatMap(({ parsed }) => (parsed.value === undefined ? [] : [parsed.value]));
}

/** Every language that the pack names needs exactly one lexicon. A lexicon with faults still counts: its faults are listed on their own. */
function missingLexicons(folder: string, parts: ParsedPack): readonly YamlFault[] {
  const languages = valuesOf(parts.manifest)[0]?.languages ?? [];
  const found = parts.lexicons.map(({ file, parsed }) => ({ file, language: fieldOf(parsed.raw, 'language') }));
  return languages.flatMap((language) => {
    const [first, ...more] = found.filter((one) => one.language === language);
    if (first === undefined)
      return [
        faultIn(
          join(folder, 'pack.yaml'),
          `languages names ${language}, but no file in lexicon/ has \`language: ${language}\``,
        ),
      ];
    return more.map(({ file }) => faultIn(file, `a second lexicon of ${language}; the first is ${first.file}`));
  });
}

function fieldOf(raw: unknown, key: string): unknown {
  return typeof raw === 'object' && raw !== null ? Object.entries(raw).find(([name]) => name === key)?.[1] : undefined;
}
