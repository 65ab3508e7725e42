import path from 'node:path';
import { cruise, type ICruiseResult, type IModule } from 'dependency-cruiser';
import { readPlan, roomsOf } from '../support/plan.ts';
import type { Failure } from '../support/report.ts';
import { lineAt, readText, root, walk } from '../support/tree.ts';
import { arrowRules } from './arrow-rules.ts';

const isSource = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.d.ts');

/** Every import that the plan of the house forbids, and every file the checker failed to see. */
export async function findWrongArrows(base: string = root): Promise<Failure[]> {
  const plan = readPlan(base);
  const rules = arrowRules(plan);
  const folders = ['src', 'test'].filter((folder) => walk(path.join(base, folder)).some(isSource));
  const { output } = await cruise(
    folders,
    {
      baseDir: base,
      ruleSet: { forbidden: [...rules] },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    },
    {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  );
  const result = output as ICruiseResult;
  const remedies = new Map(rules.map((rule) => [rule.name, rule.comment]));
  const wrong = result.summary.violations.map((violation): Failure => {
    const module = result.modules.find((known) => known.source === violation.from);
    const way =
      violation.cycle === undefined
        ? `${violation.from} → ${violation.to}`
        : [violation.from, ...violation.cycle.map((step) => step.name)].join(' → ');
    return {
      where: `${violation.from}:${lineOfImport(base, module, violation.to)}`,
      what: `${way} (${violation.rule.name})`,
      remedy: remedies.get(violation.rule.name) ?? '',
    };
  });
  return [...wrong, ...unseen(base, folders, result.modules), ...roomsWithoutRank(base)];
}

function lineOfImport(base: string, module: IModule | undefined, to: string): number {
  const specifier = module?.dependencies.find((dependency) => dependency.resolved === to)?.module;
  if (module === undefined || specifier === undefined) return 1;
  const text = readText(module.source, base);
  const at = Math.max(text.indexOf(`'${specifier}'`), text.indexOf(`"${specifier}"`), 0);
  return lineAt(text, at);
}

/** A checker that sees no files finds no faults: beside a TypeScript it cannot read it would look clean. */
function unseen(base: string, folders: readonly string[], modules: readonly IModule[]): Failure[] {
  const seen = new Set(modules.map((module) => module.source));
  const files = folders.flatMap((folder) => walk(path.join(base, folder)).map((name) => `${folder}/${name}`));
  const failures = files.filter(isSource).filter((name) => !seen.has(name));
  const remedy =
    'Keep typescript at a version dependency-cruiser can read (6), and the file under src or test.';
  const arrows = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
  if (files.filter(isSource).length > 1 && arrows === 0)
    return [{ where: 'src', what: 'The arrow checker saw no import at all.', remedy }];
  return failures.map((where) => ({ where, what: 'The arrow checker did not see this file.', remedy }));
}

function roomsWithoutRank(base: string): Failure[] {
  const known = new Set(roomsOf(readPlan(base)).map(({ room }) => room));
  const folders = new Set(walk(path.join(base, 'src/capabilities')).map((name) => name.split('/')[0] ?? ''));
  return [...folders]
    .filter((room) => !known.has(room))
    .map((room) => ({
      where: `src/capabilities/${room}`,
      what: 'This room has no rank.',
      remedy: 'Write it into house.plan.json under "rooms", as low as its imports allow.',
    }));
}
