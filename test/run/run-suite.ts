import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '../support/child.ts';
import { print, printFailures, row, seconds } from '../support/report.ts';
import { filesOf, type Suite } from './suites.ts';
import { type Tally, type TestEvent, tally } from './tally.ts';

export interface SuiteOptions {
  readonly base: string;
  readonly env: Readonly<Record<string, string>>;
  /** Only tests whose name matches. */
  readonly grep?: string;
  /** Machines slower than the one the budgets were measured on may stretch them. */
  readonly slowness: number;
}

/** Runs one suite in a child `node --test` within its budget, and prints what came of it. */
export async function runSuite(
  suite: Suite,
  options: SuiteOptions,
): Promise<{ passed: number; failed: number }> {
  const { base, grep, slowness } = options;
  const files = filesOf(suite, base);
  if (files.length === 0) return withoutFiles(suite);
  const events = path.join(base, '.cache', `tests-${suite.name}-${process.pid}.jsonl`);
  mkdirSync(path.dirname(events), { recursive: true });
  const budgetMs = suite.budgetMinutes * 60_000 * slowness;
  const child = await runNode(
    [
      '--test',
      `--test-isolation=${suite.oneProcess ? 'none' : 'process'}`,
      `--test-reporter=${path.join(import.meta.dirname, '../support/reporter.mjs')}`,
      `--test-reporter-destination=${events}`,
      ...(suite.oneProcess ? [] : [`--test-concurrency=${suite.atOnce}`]),
      ...(grep === undefined ? [] : [`--test-name-pattern=${grep}`]),
      ...files,
    ],
    { budgetMs, env: options.env, cwd: base },
  );
  const result = tally(readEvents(events), base, grep !== undefined);
  rmSync(events, { force: true });
  if (child.overBudget) {
    const open = files.filter((file) => !result.finished.has(path.join(base, file)));
    const minutes = suite.budgetMinutes * slowness;
    result.failures.push({
      where: `suite ${suite.name}`,
      what: `Did not end within its ${minutes} minutes and was stopped. Not finished: ${open.slice(0, 8).join(', ')}`,
      remedy: 'Make the slowest tests faster or move them to `npm run faults` or `npm run bench`.',
    });
  } else if (child.code !== 0 && result.failures.length === 0) {
    const said = `${child.errors}\n${child.output}`.trim().slice(-2000);
    result.failures.push({ where: `suite ${suite.name}`, what: `Ended with code ${child.code}: ${said}` });
  } else if (result.passed === 0 && result.failures.length === 0 && grep === undefined) {
    result.failures.push({ where: `suite ${suite.name}`, what: 'Reported no test at all.' });
  }
  return printSuite(suite, result, files.length, child.ms);
}

function printSuite(
  suite: Suite,
  result: Tally,
  files: number,
  ms: number,
): { passed: number; failed: number } {
  const failed = result.failures.length;
  const counts = `${result.passed} passed${failed === 0 ? '' : `, ${failed} failed`} in ${files} files`;
  print(row(failed === 0, suite.name, ms, `${counts} (budget ${suite.budgetMinutes} min)`));
  for (const { name, ms: took } of result.slowest) print(`      ${seconds(took).padStart(8)}  ${name}`);
  printFailures(result.failures);
  return { passed: result.passed, failed };
}

function withoutFiles(suite: Suite): { passed: number; failed: number } {
  if (suite.optional) {
    print(row(true, suite.name, 0, 'no files yet'));
    return { passed: 0, failed: 0 };
  }
  print(row(false, suite.name, 0, 'no files'));
  const remedy = 'Write its first test, or mark it optional in test/run/suites.ts and say why.';
  printFailures([{ where: `suite ${suite.name}`, what: 'There is no test file for this suite.', remedy }]);
  return { passed: 0, failed: 1 };
}

function readEvents(file: string): TestEvent[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  // A child that was stopped may leave half a line.
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as TestEvent];
    } catch {
      return [];
    }
  });
}
