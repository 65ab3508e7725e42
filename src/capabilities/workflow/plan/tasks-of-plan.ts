import type { WorkflowStep } from '#capabilities/forms';
import { reachable, waysOut } from './graph.ts';
import { longestWay } from './longest-way.ts';
import { findNode, nodeOf, type Plan, type PlanNode } from './plan.ts';

export type TaskNode = Extract<PlanNode, { kind: 'task' }>;

/** A user task as a step, for everything that asks for name, role or time of a step; undefined for a draft's half task. */
export function stepOfTask(node: PlanNode): WorkflowStep | undefined {
  if (node.kind !== 'task') return undefined;
  const { id, name, role, place, does, budget } = node;
  return role && place && does && budget
    ? { id, name: name ?? { vi: id }, place, role, does, budget }
    : undefined;
}

/** The step of a plan with this id, when it is a user task. */
export const stepOfPlan = (plan: Plan, id: string): WorkflowStep | undefined => {
  const node = findNode(plan, id);
  return node && stepOfTask(node);
};

/** Nodes in the order in which the flow comes to them; the inside of a block stands in the place of the block. */
function inOrder(plan: Plan, start: string): readonly PlanNode[] {
  const first = nodeOf(plan, start);
  const after = (node: PlanNode): readonly PlanNode[] =>
    node.kind === 'scope' ? inOrder(plan, node.start) : [];
  const found = [...reachable(plan, first.out).nodes].map((id) => nodeOf(plan, id));
  return topological(plan, [first, ...found]).flatMap((node) => [node, ...after(node)]);
}

/** Each node after those that lead to it; where a loop leads back, the earlier of both comes first. */
function topological(plan: Plan, nodes: readonly PlanNode[]): readonly PlanNode[] {
  const left = new Set(nodes);
  const order: PlanNode[] = [];
  for (;;) {
    const ready = [...left].find(
      (node) => ![...left].some((other) => other !== node && isBefore(plan, other, node)),
    );
    const next = ready ?? [...left][0];
    if (next === undefined) return order;
    left.delete(next);
    order.push(next);
  }
}

const isBefore = (plan: Plan, from: PlanNode, to: PlanNode): boolean =>
  to.in.some((flow) => {
    const source = plan.flows[flow]?.from;
    return source !== undefined && (source === from.id || from.boundaries?.includes(source));
  });

/** Whether what follows from one node can come to another, out of the block in which it stands too. */
export function leadsTo(plan: Plan, from: string, to: string): boolean {
  for (let id: string | undefined = from; id !== undefined; id = nodeOf(plan, id).inside) {
    const { nodes } = reachable(plan, waysOut(plan, nodeOf(plan, id)));
    if (nodes.has(to) || [...nodes].some((each) => holds(plan, each, to))) return true;
  }
  return false;
}

/** Whether a block holds a node, directly or in a block inside. */
function holds(plan: Plan, scope: string, id: string): boolean {
  const { inside } = nodeOf(plan, id);
  return inside !== undefined && (inside === scope || holds(plan, scope, inside));
}

const known = new WeakMap<Plan, readonly WorkflowStep[]>();

/**
 * All user tasks in the order of the flow, as the list of steps that a definition holds beside its diagram: people read it, lint sums
 * it up, names are found in it. Branches that run side by side stand one after the other.
 */
export function tasksOfPlan(plan: Plan): readonly WorkflowStep[] {
  const made = known.get(plan);
  if (made) return made;
  const way = longestWay(plan);
  const tasks = inOrder(plan, plan.start).flatMap((node): readonly WorkflowStep[] => {
    const step = stepOfTask(node);
    return step ? [way.has(node.id) ? step : { ...step, beside: true }] : [];
  });
  known.set(plan, tasks);
  return tasks;
}
