/** One thing that is wrong: where, what, and what to do about it. */
export interface Failure {
  readonly where: string;
  readonly what: string;
  readonly remedy?: string;
}

/** Printed in full up to this many; the rest is counted. */
const shown = 30;

export function printFailures(failures: readonly Failure[]): void {
  for (const failure of failures.slice(0, shown)) {
    print(`    ✗ ${failure.where}`);
    for (const line of failure.what.trimEnd().split('\n')) print(`        ${line}`);
    if (failure.remedy !== undefined) print(`        → ${failure.remedy}`);
  }
  if (failures.length > shown) print(`    … and ${failures.length - shown} more`);
}

// `npm test | head` closes the pipe early: that is no fault of the run.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** `✓ types 1.2 s`, aligned. */
export const row = (ok: boolean, name: string, ms: number, note = ''): string =>
  `  ${ok ? '✓' : '✗'} ${name.padEnd(14)} ${seconds(ms).padStart(8)}  ${note}`.trimEnd();

/** Text of failures for an assertion of a house test. */
export const sentences = (failures: readonly Failure[]): string =>
  failures
    .slice(0, shown)
    .map((f) => `${f.where}: ${f.what}${f.remedy === undefined ? '' : ` → ${f.remedy}`}`)
    .join('\n');
