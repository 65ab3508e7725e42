/**
 * Runs the published cases of the DMN TCK, levels 2 and 3, against the rules room and writes what passes:
 * `node test/conformance/dmn-tck.ts <folder of a checkout>`. By hand only: the cases are not ours to ship.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDecisions, compileDecisions, type Decisions, decide, readDmn } from '#capabilities/rules';
import type { Outcome, Refusal } from '#kernel/outcome';
import { alike, casesIn } from './tck-cases.ts';
import { type Result, report } from './tck-report.ts';

const page = 'docs/reference/conformance-feel-dmn.md';
const root = process.argv[2];
if (root === undefined)
  throw new Error('Usage: node test/conformance/dmn-tck.ts <folder of a DMN TCK checkout>');

/** A file is refused whole when it is published; here each decision that is refused is left out and told by itself. */
interface Ready {
  readonly decisions: Outcome<Decisions>;
  readonly left: ReadonlyMap<string, Refusal>;
}

async function readyFrom(file: string): Promise<Ready> {
  const model = await readDmn(readFileSync(file, 'utf8'));
  const left = new Map<string, Refusal>();
  if (!model.ok) return { decisions: model, left };
  let elements = model.value.definitions['drgElement'];
  for (;;) {
    const kept = { definitions: { ...model.value.definitions, drgElement: elements } };
    const problems = checkDecisions(kept);
    const decisions = compileDecisions(kept);
    const known = left.size;
    for (const problem of problems) {
      const name = String(problem.details?.['decision']);
      if (!left.has(name)) left.set(name, problem);
    }
    if (decisions.ok || left.size === known || !Array.isArray(elements)) return { decisions, left };
    elements = elements.filter((element: { name?: string }) => !left.has(element.name ?? ''));
  }
}

const reason = ({ refusal }: { refusal: Refusal }): string =>
  [refusal.code, refusal.details?.['element'] ?? refusal.details?.['text'] ?? refusal.details?.['name'] ?? '']
    .join(' ')
    .trim();

async function runFolder(level: string, area: string, folder: string): Promise<Result[]> {
  const found: Result[] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
    const { model, cases } = casesIn(readFileSync(join(folder, file), 'utf8'));
    const { decisions, left } = await readyFrom(join(folder, model));
    for (const { id, kind, inputs, expected } of cases) {
      for (const { name, value } of expected) {
        const test = { level, area, id: expected.length > 1 ? `${id} ${name}` : id };
        const refusal = left.get(name);
        if (refusal) found.push({ ...test, miss: reason({ refusal }) });
        else if (!decisions.ok) found.push({ ...test, miss: `file: ${reason(decisions)}` });
        else if (kind !== 'decision') found.push({ ...test, miss: `invokes a ${kind}` });
        else {
          const result = decide(decisions.value, name, inputs);
          // A case that expects null accepts a refusal: the standard has only null to say no.
          const value0 = result.ok ? result.value.value : null;
          if (alike(value0, value)) found.push(test);
          else found.push({ ...test, miss: result.ok ? 'another value' : reason(result) });
        }
      }
    }
  }
  return found;
}

const results: Result[] = [];
for (const level of ['2', '3']) {
  const folder = join(root, 'TestCases', `compliance-level-${level}`);
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) results.push(...(await runFolder(level, entry.name, join(folder, entry.name))));
}
writeFileSync(page, report(results));
console.log(
  `${results.filter((result) => result.miss === undefined).length} of ${results.length} pass; see ${page}`,
);
