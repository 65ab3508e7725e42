import assert from 'node:assert/strict';
import path from 'node:path';
import { runNode } from '../../support/child.ts';

export interface Verdict {
  readonly looked: Readonly<Record<string, number>>;
  readonly unjudged: Readonly<Record<string, number>>;
  readonly broken: readonly { readonly invariant: string; readonly what: string }[];
}

export interface Evidence {
  /** As the owner. */
  readonly database: string;
  readonly journal?: string;
  readonly files?: string;
  readonly logs?: readonly string[];
}

const program = path.resolve(import.meta.dirname, '../oracle/main.ts');

/** Asks the oracle, a process of its own. */
export async function askOracle({ database, journal, files, logs = [] }: Evidence): Promise<Verdict> {
  const args = [
    ...(journal === undefined ? [] : ['--journal', journal]),
    ...(files === undefined ? [] : ['--files', files]),
    ...logs.flatMap((log) => ['--log', log]),
  ];
  const ran = await runNode([program, ...args], { budgetMs: 120_000, env: { ORACLE_DATABASE: database } });
  const line = ran.output.trim().split('\n').at(-1) ?? '';
  assert.match(line, /^\{/, `the oracle said: ${ran.errors.slice(-2000)}`);
  return JSON.parse(line) as Verdict;
}

/** Every invariant holds, and the named ones were looked at so many times at least. */
export async function assertTrue(
  evidence: Evidence,
  atLeast: Readonly<Record<string, number>>,
): Promise<Verdict> {
  const verdict = await askOracle(evidence);
  assert.deepEqual(
    verdict.broken.slice(0, 10).map(({ invariant, what }) => `${invariant} ${what}`),
    [],
    `${verdict.broken.length} broken`,
  );
  for (const [invariant, least] of Object.entries(atLeast))
    assert.ok(
      (verdict.looked[invariant] ?? 0) >= least,
      `the oracle looked at ${verdict.looked[invariant] ?? 0} cases of ${invariant}, expected ${least}`,
    );
  return verdict;
}
