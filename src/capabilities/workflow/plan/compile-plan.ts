import { done, type Outcome, refused } from '#kernel/outcome';
import { type BpmnElement, elementsAt, idOf } from '../bpmn/elements.ts';
import type { BpmnModel } from '../bpmn/read-bpmn.ts';
import { compileScope } from './compile-scope.ts';
import { type CompileOptions, Compiling } from './compiling.ts';
import { lintPlan } from './lint-plan.ts';
import { byId, type Plan } from './plan.ts';
import type { PlanProblem, PlanRefusal } from './problems.ts';

/** The one process that runs: marked executable, or the only one there is. */
function processOf(model: BpmnModel): BpmnElement | PlanProblem {
  const all = elementsAt(model.definitions, 'rootElements').filter(
    (element) => element.$type === 'bpmn:Process',
  );
  const marked = all.filter((process) => process.get('isExecutable') === true);
  const candidates = marked.length > 0 ? marked : all;
  const [first, second] = candidates;
  const definitions = { at: idOf(model.definitions), element: 'definitions' };
  if (first === undefined) return { code: 'no-process', ...definitions };
  if (second !== undefined)
    return { code: 'several-processes', ...definitions, detail: candidates.map(idOf).join(', ') };
  return first;
}

const refuse = (problems: readonly PlanProblem[]) =>
  refused<PlanRefusal>({ code: 'plan-refused', problems, details: { count: problems.length } });

/**
 * Compiles a diagram into the plan that the interpreter walks. What we do not execute is refused by name and id, all
 * of it at once; what only looks wrong is a warning in the plan.
 */
export function compilePlan(model: BpmnModel, options: CompileOptions): Outcome<Plan, PlanRefusal> {
  const process = processOf(model);
  if (!('$type' in process)) return refuse([process]);
  const compiling = new Compiling(options);
  const start = compileScope(compiling, process, undefined);
  const { errors, warnings } = compiling.findings;
  // A diagram with an element missing would only make the lint say again what is known.
  if (start === undefined || errors.length > 0) return refuse(errors);
  const plan = { process: idOf(process), start, nodes: byId(compiling.nodes), flows: byId(compiling.flows) };
  const lint = lintPlan(plan);
  if (lint.errors.length > 0) return refuse(lint.errors);
  return done({ ...plan, warnings: [...warnings, ...lint.warnings] });
}
