import { performance } from 'node:perf_hooks';

/** A failure a person can act on: its message is the whole sentence, so no stack is printed. */
export class PlainError extends Error {
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Runs one step and prints a line with its seconds; what `fn` returns as a string is added as a remark. */
export async function step(say, label, fn) {
  const since = performance.now();
  const slow = setTimeout(() => say(`  … ${label}`), 2000); // a silent minute looks like a hang
  try {
    const remark = await fn();
    say(`  ✓ ${label}${typeof remark === 'string' ? ` (${remark})` : ''}  ${seconds(since)}`);
  } finally {
    clearTimeout(slow);
  }
}

/** Prints a failure the way it deserves (sentence or stack) and gives the exit code. */
export function report(error) {
  if (error instanceof PlainError) {
    console.error(`\n✗ ${error.message}`);
    return error.exitCode;
  }
  console.error(error);
  return 70;
}

/** What failed, without the lines that only say where in our code. */
export const withoutStack = (text) => [...new Set(text.split('\n').filter((line) => !/^\s+at /.test(line)))].join('\n');

/** The last lines of a long output: enough to see the cause, short enough to read. */
export const tail = (text, lines = 20) => text.trimEnd().split('\n').slice(-lines).join('\n');
