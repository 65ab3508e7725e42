import { budgetMinutes } from '../budgets.ts';
import { nodeOf, type Plan, type PlanNode } from './plan.ts';

/** Nodes that can come directly after a node; into a block over its start, out of it over its ends. */
function nextOf(plan: Plan, node: PlanNode): readonly string[] {
  const over = (flows: readonly string[]) => flows.flatMap((flow) => plan.flows[flow]?.to ?? []);
  const timers = (node.boundaries ?? []).flatMap((id) => over(nodeOf(plan, id).out));
  if (node.kind === 'scope') return [node.start, ...timers];
  const ends = node.kind === 'end' || node.kind === 'terminate';
  if (ends && node.inside !== undefined) return over(nodeOf(plan, node.inside).out);
  return [...over(node.out), ...timers];
}

/** Every node before those that come after it; a way back in a loop is left out. */
function inTurn(plan: Plan): readonly string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const next of nextOf(plan, nodeOf(plan, id))) visit(next);
    order.unshift(id);
  };
  visit(plan.start);
  return order;
}

/**
 * Nodes of the way through a plan that takes longest by the times of its tasks. What stands beside it, or instead of a part of it, adds
 * nothing to how long a dossier takes.
 */
export function longestWay(plan: Plan): ReadonlySet<string> {
  const order = inTurn(plan);
  const at = new Map(order.map((id, index) => [id, index]));
  const minutes = new Map<string, number>();
  const from = new Map<string, string>();
  const own = (id: string): number => {
    const node = nodeOf(plan, id);
    return node.kind === 'task' && node.budget ? budgetMinutes(node.budget) : 0;
  };
  for (const id of order) {
    const here = minutes.get(id) ?? own(id);
    minutes.set(id, here);
    for (const next of nextOf(plan, nodeOf(plan, id))) {
      const back = (at.get(next) ?? 0) <= (at.get(id) ?? 0);
      const total = here + own(next);
      if (back || total <= (minutes.get(next) ?? -1)) continue;
      minutes.set(next, total);
      from.set(next, id);
    }
  }
  const ends = order.filter((id) => nextOf(plan, nodeOf(plan, id)).length === 0);
  const last = ends.toSorted((a, b) => (minutes.get(b) ?? 0) - (minutes.get(a) ?? 0))[0];
  const way = new Set<string>();
  for (let id = last; id !== undefined; id = from.get(id)) way.add(id);
  return way;
}
