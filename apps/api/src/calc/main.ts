import type { Readable, Writable } from 'node:stream';
import { CalcFault, calcNames, runCalc } from './index';

export interface CalcStreams {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
}

/**
 * `kx calc NAME < case.json`: one JSON answer on standard output.
 * @param argv what follows `calc`. @returns the exit code: 0, or 2 with `{"error": {code, path, message}}` on standard
 * error and nothing on standard output.
 */
export async function calcMain(argv: string[], io: CalcStreams = process): Promise<number> {
  try {
    const [name, ...rest] = argv;
    if (name === undefined || rest.length > 0) {
      throw new CalcFault('CALC_USAGE', '', `usage: kx calc NAME < case.json; NAME is one of ${calcNames.join(', ')}`);
    }
    const answer = runCalc(name, parse(await readAll(io.stdin)));
    await write(io.stdout, JSON.stringify(answer));
    return 0;
  } catch (error) {
    if (!(error instanceof CalcFault)) throw error;
    await write(io.stderr, JSON.stringify({ error: { code: error.code, path: error.path, message: error.message } }));
    return 2;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CalcFault('CALC_BAD_JSON', '', error instanceof Error ? error.message : 'not JSON');
  }
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer | string));
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
}

/** Waits until the line is handed over: the caller may exit the process at once, and a pipe would lose the rest. */
function write(stream: Writable, line: string): Promise<void> {
  return new Promise((done, failed) => stream.write(`${line}\n`, (error) => (error ? failed(error) : done())));
}
