import { type Finding, found } from '../finding.ts';
import { attribute } from './attribute.ts';

/** Everything that can be got to along the lines. */
function closure(
  from: readonly string[],
  lines: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const reached = new Set(from);
  for (const each of reached) for (const next of lines.get(each) ?? []) reached.add(next);
  return reached;
}

/**
 * Steps of a BPMN diagram that are never begun, and steps from which no end is ever reached. Only the lines are read:
 * whether a diagram can run at all is judged by the workflow room when it compiles it.
 */
export function diagramFindings(xml: string): readonly Finding[] {
  const forth = new Map<string, string[]>();
  const back = new Map<string, string[]>();
  const nodes = new Set<string>();
  const starts: string[] = [];
  const ends: string[] = [];
  const line = (source: string | undefined, target: string | undefined) => {
    if (source === undefined || target === undefined) return;
    forth.set(source, [...(forth.get(source) ?? []), target]);
    back.set(target, [...(back.get(target) ?? []), source]);
    nodes.add(source).add(target);
  };
  for (const [tag, kind = ''] of xml.matchAll(
    /<(?:\w+:)?(sequenceFlow|startEvent|endEvent|boundaryEvent)\b[^>]*>/g,
  )) {
    const id = attribute(tag, 'id');
    if (kind === 'sequenceFlow') line(attribute(tag, 'sourceRef'), attribute(tag, 'targetRef'));
    else if (kind === 'boundaryEvent') line(attribute(tag, 'attachedToRef'), id);
    else if (id !== undefined) (kind === 'startEvent' ? starts : ends).push(id);
  }
  const begun = closure(starts, forth);
  const ending = closure(ends, back);
  return [...nodes].flatMap((id) => {
    if (!begun.has(id)) return [found('step-unreachable', `workflow.${id}`, { id })];
    return ending.has(id) ? [] : [found('step-endless', `workflow.${id}`, { id })];
  });
}
