import { type BpmnElement, extensionsOf } from '../bpmn/elements.ts';

/** Attributes by their local name, of whatever foreign namespace: `camunda:`, `zeebe:`, `flowable:`, `activiti:`. */
function foreignValues(element: BpmnElement, names: readonly string[]): readonly string[] {
  return Object.entries(element.$attrs).flatMap(([key, value]) => {
    const local = key.includes(':') ? key.slice(key.indexOf(':') + 1) : '';
    return names.includes(local) && typeof value === 'string' ? [value] : [];
  });
}

/** An extension element of a foreign namespace keeps its attributes on itself, without a prefix. */
const plainValue = (element: BpmnElement, name: string): string | undefined => {
  const value = (element as unknown as Record<string, unknown>)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Whom another engine would give the task: hints for the person who fills in role and place. */
export function foreignAssignments(element: BpmnElement): readonly string[] {
  const names = ['assignee', 'candidateGroups', 'candidateUsers'];
  const inside = extensionsOf(element)
    .filter((each) => each.$type.endsWith(':assignmentDefinition'))
    .flatMap((each) => names.flatMap((name) => plainValue(each, name) ?? []));
  return [...foreignValues(element, names), ...inside];
}

/** What another engine would call. */
export function foreignService(element: BpmnElement): string | undefined {
  const inside = extensionsOf(element)
    .filter((each) => each.$type.endsWith(':taskDefinition'))
    .flatMap((each) => plainValue(each, 'type') ?? []);
  return [...foreignValues(element, ['class', 'delegateExpression', 'expression', 'topic']), ...inside][0];
}

/** The list another engine would go through. */
export const foreignList = (loop: BpmnElement): string | undefined =>
  foreignValues(loop, ['collection'])[0]?.replace(/^[$#]\{\s*(.*?)\s*\}$/, '$1');
