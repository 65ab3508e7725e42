import type { WorkflowStep } from '#capabilities/forms';
import { nodeOf, type Plan, type PlanNode } from './plan.ts';
import type { PlanProblem, ProblemCode } from './problems.ts';
import type { TaskNode } from './tasks-of-plan.ts';

type Does = WorkflowStep['does'];

/** Ways that are taken when a node is left by a timer on its border. */
const byTimer = (plan: Plan, node: PlanNode, always: boolean): readonly string[] =>
  (node.boundaries ?? []).flatMap((id) => {
    const timer = nodeOf(plan, id);
    return timer.kind === 'boundary' && (always || timer.interrupts) ? timer.out : [];
  });

/**
 * Nodes that a dossier can come to in one process or block while nobody does `does`. A parallel join is passed when every flow
 * into it can be; what a timer that ends nothing starts aside counts where `aside` says so.
 */
function reachedWithout(plan: Plan, start: string, does: Does, aside: boolean): ReadonlySet<string> {
  const reached = new Set<string>([start]);
  const passed = new Set<string>();
  const stops = (node: PlanNode) =>
    node.kind === 'task' ? node.does === does : node.kind === 'scope' && !passable(plan, node, does, aside);
  const waits = (node: PlanNode) =>
    node.kind === 'parallel' && node.in.length > 1 && !node.in.every((flow) => passed.has(flow));
  for (let grown = true; grown; ) {
    const before = passed.size;
    for (const id of reached) {
      const node = nodeOf(plan, id);
      const out = stops(node) || waits(node) ? [] : node.out;
      for (const flow of [...out, ...byTimer(plan, node, aside)]) {
        passed.add(flow);
        const to = plan.flows[flow]?.to;
        if (to !== undefined) reached.add(to);
      }
    }
    grown = passed.size > before;
  }
  return reached;
}

const isEnd = (node: PlanNode) => node.kind === 'end' || node.kind === 'terminate';

/** Whether a block can be left without anybody doing so. */
const passable = (
  plan: Plan,
  scope: Extract<PlanNode, { kind: 'scope' }>,
  does: Does,
  aside: boolean,
): boolean => [...reachedWithout(plan, scope.start, does, aside)].some((id) => isEnd(nodeOf(plan, id)));

/**
 * What keeps a sound plan from being the road of a dossier: it begins with receiving, and no way leads to the end without a draft,
 * a signature, a numbered result and its return, in this order.
 */
export function checkRoad(plan: Plan): readonly PlanProblem[] {
  const problems: PlanProblem[] = [];
  const tasks = Object.values(plan.nodes).filter((node): node is TaskNode => node.kind === 'task');
  const doing = (does: Does) => tasks.filter((task) => task.does === does);
  const add = (code: ProblemCode, task: TaskNode | undefined, detail: string) =>
    problems.push({
      code,
      at: task?.id ?? plan.process,
      element: task ? 'UserTask' : 'Process',
      ...(task?.name && { name: task.name.vi }),
      detail,
    });

  // Tasks that stand for a stage of the dossier are neither repeated nor hidden in a block.
  for (const does of ['receive', 'issue', 'return'] as const) {
    const [one, another] = doing(does);
    const plain = one?.inside === undefined && one?.several === undefined && another === undefined;
    if (one === undefined || !plain) add('step-count', another ?? one, does);
  }
  for (const task of doing('appraise')) if (task.several) add('step-count', task, 'appraise');
  for (const task of doing('approve')) if (task.several || task.inside) add('step-count', task, 'approve');
  if (problems.length > 0) return problems;

  const [first, last] = [doing('receive')[0], doing('return')[0]];
  const [begin, another] = nodeOf(plan, plan.start).out;
  if (another !== undefined || plan.flows[begin ?? '']?.to !== first?.id)
    add('not-begun-by-receiving', first, 'receive');
  for (const [before, after] of [
    ['appraise', 'approve'],
    ['approve', 'issue'],
    ['issue', 'return'],
  ] as const) {
    const reached = reachedWithout(plan, plan.start, before, true);
    for (const task of doing(after)) if (reached.has(task.id)) add('before-its-turn', task, before);
  }
  const passing = [...reachedWithout(plan, plan.start, 'return', false)].map((id) => nodeOf(plan, id));
  if (passing.some(isEnd)) add('result-passed-by', last, 'return');
  return problems;
}
