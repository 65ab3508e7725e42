import type { Condition, WorkflowStep } from '#capabilities/forms';
import type { LocalText } from '#kernel/text';
import type { BpmnElement } from '../bpmn/elements.ts';
import { mcNamespace } from '../bpmn/mc-package.ts';
import { type BpmnModel, bpmnMaker } from '../bpmn/read-bpmn.ts';
import { layoutLine } from './layout.ts';
import { writeBudget } from './times.ts';

export interface LineOptions {
  /** A step's condition as FEEL. */
  readonly feelOf: (condition: Condition) => string;
  readonly name?: LocalText;
}

interface Flow {
  readonly flow: BpmnElement;
  readonly from: BpmnElement;
  readonly to: BpmnElement;
}

const named = ({ vi, en }: LocalText) => ({ name: vi, ...(en !== undefined && { 'mc:nameEn': en }) });

/** Elements of a line as it grows, left to right. Our own ids begin with `_`, which no step's id does. */
class Line {
  readonly make = bpmnMaker();
  readonly nodes: BpmnElement[] = [];
  readonly flows: Flow[] = [];

  node(type: string, properties: Record<string, unknown>): BpmnElement {
    const node = this.make(type, properties);
    this.nodes.push(node);
    return node;
  }

  join(from: BpmnElement, to: BpmnElement, feel?: string): BpmnElement {
    const flow = this.make('bpmn:SequenceFlow', {
      id: `_flow-${this.flows.length + 1}`,
      sourceRef: from,
      targetRef: to,
      ...(feel !== undefined && {
        conditionExpression: this.make('bpmn:FormalExpression', { body: feel }),
      }),
    });
    from.set('outgoing', [...((from.get('outgoing') as BpmnElement[] | undefined) ?? []), flow]);
    to.set('incoming', [...((to.get('incoming') as BpmnElement[] | undefined) ?? []), flow]);
    this.flows.push({ flow, from, to });
    return flow;
  }

  task(step: WorkflowStep): BpmnElement {
    return this.node('bpmn:UserTask', {
      id: step.id,
      ...named(step.name),
      'mc:role': step.role,
      'mc:place': step.place,
      'mc:does': step.does,
      'mc:budget': writeBudget(step.budget),
    });
  }

  /** A step, or a step with the way around it; what the line ends with then. */
  step(last: BpmnElement, step: WorkflowStep, options: LineOptions): BpmnElement {
    if (step.if === undefined) {
      const task = this.task(step);
      this.join(last, task);
      return task;
    }
    const split = this.node('bpmn:ExclusiveGateway', { id: `_if-${step.id}` });
    const task = this.task(step);
    const merge = this.node('bpmn:ExclusiveGateway', { id: `_after-${step.id}` });
    this.join(last, split);
    this.join(split, task, options.feelOf(step.if));
    this.join(task, merge);
    split.set('default', this.join(split, merge));
    return merge;
  }
}

/** A line of steps as BPMN, with the diagram drawn from left to right; a step with an `if` gets a way around it. */
export function linePlan(steps: readonly WorkflowStep[], options: LineOptions): BpmnModel {
  const line = new Line();
  let last = line.node('bpmn:StartEvent', { id: '_start' });
  for (const step of steps) last = line.step(last, step, options);
  line.join(last, line.node('bpmn:EndEvent', { id: '_end' }));

  const process = line.make('bpmn:Process', {
    id: '_process',
    isExecutable: true,
    ...(options.name && named(options.name)),
    flowElements: [...line.nodes, ...line.flows.map(({ flow }) => flow)],
  });
  const definitions = line.make('bpmn:Definitions', {
    id: '_definitions',
    targetNamespace: mcNamespace,
    rootElements: [process],
    diagrams: [layoutLine(line.make, process, line.nodes, line.flows)],
  });
  return { definitions, warnings: [] };
}
