import path from 'node:path';
import type { Failure } from '../support/report.ts';

/** One line of `test/support/reporter.mjs`. */
export interface TestEvent {
  readonly event: 'pass' | 'fail' | 'said' | 'file';
  readonly name?: string;
  readonly nesting?: number;
  readonly file?: string;
  readonly line?: number;
  readonly suite?: boolean;
  readonly ms?: number;
  /** absent: asks a program that is not installed here, which is said at the end of the run. */
  readonly idle?: 'skip' | 'todo' | 'absent';
  readonly message?: string;
  readonly error?: { readonly kind?: string; readonly message: string; readonly stack?: string };
}

export interface Tally {
  passed: number;
  readonly failures: Failure[];
  readonly slowest: { readonly name: string; readonly ms: number }[];
  /** Files whose tests have all been reported. */
  readonly finished: Set<string>;
}

const keptSlowest = 3;

/**
 * Counts leaves: a test with tests inside is counted only when it fails by itself. Events come child before parent,
 * file by file.
 * @param base folder that file names are shown from
 * @param filtered with a name filter a file without a matching test is no fault
 */
export function tally(events: readonly TestEvent[], base: string, filtered: boolean): Tally {
  const total: Tally = { passed: 0, failures: [], slowest: [], finished: new Set() };
  const said = new Map<string, string>();
  const children: number[] = [];
  for (const event of events) {
    const file = event.file === undefined ? '' : path.resolve(base, event.file);
    if (event.event === 'said') said.set(file, ((said.get(file) ?? '') + (event.message ?? '')).slice(-2000));
    else if (event.event === 'file') total.finished.add(file);
    else {
      const nesting = event.nesting ?? 0;
      const isParent = (children[nesting + 1] ?? 0) > 0;
      children[nesting + 1] = 0;
      children[nesting] = (children[nesting] ?? 0) + 1;
      count(total, event, file, base, { isParent, filtered, said: said.get(file) ?? '' });
    }
  }
  total.slowest.sort((a, b) => b.ms - a.ms).splice(keptSlowest);
  return total;
}

/** What several processes of one suite reported, as if it were one. */
export const merged = (parts: readonly Tally[]): Tally => ({
  passed: parts.reduce((sum, { passed }) => sum + passed, 0),
  failures: parts.flatMap(({ failures }) => failures),
  slowest: parts
    .flatMap(({ slowest }) => slowest)
    .sort((a, b) => b.ms - a.ms)
    .slice(0, keptSlowest),
  finished: new Set(parts.flatMap(({ finished }) => [...finished])),
});

function count(
  total: Tally,
  event: TestEvent,
  file: string,
  base: string,
  about: { readonly isParent: boolean; readonly filtered: boolean; readonly said: string },
): void {
  const name = event.name ?? '';
  const shown = path.relative(base, file);
  const where = `${shown}:${event.line ?? 1} › ${name}`;
  // Node reports a file without tests, or one that could not be read, as a test with the name of the file.
  const isFile = event.nesting === 0 && path.resolve(base, name) === file;
  if (event.event === 'fail') {
    if (about.isParent && event.error?.kind === 'subtestsFailed') return;
    const what = describe(event, base) + (isFile && about.said !== '' ? `\n${about.said.trim()}` : '');
    total.failures.push({ where: isFile ? shown : where, what });
  } else if (isFile) {
    if (about.filtered) return;
    const remedy = 'Write a test in it or delete it.';
    total.failures.push({ where: shown, what: 'This file holds no test.', remedy });
  } else if (event.idle === 'absent') {
    return;
  } else if (event.idle !== undefined) {
    const remedy = 'Mend or delete it; what cannot run here belongs where it can.';
    total.failures.push({ where, what: `Not run (${event.idle}): it proves nothing.`, remedy });
  } else if (!event.suite && !about.isParent) {
    total.passed += 1;
    total.slowest.push({ name: `${shown} › ${name}`, ms: event.ms ?? 0 });
  }
}

/** The message, and the lines of the stack that are ours. */
function describe(event: TestEvent, base: string): string {
  const message = event.error?.message ?? 'failed';
  const stack = (event.error?.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && line.includes(base) && !line.includes('node_modules'))
    .slice(0, 3)
    .map((line) => line.trim().replace(`file://${base}/`, '').replace(`${base}/`, ''));
  return [message.trimEnd().slice(0, 3000), ...stack].join('\n');
}
