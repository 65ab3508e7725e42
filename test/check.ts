// The quick checks: `npm run check`. What each one wants is told in docs/how-to/run-the-checks.md.
import { findWrongArrows } from './check/arrows.ts';
import { checkFormat, checkGenerated, checkLint, checkTypes, checkUnused } from './check/tools.ts';
import { killChildren } from './support/child.ts';
import { type Failure, print, printFailures, row, seconds } from './support/report.ts';

const steps: readonly { readonly name: string; readonly run: () => Promise<Failure[]> }[] = [
  // The slowest first: two run at a time, one for each core of a small machine.
  { name: 'types', run: checkTypes },
  { name: 'lint', run: checkLint },
  { name: 'format', run: checkFormat },
  { name: 'unused', run: checkUnused },
  { name: 'generated', run: checkGenerated },
  { name: 'arrows', run: findWrongArrows },
];
const atOnce = 2;

/** Runs every step, prints each with its time and its failures. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const waiting = [...steps];
  const total = { passed: 0, failed: 0 };
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const failures = await step
        .run()
        .catch((error: unknown): Failure[] => [{ where: 'test/check.ts', what: String(error) }]);
      total[failures.length === 0 ? 'passed' : 'failed'] += 1;
      const note = failures.length === 0 ? '' : `${failures.length} to mend`;
      print(row(failures.length === 0, step.name, performance.now() - started, note));
      printFailures(failures);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return total;
}

if (import.meta.main) {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      killChildren();
      process.exit(130);
    });
  const started = performance.now();
  print('check');
  const { passed, failed } = await runChecks();
  print(`${passed} passed, ${failed} failed in ${seconds(performance.now() - started)}`);
  process.exitCode = failed === 0 ? 0 : 1;
}
