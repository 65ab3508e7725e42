import { findNode, flowOf, nodeOf, type Plan, type PlanNode } from './plan.ts';

/** The graph of a plan, before and after its warnings are known. */
export type Graph = Pick<Plan, 'nodes' | 'flows' | 'start'>;

/** Flows by which a token can go on from a node: its own, and those of the timers on its border. */
export const waysOut = (graph: Graph, node: PlanNode): readonly string[] => [
  ...node.out,
  ...(node.boundaries ?? []).flatMap((id) => findNode(graph, id)?.out ?? []),
];

/** All that can be reached by flows beginning with these; a node for which `stop` holds is entered but not left. */
export function reachable(
  graph: Graph,
  flows: readonly string[],
  stop: (nodeId: string) => boolean = () => false,
): { readonly flows: ReadonlySet<string>; readonly nodes: ReadonlySet<string> } {
  const seen = new Set(flows);
  const nodes = new Set<string>();
  // A set may grow while it is walked: each flow is visited once.
  for (const id of seen) {
    const { to } = flowOf(graph, id);
    if (nodes.has(to)) continue;
    nodes.add(to);
    if (!stop(to)) for (const next of waysOut(graph, nodeOf(graph, to))) seen.add(next);
  }
  return { flows: seen, nodes };
}

/** Nodes from which one of these can be reached, those themselves included. */
export function reaching(graph: Graph, goals: readonly string[]): ReadonlySet<string> {
  const nodes = new Set(goals);
  for (const id of nodes) {
    const node = nodeOf(graph, id);
    for (const flow of node.in) nodes.add(flowOf(graph, flow).from);
    if (node.kind === 'boundary') nodes.add(node.on);
  }
  return nodes;
}
