import { readPaperPasses, type WorkflowStep } from '#capabilities/forms';
import { officerRoles } from '#kernel/actor';
import { type BpmnElement, elementAt, elementsAt, idOf, textAt } from '../bpmn/elements.ts';
import type { Compiling } from './compiling.ts';
import { foreignAssignments, foreignList, foreignService } from './foreign.ts';
import type { NodeWork, Several, Wait } from './plan.ts';
import { planServices } from './services.ts';
import { readBudget, readDuration } from './times.ts';

type Task = Extract<NodeWork, { kind: 'task' }>;

const works: readonly WorkflowStep['does'][] = ['receive', 'appraise', 'check', 'approve', 'issue', 'return'];
const places: readonly WorkflowStep['place'][] = ['receiver', 'competent'];

/** One of our attributes when it is in the list; absent or foreign values are told. */
function chosen<T extends string>(
  compiling: Compiling,
  element: BpmnElement,
  field: 'role' | 'place' | 'does',
  values: readonly T[],
): T | undefined {
  const text = textAt(element, `mc:${field}`);
  const value = values.find((each) => each === text);
  if (text === undefined) compiling.lacks(`${field}-missing`, element);
  else if (value === undefined) compiling.error(`${field}-unknown`, element, text);
  return value;
}

function severalOf(compiling: Compiling, element: BpmnElement): Several | undefined {
  const loop = elementAt(element, 'loopCharacteristics');
  if (loop === undefined) return undefined;
  if (loop.$type !== 'bpmn:MultiInstanceLoopCharacteristics' || elementAt(loop, 'completionCondition')) {
    compiling.error('not-executed', element, 'loopCharacteristics');
    return undefined;
  }
  const list = textAt(element, 'mc:list') ?? foreignList(loop);
  if (list === undefined) {
    compiling.error('list-missing', element);
    return undefined;
  }
  return { list, oneByOne: loop.get('isSequential') === true };
}

function taskOf(compiling: Compiling, element: BpmnElement): Task {
  const role = chosen(compiling, element, 'role', officerRoles);
  const place = chosen(compiling, element, 'place', places);
  const does = chosen(compiling, element, 'does', works);
  const time = textAt(element, 'mc:budget');
  const budget = time === undefined ? undefined : readBudget(time);
  if (time === undefined) compiling.lacks('budget-missing', element);
  else if (budget === undefined) compiling.error('time-unreadable', element, time);
  const several = severalOf(compiling, element);
  const unit = textAt(element, 'mc:unit');
  // Whoever decides keeps the dossier: another unit is asked, and says what it thinks.
  if (unit !== undefined && does !== undefined && does !== 'check')
    compiling.error('unit-only-checks', element, unit);
  const hints = foreignAssignments(element);
  return {
    kind: 'task',
    ...(role && { role }),
    ...(place && { place }),
    ...(unit !== undefined && { unit }),
    ...(does && { does }),
    ...(budget && { budget }),
    ...(several && { several }),
    ...(hints.length > 0 && { hints }),
  };
}

function waitOf(compiling: Compiling, event: BpmnElement, timer: BpmnElement): Wait | undefined {
  const working = textAt(event, 'mc:working') ?? textAt(timer, 'mc:working');
  const duration = elementAt(timer, 'timeDuration');
  const text = working ?? (duration && textAt(duration, 'body'));
  const budget = working === undefined ? undefined : readBudget(working);
  const wait = budget !== undefined ? { working: budget } : text !== undefined && readDuration(text);
  if (wait) return wait;
  if (text === undefined && (elementAt(timer, 'timeDate') || elementAt(timer, 'timeCycle')))
    compiling.error('not-executed', event, 'timeDate, timeCycle');
  else compiling.error('time-unreadable', event, text);
  return undefined;
}

const messageOf = (element: BpmnElement): string | undefined => {
  const message = elementAt(element, 'messageRef');
  return message && (textAt(message, 'name') ?? textAt(message, 'id'));
};

function messageWork(compiling: Compiling, element: BpmnElement, holder: BpmnElement): NodeWork | undefined {
  const message = messageOf(holder);
  if (message === undefined) compiling.error('message-missing', element);
  return message === undefined ? undefined : { kind: 'message', message };
}

