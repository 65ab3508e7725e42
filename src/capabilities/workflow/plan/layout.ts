import type { BpmnElement } from '../bpmn/elements.ts';

type Make = (type: string, properties?: Record<string, unknown>) => BpmnElement;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
type Point = readonly [x: number, y: number];

const middle = 200;
const gap = 60;
const left = 160;
/** How far a way around a step leaves the line. */
const detour = 80;

const sizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  'bpmn:UserTask': [120, 80],
  'bpmn:ExclusiveGateway': [50, 50],
};
const eventSize = [36, 36] as const;

/** Boxes from left to right, on one middle line, in the order of the nodes. */
function boxesOf(nodes: readonly BpmnElement[]): ReadonlyMap<BpmnElement, Box> {
  let x = left;
  return new Map(
    nodes.map((node) => {
      const [width, height] = sizes[node.$type] ?? eventSize;
      const box = { x, y: middle - height / 2, width, height };
      x += width + gap;
      return [node, box];
    }),
  );
}

/** Straight to the neighbour; over the top of what stands between. */
function pathBetween(from: Box, to: Box): readonly Point[] {
  const [end, begin] = [from.x + from.width, to.x];
  if (begin - end <= gap)
    return [
      [end, middle],
      [begin, middle],
    ];
  const [a, b, top] = [from.x + from.width / 2, to.x + to.width / 2, middle - detour];
  return [
    [a, from.y],
    [a, top],
    [b, top],
    [b, to.y],
  ];
}

/** The diagram of nodes that stand in a line, with the flows between them. */
export function layoutLine(
  make: Make,
  process: BpmnElement,
  nodes: readonly BpmnElement[],
  flows: readonly { readonly flow: BpmnElement; readonly from: BpmnElement; readonly to: BpmnElement }[],
): BpmnElement {
  const boxes = boxesOf(nodes);
  const shapes = nodes.map((node) =>
    make('bpmndi:BPMNShape', {
      id: `_shape-${String(node.get('id'))}`,
      bpmnElement: node,
      bounds: make('dc:Bounds', { ...boxes.get(node) }),
      ...(node.$type === 'bpmn:ExclusiveGateway' && { isMarkerVisible: true }),
    }),
  );
  const edges = flows.flatMap(({ flow, from, to }) => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (a === undefined || b === undefined) return [];
    const waypoint = pathBetween(a, b).map(([x, y]) => make('dc:Point', { x, y }));
    return [make('bpmndi:BPMNEdge', { id: `_edge${String(flow.get('id'))}`, bpmnElement: flow, waypoint })];
  });
  const plane = make('bpmndi:BPMNPlane', {
    id: '_plane',
    bpmnElement: process,
    planeElement: [...shapes, ...edges],
  });
  return make('bpmndi:BPMNDiagram', { id: '_diagram', plane });
}
