import type { LocalText } from '#kernel/text';
import { type BpmnElement, elementAt, elementsAt, extensionsOf, idOf, textAt } from '../bpmn/elements.ts';
import { compileNode } from './compile-node.ts';
import type { Compiling } from './compiling.ts';
import type { NodeWork, PlanFlow } from './plan.ts';

const maxNodes = 500;
const maxDepth = 8;

/** Part of a diagram that says something to its reader and nothing to the interpreter. */
const silent = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

function nameOf(element: BpmnElement): LocalText | undefined {
  const [vi, en] = [textAt(element, 'name'), textAt(element, 'mc:nameEn')];
  return vi === undefined ? undefined : { vi, ...(en !== undefined && { en }) };
}

const gateways: ReadonlySet<string> = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway']);

function compileFlow(
  compiling: Compiling,
  flow: BpmnElement,
  known: ReadonlySet<BpmnElement>,
): PlanFlow | undefined {
  const [from, to] = [elementAt(flow, 'sourceRef'), elementAt(flow, 'targetRef')];
  if (!from || !to || !known.has(from) || !known.has(to)) {
    compiling.error('flow-broken', flow);
    return undefined;
  }
  const ends = { id: idOf(flow), from: idOf(from), to: idOf(to) };
  const condition = elementAt(flow, 'conditionExpression');
  if (condition === undefined) return ends;
  if (!gateways.has(from.$type)) compiling.error('condition-here', flow);
  // Camunda 8 marks FEEL by a leading `=`.
  const text = textAt(condition, 'body')?.replace(/^=\s*/, '') ?? '';
  const language = textAt(condition, 'language');
  const outcome = compiling.options.compile(text);
  if (outcome.ok && (language === undefined || /feel/i.test(language)))
    return { ...ends, if: outcome.value.text };
  compiling.error('condition-refused', flow, text.slice(0, 80));
  return ends;
}

/** Compiles what stands directly in a process or sub-process; the id of its start, when it has exactly one. */
export function compileScope(
  compiling: Compiling,
  scope: BpmnElement,
  inside: string | undefined,
  depth = 0,
): string | undefined {
  const elements = elementsAt(scope, 'flowElements').filter((element) => !silent.has(element.$type));
  if (compiling.nodes.length + elements.length > maxNodes * 2 || depth > maxDepth) {
    compiling.error('too-large', scope);
    return undefined;
  }
  const sound = elements.filter((element) => compiling.claims(element));
  const isFlow = (element: BpmnElement) => element.$type === 'bpmn:SequenceFlow';
  const nodes = sound.filter((element) => !isFlow(element));
  const known = new Set(nodes);
  const flows = sound.filter(isFlow).flatMap((flow) => compileFlow(compiling, flow, known) ?? []);
  compiling.flows.push(...flows);

  let start: string | undefined;
  const works = new Map<BpmnElement, NodeWork>();
  for (const element of nodes) {
    const sub = element.$type === 'bpmn:SubProcess' && element.get('triggeredByEvent') !== true;
    const work = compileNode(
      compiling,
      element,
      sub ? () => compileScope(compiling, element, idOf(element), depth + 1) : undefined,
    );
    if (work === undefined) continue;
    works.set(element, work);
    if (work.kind === 'start') start = idOf(element);
    if (extensionsOf(element).length > 0)
      compiling.warn(
        'extension-not-run',
        element,
        extensionsOf(element)
          .map((each) => each.$type)
          .join(', '),
      );
  }
  const count = (type: string) => nodes.filter((element) => element.$type === type).length;
  if (count('bpmn:StartEvent') !== 1) compiling.error('start-count', scope);
  if (count('bpmn:EndEvent') === 0) compiling.error('end-missing', scope);

  for (const [element, work] of works) {
    const [id, name] = [idOf(element), nameOf(element)];
    const boundaries = [...works].flatMap(([other, its]) =>
      its.kind === 'boundary' && its.on === id ? [idOf(other)] : [],
    );
    const into = flows.filter((flow) => flow.to === id);
    if (into.length > 0 && (work.kind === 'start' || work.kind === 'boundary'))
      compiling.error('flow-into-start', element);
    compiling.nodes.push({
      ...work,
      id,
      ...(name !== undefined && { name }),
      ...(inside !== undefined && { inside }),
      in: into.map((flow) => flow.id),
      out: flows.filter((flow) => flow.from === id).map((flow) => flow.id),
      ...(boundaries.length > 0 && { boundaries }),
    });
  }
  return start;
}