/** Events by what defines them: none, or exactly one that we execute. */
function eventWork(compiling: Compiling, element: BpmnElement): NodeWork | undefined {
  const [definition, another] = elementsAt(element, 'eventDefinitions');
  const sort = `${element.$type}+${definition?.$type ?? 'none'}`.replaceAll('bpmn:', '');
  if (another === undefined) {
    if (sort === 'StartEvent+none') return { kind: 'start' };
    if (sort === 'EndEvent+none') return { kind: 'end' };
    if (sort === 'EndEvent+TerminateEventDefinition') return { kind: 'terminate' };
  }
  if (another === undefined && definition !== undefined) {
    if (sort === 'IntermediateCatchEvent+MessageEventDefinition')
      return messageWork(compiling, element, definition);
    if (sort === 'IntermediateCatchEvent+TimerEventDefinition') {
      const wait = waitOf(compiling, element, definition);
      return wait && { kind: 'timer', wait };
    }
    const on = elementAt(element, 'attachedToRef');
    if (sort === 'BoundaryEvent+TimerEventDefinition' && on !== undefined) {
      const wait = waitOf(compiling, element, definition);
      const interrupts = element.get('cancelActivity') !== false;
      return wait && { kind: 'boundary', on: idOf(on), interrupts, wait };
    }
  }
  compiling.error('not-executed', element, definition?.$type.replace('bpmn:', ''));
  return undefined;
}

function branching(kind: 'exclusive' | 'inclusive', element: BpmnElement): NodeWork {
  const other = elementAt(element, 'default');
  return { kind, ...(other && { default: idOf(other) }) };
}

function named(
  compiling: Compiling,
  element: BpmnElement,
  code: 'service-missing' | 'call-missing',
  own: string | undefined,
  foreign: string | undefined,
): string {
  if (own === undefined) compiling.lacks(code, element);
  return own ?? foreign ?? '';
}

function workOf(
  compiling: Compiling,
  element: BpmnElement,
  sub: (() => string | undefined) | undefined,
): NodeWork | undefined {
  const own = (name: string) => textAt(element, `mc:${name}`);
  switch (element.$type) {
    case 'bpmn:StartEvent':
    case 'bpmn:EndEvent':
    case 'bpmn:IntermediateCatchEvent':
    case 'bpmn:BoundaryEvent':
      return eventWork(compiling, element);
    case 'bpmn:UserTask':
      return taskOf(compiling, element);
    case 'bpmn:ReceiveTask':
      return messageWork(compiling, element, element);
    case 'bpmn:ServiceTask': {
      const service = named(compiling, element, 'service-missing', own('service'), foreignService(element));
      if (own('service') !== undefined && !planServices.some((known) => known === service))
        compiling.lacks('service-unknown', element);
      return { kind: 'service', service };
    }
    case 'bpmn:CallActivity': {
      const called = textAt(element, 'calledElement');
      const procedure = named(compiling, element, 'call-missing', own('procedure'), called);
      const text = own('papers');
      const papers = text === undefined ? undefined : readPaperPasses(text);
      if (text !== undefined && papers === undefined) compiling.error('papers-unreadable', element, text);
      return { kind: 'call', procedure, ...(papers && { papers }) };
    }
    case 'bpmn:ExclusiveGateway':
      return branching('exclusive', element);
    case 'bpmn:InclusiveGateway':
      return branching('inclusive', element);
    case 'bpmn:ParallelGateway':
      return { kind: 'parallel' };
    default: {
      if (sub === undefined) {
        const event = element.get('triggeredByEvent') === true;
        compiling.error('not-executed', element, event ? 'triggeredByEvent' : undefined);
        return undefined;
      }
      const start = sub();
      return start === undefined ? undefined : { kind: 'scope', start };
    }
  }
}

/** What an element does, or undefined after its problem was told; `sub` compiles the inside of a sub-process. */
export function compileNode(
  compiling: Compiling,
  element: BpmnElement,
  sub: (() => string | undefined) | undefined,
): NodeWork | undefined {
  if (element.$type !== 'bpmn:UserTask' && element.get('loopCharacteristics') !== undefined)
    compiling.error('not-executed', element, 'loopCharacteristics');
  if (element.get('isForCompensation') === true)
    compiling.error('not-executed', element, 'isForCompensation');
  return workOf(compiling, element, sub);
}
