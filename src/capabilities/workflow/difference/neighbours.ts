import { flowOf, nodeOf, type Plan, type PlanNode } from '../plan/plan.ts';

const gateways: ReadonlySet<string> = new Set(['exclusive', 'inclusive', 'parallel']);
const activities: ReadonlySet<string> = new Set(['task', 'service', 'timer', 'message', 'call', 'scope']);

export const isGateway = ({ kind }: PlanNode): boolean => gateways.has(kind);
/** What a person would call a step: something is done there, or waited for. */
export const isActivity = ({ kind }: PlanNode): boolean => activities.has(kind);
export const isEnd = ({ kind }: PlanNode): boolean => kind === 'end' || kind === 'terminate';
/** A gateway at which a way is chosen or ways part; one with a single way out only lets ways meet. */
export const branches = (node: PlanNode): boolean => isGateway(node) && node.out.length > 1;

/** Where the flow goes on from a node, as if blocks were not there: into a block at its start, out of it behind the block. */
export function onward(plan: Plan, node: PlanNode): readonly string[] {
  if (node.kind === 'scope') return [node.start];
  if (isEnd(node)) return node.inside === undefined ? [] : leaving(plan, nodeOf(plan, node.inside));
  return leaving(plan, node);
}
const leaving = (plan: Plan, node: PlanNode): readonly string[] =>
  node.out.map((flow) => flowOf(plan, flow).to);

/** The same, backwards. A boundary timer follows what it stands on. */
export function backward(plan: Plan, node: PlanNode): readonly string[] {
  if (node.kind === 'boundary') return [node.on];
  if (node.kind === 'start') return node.inside === undefined ? [] : [node.inside];
  return node.in.map((flow) => flowOf(plan, flow).from);
}

/** The first nodes found on all ways from some, at which to stop; those without a way on are found too. */
export function nearest(
  from: readonly string[],
  step: (id: string) => readonly string[],
  stop: (id: string) => boolean,
): ReadonlySet<string> {
  const seen = new Set(from);
  const found = new Set<string>();
  // A set may grow while it is walked: each node is visited once.
  for (const id of seen) {
    const next = stop(id) ? [] : step(id);
    if (next.length === 0) found.add(id);
    for (const each of next) seen.add(each);
  }
  return found;
}

/** The first activities (or ends) from a node on, the node itself included. */
export const activitiesFrom = (plan: Plan, id: string, step = onward): readonly PlanNode[] =>
  [
    ...nearest(
      [id],
      (each) => step(plan, nodeOf(plan, each)),
      (each) => isActivity(nodeOf(plan, each)) || nodeOf(plan, each).kind === 'boundary',
    ),
  ].map((each) => nodeOf(plan, each));

/** The nearest activities (or start, or end) before and after a node. */
export function activitiesAround(
  plan: Plan,
  node: PlanNode,
): { readonly before: readonly PlanNode[]; readonly after: readonly PlanNode[] } {
  const look = (from: readonly string[], step: typeof onward) => [
    ...new Set(from.flatMap((id) => activitiesFrom(plan, id, step))),
  ];
  return { before: look(backward(plan, node), backward), after: look(onward(plan, node), onward) };
}
