import { reachable, waysOut } from './graph.ts';
import type { Token } from './marking.ts';
import { nodeOf, type Plan, type PlanNode } from './plan.ts';

/** One token for each flow that has one, of those that wait at this join in one scope. */
function firstPerFlow(tokens: readonly Token[], join: PlanNode, within: number): readonly Token[] {
  const waiting = tokens.filter((token) => token.node === join.id && token.within === within);
  return join.in.flatMap((flow) => waiting.find((token) => token.via === flow) ?? []);
}

/** The tokens that a parallel join takes when every flow into it has brought one. */
export function parallelJoin(
  tokens: readonly Token[],
  join: PlanNode,
  within: number,
): readonly Token[] | undefined {
  const taken = firstPerFlow(tokens, join, within);
  return taken.length === join.in.length ? taken : undefined;
}

/**
 * The tokens that an inclusive join takes when no other can still come (BPMN 2.0, 13.4.3): a token elsewhere holds it
 * back when it can reach a flow that has brought none, unless it can as well reach one that has. Paths through the
 * join itself do not count. Asked only when every other token rests.
 */
export function inclusiveJoin(
  plan: Plan,
  tokens: readonly Token[],
  join: PlanNode,
  within: number,
): readonly Token[] | undefined {
  const taken = firstPerFlow(tokens, join, within);
  const full = new Set(taken.map((token) => token.via));
  const holdsBack = (nodeId: string): boolean => {
    const ways = waysOut(plan, nodeOf(plan, nodeId));
    const { flows } = reachable(plan, ways, (id) => id === join.id);
    const into = join.in.filter((flow) => flows.has(flow));
    return into.some((flow) => !full.has(flow)) && !into.some((flow) => full.has(flow));
  };
  const others = tokens.filter((token) => token.within === within && token.node !== join.id);
  const places = [...new Set(others.map((token) => token.node))];
  return taken.length > 0 && !places.some(holdsBack) ? taken : undefined;
}
