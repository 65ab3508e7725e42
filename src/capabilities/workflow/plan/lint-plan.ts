import { type Graph, reachable, reaching } from './graph.ts';
import { flowOf, nodeOf, type PlanNode } from './plan.ts';
import type { Findings, PlanProblem, ProblemCode } from './problems.ts';

const bpmnNames: Readonly<Record<PlanNode['kind'], string>> = {
  start: 'StartEvent',
  end: 'EndEvent',
  terminate: 'EndEvent',
  exclusive: 'ExclusiveGateway',
  parallel: 'ParallelGateway',
  inclusive: 'InclusiveGateway',
  task: 'UserTask',
  service: 'ServiceTask',
  timer: 'IntermediateCatchEvent',
  message: 'IntermediateCatchEvent',
  call: 'CallActivity',
  scope: 'SubProcess',
  boundary: 'BoundaryEvent',
};

const problem = (code: ProblemCode, node: PlanNode): PlanProblem => ({
  code,
  at: node.id,
  element: bpmnNames[node.kind],
  ...(node.name !== undefined && { name: node.name.vi }),
});

const isEnd = (node: PlanNode): boolean => node.kind === 'end' || node.kind === 'terminate';

/** Nodes of one process or sub-process. */
const directlyIn = (graph: Graph, inside: string | undefined): readonly PlanNode[] =>
  Object.values(graph.nodes).filter((node) => node.inside === inside);

/** Passed without waiting for anybody, in the worst case. */
function passesAtOnce(graph: Graph, node: PlanNode): boolean {
  switch (node.kind) {
    case 'task':
      return node.several !== undefined;
    case 'service':
    case 'timer':
    case 'message':
    case 'call':
    case 'boundary':
      return false;
    case 'scope': {
      const waits = (id: string) => !passesAtOnce(graph, nodeOf(graph, id));
      const { nodes } = reachable(graph, nodeOf(graph, node.start).out, waits);
      return [...nodes].some((id) => isEnd(nodeOf(graph, id)));
    }
    case 'start':
    case 'end':
    case 'terminate':
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return true;
  }
}

/** Nodes that a token could pass again and again within one move. */
function runaways(graph: Graph): readonly PlanNode[] {
  const nodes = Object.values(graph.nodes);
  const instant = new Set(nodes.filter((node) => passesAtOnce(graph, node)).map((node) => node.id));
  return nodes.filter(
    (node) => instant.has(node.id) && reachable(graph, node.out, (id) => !instant.has(id)).nodes.has(node.id),
  );
}

/** A parallel split is joined when some join can be reached over two of its branches. */
function isJoined(graph: Graph, split: PlanNode): boolean {
  const branches = split.out.map((flow) => reachable(graph, [flow]).nodes);
  return Object.values(graph.nodes).some(
    (node) =>
      (node.kind === 'parallel' || node.kind === 'inclusive') &&
      node.in.length > 1 &&
      branches.filter((nodes) => nodes.has(node.id)).length > 1,
  );
}

const mayStop = (graph: Graph, node: PlanNode): boolean =>
  (node.kind === 'exclusive' || node.kind === 'inclusive') &&
  node.default === undefined &&
  node.out.length > 0 &&
  node.out.every((flow) => flowOf(graph, flow).if !== undefined);

function lintScope(graph: Graph, start: string, inside: string | undefined, errors: PlanProblem[]): void {
  const nodes = directlyIn(graph, inside);
  const reached = reachable(graph, nodeOf(graph, start).out).nodes;
  const attached = (node: PlanNode) => node.kind === 'boundary' && reached.has(node.on);
  const ending = reaching(
    graph,
    nodes.filter(isEnd).map((node) => node.id),
  );
  for (const node of nodes) {
    if (node.id !== start && !reached.has(node.id) && !attached(node))
      errors.push(problem('unreachable', node));
    else if (!ending.has(node.id)) errors.push(problem('no-way-out', node));
    if (node.kind === 'scope') lintScope(graph, node.start, node.id, errors);
  }
}

/** What is wrong with the shape of a plan: errors keep it from running, warnings ask the author to look. */
export function lintPlan(graph: Graph): Findings {
  const findings: Findings = { errors: [], warnings: [] };
  lintScope(graph, graph.start, undefined, findings.errors);
  for (const node of runaways(graph)) findings.errors.push(problem('loop-without-task', node));
  for (const node of Object.values(graph.nodes)) {
    if (mayStop(graph, node)) findings.warnings.push(problem('no-default', node));
    if (node.kind === 'parallel' && node.out.length > 1 && !isJoined(graph, node))
      findings.warnings.push(problem('split-not-joined', node));
  }
  return findings;
}
