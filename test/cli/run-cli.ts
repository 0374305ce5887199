import { PassThrough, Readable, Writable } from 'node:stream';
import type { ExitCode } from '../../src/cli/exit-code.js';
import type { Io } from '../../src/cli/io.js';
import { runProgram } from '../../src/cli/program.js';
import { temporaryFolder } from '../temporary-folder.js';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly colour?: boolean;
}

/** Collects what is written to it. */
export function sink(): { readonly stream: Writable; readonly text: () => string } {
  const written: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(written).toString('utf8') };
}

/** An empty folder: no settings, no `.env`. */
export function emptyFolder(): string {
  return temporaryFolder('cli');
}

/** Runs one command line in this process. */
export async function runCli(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const out = sink();
  const err = sink();
  const cwd = setting.cwd ?? emptyFolder();
  const io: Io = {
    stdin: setting.input === undefined ? new PassThrough().end() : Readable.from([Buffer.from(setting.input)]),
    stdout: out.stream,
    stderr: err.stream,
    isTerminal: false,
    isProgressTerminal: false,
    colour: setting.colour ?? false,
    columns: 100,
    env: { HOME: cwd, ...setting.env },
    cwd,
  };
  const code = await runProgram(args, io, '1.2.3');
  return { code, out: out.text(), err: err.text() };
}
