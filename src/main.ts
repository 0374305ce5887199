#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import type { Io } from './cli/io.js';
import { runProgram } from './cli/program.js';

const { env, stdin, stdout, stderr } = process;
const { NO_COLOR, TERM } = env;

const io: Io = {
  stdin,
  stdout,
  stderr,
  isTerminal: stdout.isTTY === true,
  isProgressTerminal: stderr.isTTY === true,
  colour: stdout.isTTY === true && !NO_COLOR && TERM !== 'dumb',
  columns: stdout.columns ?? 80,
  env,
  cwd: process.cwd(),
};

for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // `didbon score … | head` closes the pipe early: the reader has what it wanted, so that is no failure.
    if (error.code === 'EPIPE') process.exit(0);
    if (stream === stdout) stderr.write(`error: the output cannot be written: ${error.message}\n`);
    process.exit(1);
  });

process.exitCode = await runProgram(process.argv.slice(2), io, version());

/** discord.js may leave timers and requests behind that would keep the process alive for a minute: it ends now, the output written. */
const LEFTOVERS_MS = 300;
setTimeout(() => process.exit(), LEFTOVERS_MS).unref();

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const found = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(found);
}
