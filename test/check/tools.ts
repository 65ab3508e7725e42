import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type ChildResult, runNode } from '../support/child.ts';
import type { Failure } from '../support/report.ts';
import { root } from '../support/tree.ts';

const budgetMs = 150_000;

/** Runs the JavaScript entry of a tool from node_modules. */
const tool = (entry: string, ...args: readonly string[]): Promise<ChildResult> =>
  runNode([path.join(root, 'node_modules', entry), ...args], { budgetMs });

/** A tool that fails without a finding we can read has still failed. */
function orBroken(name: string, result: ChildResult, found: readonly Failure[]): Failure[] {
  if (result.overBudget)
    return [...found, { where: name, what: `Did not end within ${budgetMs / 1000} s and was stopped.` }];
  if (found.length > 0 || result.code === 0) return [...found];
  const said = `${result.errors}\n${result.output}`.trim().slice(0, 3000);
  return [{ where: name, what: `Ended with code ${result.code}: ${said}` }];
}

/** Biome: layout and order of imports. */
export async function checkFormat(): Promise<Failure[]> {
  const result = await tool(
    '@biomejs/biome/bin/biome',
    'check',
    '--reporter=github',
    '--max-diagnostics=100',
    '.',
  );
  const found = [...result.output.matchAll(/^::error title=([^,]+),file=([^,]+),line=(\d+).*?::(.*)$/gm)];
  const remedy = 'Run `npm run format`.';
  return orBroken(
    'biome',
    result,
    found.map((m) => ({
      where: `${path.relative(root, path.resolve(root, m[2] ?? ''))}:${m[3]}`,
      what: m[1] === 'format' ? 'Not formatted.' : `${m[1]}: ${m[4]}`,
      remedy,
    })),
  );
}

/** The compiler, with what it learnt last time kept in `.cache`. */
export async function checkTypes(): Promise<Failure[]> {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const memory = path.join(root, '.cache', 'types.tsbuildinfo');
  const result = await tool(
    'typescript/bin/tsc',
    '-p',
    '.',
    '--pretty',
    'false',
    '--incremental',
    '--tsBuildInfoFile',
    memory,
  );
  const found = [...result.output.matchAll(/^(\S.*?)\((\d+),\d+\): error (TS\d+): (.*(?:\n {2,}.*)*)/gm)];
  return orBroken(
    'tsc',
    result,
    found.map((m) => ({
      where: `${m[1]}:${m[2]}`,
      what: `${m[3]} ${m[4]}`,
      remedy: 'Make the types tell the truth; `any`, casts and ts-ignore are not a way out.',
    })),
  );
}

interface LintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code?: string;
    readonly help?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
  readonly number_of_files?: number;
}

/** Oxlint with types. It counts its files, for a linter that reads none is content. */
export async function checkLint(): Promise<Failure[]> {
  const folders = ['src', 'test', 'bin'].filter((folder) => existsSync(path.join(root, folder)));
  const result = await tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '-f', 'json', ...folders);
  const report = readJson<LintReport>(result.output);
  const found = (report?.diagnostics ?? []).map((d) => ({
    where: `${d.filename}:${d.labels[0]?.span.line ?? 1}`,
    what: `${d.message} (${d.code ?? 'oxlint'})`,
    ...(d.help === undefined ? {} : { remedy: d.help }),
  }));
  if (found.length === 0 && !report?.number_of_files)
    return [{ where: 'oxlint', what: `Saw no files. ${result.errors} ${result.output.slice(0, 500)}` }];
  return orBroken('oxlint', result, found);
}

interface UnusedReport {
  readonly issues: readonly ({ readonly file: string } & Record<string, unknown>)[];
}

const kinds: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  files: ['Nobody imports this file', 'Delete it, or import it where it is needed.'],
  dependencies: ['Nobody uses this package', 'Remove it from package.json.'],
  devDependencies: ['Nobody uses this package', 'Remove it from package.json.'],
  unlisted: ['Package used but not in package.json', 'Add it to package.json.'],
  unresolved: ['Import that leads nowhere', 'Correct the path.'],
  exports: ['Nobody imports this', 'Delete it, or take away `export`.'],
  types: ['Nobody imports this type', 'Delete it, or take away `export`.'],
  duplicates: ['Exported twice', 'Keep one name.'],
};

/** Knip: files, exports and packages that nobody uses. */
export async function checkUnused(): Promise<Failure[]> {
  const result = await tool('knip/bin/knip.js', '--no-progress', '--no-config-hints', '--reporter', 'json');
  const found = (readJson<UnusedReport>(result.output)?.issues ?? []).flatMap((issue) =>
    Object.entries(kinds).flatMap(([kind, [what, remedy]]) => {
      const items = issue[kind];
      if (!Array.isArray(items)) return [];
      return items.flat().map(
        (item: { name: string; line?: number }): Failure => ({
          where: `${issue.file}:${item.line ?? 1}`,
          what: kind === 'files' ? `${what}.` : `${what}: ${item.name}`,
          remedy,
        }),
      );
    }),
  );
  return orBroken('knip', result, found);
}

/** The pages under docs/reference, made again in memory and compared. */
export async function checkGenerated(): Promise<Failure[]> {
  const result = await runNode(['test/generate.ts', '--check', '--json'], { budgetMs });
  return orBroken('test/generate.ts', result, readJson<Failure[]>(result.output) ?? []);
}

function readJson<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
