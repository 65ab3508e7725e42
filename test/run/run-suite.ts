import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ChildResult, runNode } from '../support/child.ts';
import { print, printFailures, row, seconds } from '../support/report.ts';
import { filesOf, type Suite } from './suites.ts';
import { merged, type Tally, type TestEvent, tally } from './tally.ts';

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
  const budgetMs = suite.budgetMinutes * 60_000 * slowness;
  const started = performance.now();
  const ran = await inTurn(handsOf(suite, files), suite.oneProcess ? suite.atOnce : 1, (hand, nth) =>
    runHand(suite, hand, nth, budgetMs - (performance.now() - started), options),
  );
  const result = merged(ran.map((each) => each.result));
  const child = {
    code: ran.find((each) => each.child.code !== 0)?.child.code ?? 0,
    overBudget: ran.some((each) => each.child.overBudget),
    said: ran.map((each) => `${each.child.errors}\n${each.child.output}`.trim()).join('\n'),
    ms: performance.now() - started,
  };
  if (child.overBudget) {
    const open = files.filter((file) => !result.finished.has(path.join(base, file)));
    const minutes = suite.budgetMinutes * slowness;
    result.failures.push({
      where: `suite ${suite.name}`,
      what: `Did not end within its ${minutes} minutes and was stopped. Not finished: ${open.slice(0, 8).join(', ')}`,
      remedy: 'Make the slowest tests faster or move them to `npm run faults` or `npm run bench`.',
    });
  } else if (child.code !== 0 && result.failures.length === 0) {
    const said = child.said.slice(-2000);
    result.failures.push({ where: `suite ${suite.name}`, what: `Ended with code ${child.code}: ${said}` });
  } else if (result.passed === 0 && result.failures.length === 0 && grep === undefined) {
    result.failures.push({ where: `suite ${suite.name}`, what: 'Reported no test at all.' });
  }
  return printSuite(suite, result, files.length, child.ms);
}

/** Files that share a process are dealt out evenly: to as many processes as run at once, or to more where each holds only so many. */
function handsOf(suite: Suite, files: readonly string[]): readonly (readonly string[])[] {
  if (!suite.oneProcess) return [files];
  const { atOnce, mostTogether = files.length } = suite;
  const hands = Math.min(files.length, Math.max(atOnce, Math.ceil(files.length / mostTogether)));
  return Array.from({ length: hands }, (_, hand) => files.filter((_file, nth) => nth % hands === hand));
}

/** All of them, so many at once, in their order. */
async function inTurn<T, R>(
  all: readonly T[],
  atOnce: number,
  one: (each: T, nth: number) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  let next = 0;
  const work = async () => {
    for (let nth = next++; nth < all.length; nth = next++) done[nth] = await one(all[nth] as T, nth);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
  return done;
}

async function runHand(
  suite: Suite,
  files: readonly string[],
  nth: number,
  budgetMs: number,
  { base, env, grep }: SuiteOptions,
): Promise<{ child: ChildResult; result: Tally }> {
  const events = path.join(base, '.cache', `tests-${suite.name}-${process.pid}-${nth}.jsonl`);
  mkdirSync(path.dirname(events), { recursive: true });
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
    { budgetMs, env, cwd: base },
  );
  const result = tally(readEvents(events), base, grep !== undefined);
  rmSync(events, { force: true });
  return { child, result };
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
