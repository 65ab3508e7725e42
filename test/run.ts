// Everything that must hold: `npm test`. `npm test -- rules pages --grep "supplement"` runs a part of it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { runChecks } from './check.ts';
import { absentJudges } from './judges/programs.ts';
import { contention } from './run/contention.ts';
import { runSuite } from './run/run-suite.ts';
import { checkMinutes, forgottenFiles, type Suite, suites } from './run/suites.ts';
import { killChildren } from './support/child.ts';
import { print, printFailures, row, seconds } from './support/report.ts';
import { root } from './support/tree.ts';

/** What `test/support/prepare.ts` offers: a database with its templates, as environment for the suites. */
interface Prepared {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const total = { passed: 0, failed: 0 };
const add = (part: { passed: number; failed: number }): void => {
  total.passed += part.passed;
  total.failed += part.failed;
};
const fail = (where: string, what: string, remedy: string): void => {
  printFailures([{ where, what, remedy }]);
  total.failed += 1;
};

let prepared: Prepared | undefined;

async function prepare(): Promise<boolean> {
  const module = path.join(root, 'test/support/prepare.ts');
  if (!existsSync(module)) return true;
  const started = performance.now();
  try {
    const { prepare: make } = (await import(pathToFileURL(module).href)) as { prepare(): Promise<Prepared> };
    prepared = await make();
    print(row(true, 'prepare', performance.now() - started, 'database and templates'));
    return true;
  } catch (error) {
    print(row(false, 'prepare', performance.now() - started));
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    fail(
      'test/support/prepare.ts',
      what,
      'The suites that need a database were not run. `npx motcua doctor` may tell why.',
    );
    return false;
  }
}

async function runAll(chosen: readonly Suite[], withCheck: boolean, grep: string | undefined): Promise<void> {
  const given = Number(process.env['MOTCUA_TEST_SLOWNESS'] ?? 1) || 1;
  let slowness = given * contention();
  if (withCheck) {
    const checkStarted = performance.now();
    print('check');
    add(await runChecks());
    const ms = performance.now() - checkStarted;
    const over = ms > checkMinutes * 60_000 * slowness;
    print(row(!over, 'check', ms, `(budget ${checkMinutes} min)`));
    if (over) fail('check', `Took more than ${checkMinutes} minute.`, 'Find the slow step above.');
  }
  for (const file of forgottenFiles(root))
    fail(file, 'No suite runs this file.', 'Name it as one of the patterns of test/run/suites.ts.');
  print('suites');
  let ready: boolean | undefined;
  for (const suite of chosen) {
    if (suite.prepared) ready ??= await prepare();
    if (suite.prepared && ready === false) continue;
    const env = suite.prepared ? (prepared?.env ?? {}) : {};
    slowness = Math.max(slowness, given * contention());
    add(await runSuite(suite, { base: root, env, slowness, ...(grep === undefined ? {} : { grep }) }));
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, help: { type: 'boolean' } },
});
const names = ['check', ...suites.map((suite) => suite.name)];
const unknown = positionals.filter((name) => !names.includes(name));
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) print(`There is no suite named ${unknown.join(', ')}.`);
  print(`npm test -- [${names.join('|')}]… [--grep <pattern of test names>]`);
  process.exit(values.help ? 0 : 1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    killChildren();
    void (prepared?.stop() ?? Promise.resolve()).finally(() => process.exit(130));
  });

const started = performance.now();
try {
  const all = positionals.length === 0;
  const chosen = suites.filter((suite) => all || positionals.includes(suite.name));
  await runAll(chosen, positionals.includes('check') || (all && values.grep === undefined), values.grep);
} finally {
  await prepared?.stop();
}
if (total.passed + total.failed === 0) fail('npm test', 'No test ran.', 'Check the name after --grep.');
const absent = await absentJudges();
if (absent.length > 0)
  print(
    `Not asked, for they are not installed: ${absent.map(({ program }) => program).join(', ')}. Their tests were left out; \`npm run judges\` tells more.`,
  );
print(`all in ${seconds(performance.now() - started)}`);
print(`${total.passed} passed, ${total.failed} failed`);
// Said outright: a handle that a set-up forgot to close must not keep the run from ending.
process.exit(total.failed === 0 ? 0 : 1);
