import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ChildResult, runNode } from '../../support/child.ts';
import { root } from '../../support/tree.ts';
import { seed } from './seed.ts';

/** An exact replacement in one file; a text that is not there, or there twice, fails: the fault would not be planted. */
export interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const copied = ['src', 'database', 'samples', 'test', 'design', 'package.json', 'house.plan.json'];

/** The source tree in a folder of its own with faults planted; packages are linked. */
export function aCopy(patches: readonly Patch[]): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-copy-'));
  for (const name of copied) {
    try {
      cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const { file, find, replace } of patches) {
    const name = path.join(folder, file);
    const text = readFileSync(name, 'utf8');
    assert.equal(text.split(find).length, 2, `${file} holds once: ${find}`);
    writeFileSync(
      name,
      text.replace(find, () => replace),
    );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs the rows of one file of this suite inside a copy, on a database prepared from the copy's own migrations. */
export function runIn(folder: string, file: string, rowName: string, budgetMs: number): Promise<ChildResult> {
  return runNode(
    [
      '--test',
      '--test-reporter=tap',
      `--test-name-pattern=^${rowName}:`,
      path.join(folder, 'test/faults', file),
    ],
    {
      budgetMs,
      cwd: folder,
      // Without TEST_TEMPLATE the copy prepares for itself; the migrations of the original must not be used.
      env: {
        FAULTS_SEED: String(seed),
        TEST_TEMPLATE: undefined,
        TEST_OWNER: undefined,
        TEST_WEB: undefined,
        TEST_WORKER: undefined,
      },
    },
  );
}
