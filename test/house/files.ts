import assert from 'node:assert/strict';
import path from 'node:path';
import { type Failure, sentences } from '../support/report.ts';
import { projectFiles, readText, root, walk } from '../support/tree.ts';

/** Path from the root to text: what the rules of the house look at, so that a test can plant a fault. */
export type Files = ReadonlyMap<string, string>;

const texts =
  /\.(ts|mjs|js|json|jsonc|sql|md|css|svg|html|yml|yaml|sh|txt|csv)$|^(\.ci\/|LICENSE|\.gitignore|\.npmrc)/;

/** Every text file that would be in the next commit, without the bulk of the samples and the lock file. */
export function houseFiles(): Files {
  const names = projectFiles().filter(
    (name) => texts.test(name) && !name.startsWith('samples/') && name !== 'package-lock.json',
  );
  return new Map(names.map((name) => [name, readText(name)]));
}

export const pick = (files: Files, matches: (name: string) => boolean): [name: string, text: string][] =>
  [...files].filter(([name]) => matches(name));

export const isTest = (name: string): boolean => /\.test\.ts$|\/testing(\/|\.ts$)/.test(name);

/** What ships, written in TypeScript. */
export const shipped = (files: Files): [name: string, text: string][] =>
  pick(files, (name) => name.startsWith('src/') && name.endsWith('.ts') && !isTest(name));

/** Every .sql file under src, as paths from the root: what can be prepared against a migrated database. */
export const everySqlFile = (base: string = root): string[] =>
  walk(path.join(base, 'src'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => `src/${name}`);

/** Fails with file, line and remedy of each finding. */
export function assertNone(failures: readonly Failure[]): void {
  if (failures.length > 0) assert.fail(`${failures.length} to mend\n${sentences(failures)}`);
}

/** A rule that cannot find a planted fault finds nothing. */
export function assertFinds(failures: readonly Failure[], ...where: readonly string[]): void {
  assert.deepEqual(failures.map((failure) => failure.where).sort(), [...where].sort());
}
