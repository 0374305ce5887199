#!/usr/bin/env node
/**
 * Checks the packages that package-lock.json names: each with a strong hash, from a registry, exactly pinned by us, without an
 * install script but those that are known and never run, under a licence that this program may be given away with. Prints the
 * licences and how many packages bear each; with --list every package. Takes another folder to look into as its last argument.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
]);
/** Packages that name no licence in their manifest, and what their own files say. */
const SAID_ELSEWHERE = { sylvester: 'MIT' };

const args = process.argv.slice(2).filter((arg) => arg !== '--list');
const folder = args[0] ?? new URL('..', import.meta.url).pathname;
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const manifest = read('package.json');
const lock = read('package-lock.json');
const scripts = manifest.allowScripts ?? {};

const packages = Object.entries(lock.packages ?? {})
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.replace(/^.*node_modules\//, ''), ...entry }));
const say = (stream, line) => stream.write(`${line}\n`);
const licenceOf = (found) => found.license ?? SAID_ELSEWHERE[found.name];

function faultsOf(found) {
  const faults = [];
  if (!found.integrity?.startsWith('sha512-')) faults.push('has no sha512 hash');
  if (found.resolved !== undefined && !found.resolved.startsWith('https://'))
    faults.push(`comes from ${found.resolved}`);
  if (found.hasInstallScript && scripts[found.name] !== false)
    faults.push('runs a script when it is installed; refuse it in allowScripts of package.json, or do without it');
  const licences =
    licenceOf(found)
      ?.split(/ AND | OR |[()]/)
      .filter((part) => part.trim() !== '') ?? [];
  if (licences.length === 0) faults.push('names no licence');
  for (const licence of licences)
    if (!LICENCES.has(licence)) faults.push(`stands under ${licence}, which nobody has approved`);
  return faults.map((fault) => `${found.name}@${found.version} ${fault}`);
}

const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
  .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
  .map(([name, version]) => `${name} is asked for as ${version}; expected one exact version`);
const faults = [
  ...(lock.lockfileVersion === 3 ? [] : ['the lock file is not of version 3']),
  ...loose,
  ...packages.flatMap(faultsOf),
];

if (process.argv.includes('--list'))
  for (const found of packages)
    say(process.stdout, `${found.name}@${found.version}\t${licenceOf(found)}${found.dev ? '\tdevelopment only' : ''}`);
const counts = new Map();
for (const found of packages) counts.set(licenceOf(found), (counts.get(licenceOf(found)) ?? 0) + 1);
for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1])) say(process.stdout, `${count}\t${licence}`);
for (const fault of faults) say(process.stderr, fault);
say(process.stdout, `${packages.length} packages, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
