// Makes docs/reference: `npm run generate`. With --check it writes nothing and says what is out of date.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { referenceFolder } from './generate/generator.ts';
import { generators } from './generate/registry.ts';
import { type Failure, print, printFailures } from './support/report.ts';
import { readText, root, walk } from './support/tree.ts';

const remedy = 'Run `npm run generate` and commit what it writes.';
const check = process.argv.includes('--check');
const differences: Failure[] = [];
const made = new Set<string>();

for (const generator of generators) {
  for (const [name, text] of Object.entries(await generator.make())) {
    if (made.has(name))
      throw new Error(`${name} is made by two generators, the second is ${generator.name}.`);
    made.add(name);
    compare(name, text);
  }
}
for (const file of walk(path.join(root, referenceFolder))) {
  const name = `${referenceFolder}/${file}`;
  // Written by test/conformance from public suites that are no part of this repository.
  if (made.has(name) || /\/conformance[^/]*\.md$/.test(name)) continue;
  differences.push({
    where: name,
    what: 'No generator makes this page.',
    remedy:
      'Pages written by hand live in docs/how-to or docs/operating; generators are listed in test/generate/registry.ts.',
  });
}

function compare(name: string, text: string): void {
  let present: string | undefined;
  try {
    present = readText(name);
  } catch {
    present = undefined;
  }
  if (present === text) return;
  const line = (present ?? '').split('\n').findIndex((old, at) => old !== text.split('\n')[at]);
  const what = present === undefined ? 'Missing.' : 'Out of date.';
  differences.push({ where: `${name}:${Math.max(line, 0) + 1}`, what, remedy });
  if (check) return;
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
}

if (process.argv.includes('--json')) {
  print(JSON.stringify(differences));
} else if (check) {
  printFailures(differences);
} else {
  for (const { where } of differences.filter((d) => d.remedy === remedy))
    print(`wrote ${where.replace(/:\d+$/, '')}`);
  // Never deleted by a tool: a page without a maker may be somebody's unsaved work in the wrong folder.
  printFailures(differences.filter((d) => d.remedy !== remedy));
}
if (check && differences.length > 0) process.exitCode = 1;
