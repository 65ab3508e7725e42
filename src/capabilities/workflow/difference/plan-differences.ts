import { isDeepStrictEqual } from 'node:util';
import { nodeOf, type Plan, type PlanNode } from '../plan/plan.ts';
import { Comparing, type PlanDifference, type Side } from './comparing.ts';
import { matchPlans } from './match-plans.ts';
import { branches, isEnd, isGateway } from './neighbours.ts';
import { liftMoved, orderDifferences } from './order-differences.ts';
import {
  elementInWords,
  severalInWords,
  standsAfter,
  waitInWords,
  waysInWords,
  words,
} from './plan-words.ts';
import { propertyDifferences } from './property-differences.ts';

/** Some 0.2 s of work; beyond it a diagram is told as changed only. */
const mostNodes = 250;

/**
 * What a person would say is other in a diagram: steps, times, roles, ways and their conditions, timers, calls. The drawing says
 * nothing, and nor do ids: an element that was drawn anew under the same name, role and neighbours is the same.
 */
export function planDifferences(before: Plan, after: Plan): readonly PlanDifference[] {
  if (isDeepStrictEqual(before.nodes, after.nodes) && isDeepStrictEqual(before.flows, after.flows)) return [];
  const comparing = liftMoved(new Comparing(before, after, matchPlans(before, after)));
  const pairs = [...comparing.matched].map(([key, id]) => [nodeOf(before, key), nodeOf(after, id)] as const);
  const fresh = new Set(comparing.matched.values());
  return [
    ...Object.values(before.nodes).flatMap((node) =>
      comparing.matched.has(node.id) ? [] : alone(comparing, 'before', node),
    ),
    ...Object.values(after.nodes).flatMap((node) =>
      fresh.has(node.id) ? [] : alone(comparing, 'after', node),
    ),
    ...pairs.flatMap(([was, is]) => [
      ...(comparing.lifted.has(was.id) ? [moved(comparing, was, is)] : []),
      ...propertyDifferences(comparing, was, is),
    ]),
    ...orderDifferences(comparing),
  ];
}

/** Whether two plans are small enough to be compared step by step. */
export const comparable = (...plans: readonly Plan[]): boolean =>
  plans.every(({ nodes }) => Object.keys(nodes).length <= mostNodes);

/** Whether two plans run alike, element by element; ids of flows and the order in which ways meet do not matter. */
export function runsAlike(before: Plan, after: Plan): boolean {
  const bare = ({ nodes, flows, start }: Plan) => ({
    start,
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, { in: into, out, boundaries = [], ...node }]) => [
        id,
        {
          ...node,
          ...('default' in node && node.default !== undefined ? { default: flows[node.default]?.to } : {}),
          into: into.map((flow) => flows[flow]?.from ?? '').toSorted(),
          out: out.map((flow) => [flows[flow]?.to, flows[flow]?.if]),
          boundaries: boundaries.toSorted(),
        },
      ]),
    ),
  });
  return isDeepStrictEqual(bare(before), bare(after));
}

const moved = (comparing: Comparing, was: PlanNode, is: PlanNode): PlanDifference => ({
  change: 'moved',
  at: is.id,
  what: elementInWords(comparing.after, is),
  before: standsAfter(comparing.before, was),
  after: standsAfter(comparing.after, is),
});

/** An element that came or went. Starts, ends and mere meetings of alternatives are told by what follows otherwise. */
function alone(comparing: Comparing, side: Side, node: PlanNode): readonly PlanDifference[] {
  if (isEnd(node) || node.kind === 'start') return [];
  if (isGateway(node) && !branches(node) && (node.kind === 'exclusive' || node.in.length < 2)) return [];
  const plan = comparing[side];
  return [
    {
      change: side === 'before' ? 'removed' : 'added',
      at: node.id,
      what: elementInWords(plan, node),
      [side]: saidOf(plan, node),
    },
  ];
}

/** What it does in a few words, and where it stands. */
function saidOf(plan: Plan, node: PlanNode): unknown {
  const where = standsAfter(plan, node);
  switch (node.kind) {
    case 'boundary':
      return waitInWords(node.wait);
    case 'timer':
      return [waitInWords(node.wait), where];
    case 'call':
      return [words(node.procedure, node.procedure), where];
    case 'service':
      return [words(node.service, node.service), where];
    case 'message':
      return [words(node.message, node.message), where];
    case 'task':
      return node.several ? [severalInWords(node.several), where] : where;
    default:
      return branches(node) ? waysInWords(plan, node) : where;
  }
}
