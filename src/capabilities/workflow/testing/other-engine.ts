import * as elements from 'bpmn-elements';
import { type BpmnElement, elementAt, elementsAt, idOf, textAt } from '../bpmn/elements.ts';
import type { BpmnModel } from '../bpmn/read-bpmn.ts';

interface Part {
  readonly id: string;
  readonly type: string;
  readonly parent: { readonly id: string; readonly type: string };
  readonly Behaviour: unknown;
  readonly behaviour: Record<string, unknown>;
  readonly sourceId?: string;
  readonly targetId?: string;
  readonly isDefault?: boolean;
}

/** The engine's classes by the name of the element they run. */
const classes = elements as unknown as Readonly<Record<string, unknown>>;

/**
 * The engine tells the ways not taken too (dead path elimination). Where ways meet again inside a parallel branch, such
 * a notice of the one reaches the parallel join before the task on the other is done, and the join passes early. BPMN 2.0
 * knows only tokens, so here the notices are kept back.
 */
class TakenFlow extends (elements.SequenceFlow as unknown as new (...of: unknown[]) => object) {
  discard(): void {}
}

function partOf(element: BpmnElement, parent: Part['parent']): Part {
  const head = { id: idOf(element), type: element.$type, parent };
  const Behaviour = classes[element.$type.replace('bpmn:', '')];
  const [from, to] = [elementAt(element, 'sourceRef'), elementAt(element, 'targetRef')];
  if (!from || !to) return { ...head, Behaviour, behaviour: {} };
  const condition = elementAt(element, 'conditionExpression');
  const conditionExpression = condition && { language: 'feel', body: textAt(condition, 'body') };
  return {
    ...head,
    Behaviour: TakenFlow,
    behaviour: { conditionExpression },
    sourceId: idOf(from),
    targetId: idOf(to),
    isDefault: elementAt(from, 'default') === element,
  };
}

function partsIn(scope: BpmnElement): Part[] {
  const parent = { id: idOf(scope), type: scope.$type };
  return elementsAt(scope, 'flowElements').flatMap((element) => [
    partOf(element, parent),
    ...(element.$type === 'bpmn:SubProcess' ? partsIn(element) : []),
  ]);
}

/** The model in the form in which the engine asks for it. */
function contextOf(model: BpmnModel) {
  const [process] = elementsAt(model.definitions, 'rootElements');
  if (process === undefined) throw new Error('a model with a process');
  const parts = partsIn(process);
  const flows = parts.filter((part) => part.sourceId !== undefined);
  const activities = parts.filter((part) => part.sourceId === undefined);
  const inScope = (list: readonly Part[]) => (scope?: string) =>
    list.filter((part) => scope === undefined || part.parent.id === scope);
  const whole = {
    id: idOf(process),
    type: 'bpmn:Process',
    parent: { id: 'file', type: 'bpmn:Definitions' },
    Behaviour: elements.Process,
    behaviour: { isExecutable: true },
  };
  const none = () => [];
  return {
    id: 'file',
    type: 'bpmn:Definitions',
    getProcesses: () => [whole],
    getExecutableProcesses: () => [whole],
    getProcessById: (id: string) => (id === whole.id ? whole : undefined),
    getActivities: inScope(activities),
    getActivityById: (id: string) => activities.find((part) => part.id === id),
    getSequenceFlows: inScope(flows),
    getSequenceFlowById: (id: string) => flows.find((part) => part.id === id),
    getInboundSequenceFlows: (id: string) => flows.filter((part) => part.targetId === id),
    getOutboundSequenceFlows: (id: string) => flows.filter((part) => part.sourceId === id),
    getInboundAssociations: none,
    getOutboundAssociations: none,
    getAssociations: none,
    getMessageFlows: none,
  };
}

/** A run of another BPMN engine over the same file. */
export interface OtherRun {
  /** Tasks that wait, sorted. */
  readonly waiting: () => readonly string[];
  readonly complete: (task: string) => void;
  readonly finished: () => boolean;
}

/** Starts bpmn-elements on a model; `holds` answers its conditions. */
export function otherEngine(model: BpmnModel, holds: (condition: string) => boolean): OtherRun {
  const scripts = {
    register: () => undefined,
    getScript: (_: string, flow: { behaviour: { conditionExpression: { body: string } } }) => ({
      execute: (_scope: unknown, answer: (error: null, result: boolean) => void) =>
        answer(null, holds(flow.behaviour.conditionExpression.body)),
    }),
  };
  const environment = new elements.Environment({ scripts: scripts as never });
  const context = elements.Context(contextOf(model), environment);
  const definition = new elements.Definition(context);
  const waiting: string[] = [];
  definition.broker.subscribeTmp(
    'event',
    'activity.wait',
    (_key: string, message: { content?: { id?: string } }) => {
      waiting.push(message.content?.id ?? '');
    },
    { noAck: true },
  );
  definition.run();
  return {
    waiting: () => waiting.toSorted(),
    complete: (task) => {
      waiting.splice(waiting.indexOf(task), 1);
      definition.signal({ id: task });
    },
    finished: () => definition.counters.completed === 1,
  };
}
