// Runs one of the jest configurations and counts from its own result file, never from its printed text.
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { tail } from './say.mjs';
import { ROOT } from './settings.mjs';

const JEST = path.join(ROOT, 'node_modules/jest/bin/jest.js');
const LONGEST_REPORT = 150; // lines; the rest is in the result folder

/** Every stage's result: `failures` is what a person reads, `slow` feeds the list of the slowest tests. */
export const outcome = ({ passed = 0, failed = 0, skipped = 0, failures = '', slow = [] }) =>
  ({ passed, failed, skipped, failures, slow }); // prettier-ignore

function slowTests(results) {
  return results.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      ms: duration ?? 0,
      name: fullName,
      file: path.relative(ROOT, name),
    })),
  );
}

function failureText(results) {
  const failed = results.testResults.filter(({ status }) => status === 'failed');
  const text = failed.map(({ name, message }) => `${path.relative(ROOT, name)}\n${message.trimEnd()}`).join('\n\n');
  const lines = text.split('\n');
  const cut = lines.length - LONGEST_REPORT;
  return cut > 0 ? [...lines.slice(0, LONGEST_REPORT), `… ${cut} more lines`].join('\n') : text;
}

/**
 * @param {string} name stage name: file names of its log and results in `folder`
 * @param {{config: string, env: object, folder: string, patterns: string[], limitMs: number, extra?: string[]}} options
 */
export async function jestStage(name, { config, env, folder, patterns, limitMs, extra = [] }) {
  const resultFile = path.join(folder, `${name}.${process.pid}.json`); // two runs in one folder must not mix
  const args = [
    '--config',
    config,
    '--ci',
    '--passWithNoTests',
    '--json',
    `--outputFile=${resultFile}`,
    ...extra,
    ...patterns,
  ];
  const { code, output } = await run(process.execPath, [JEST, ...args], {
    cwd: ROOT,
    env: { NODE_ENV: 'test', ...env },
    limitMs,
  });
  fs.writeFileSync(path.join(folder, `${name}.log`), output);
  if (!fs.existsSync(resultFile)) return outcome({ failed: 1, failures: `jest gave no result:\n${tail(output, 30)}` });
  const results = JSON.parse(fs.readFileSync(resultFile, 'utf8'));
  fs.renameSync(resultFile, path.join(folder, `${name}.json`));
  // A file that cannot even be loaded holds no failed test in jest's count, but it is one.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const odd = code !== 0 && failed === 0; // for example a process that never ended
  return outcome({
    passed: results.numPassedTests,
    failed: failed + (odd ? 1 : 0),
    skipped: results.numPendingTests + results.numTodoTests,
    failures: odd ? `jest ended with code ${code}:\n${tail(output, 30)}` : failureText(results),
    slow: slowTests(results),
  });
}
