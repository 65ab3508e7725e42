import { isDeepStrictEqual } from 'node:util';
import { nodeOf, type PlanNode } from '../plan/plan.ts';
import type { Comparing, PlanDifference, PlanPart } from './comparing.ts';
import {
  elementInWords,
  interruptsInWords,
  kindInWords,
  placeOf,
  severalInWords,
  waitInWords,
  words,
} from './plan-words.ts';

interface Property {
  /** Compared. */
  readonly value: unknown;
  /** Told, where it is not the value itself. */
  readonly said?: unknown;
}
type Properties = Partial<Record<PlanPart, Property>>;

function propertiesOf(comparing: Comparing, side: 'before' | 'after', node: PlanNode): Properties {
  const plan = comparing[side];
  switch (node.kind) {
    case 'task':
      return {
        role: { value: node.role },
        place: { value: node.place },
        does: { value: node.does },
        unit: { value: node.unit },
        budget: { value: node.budget },
        several: { value: node.several, said: severalInWords(node.several) },
      };
    case 'service':
      return { service: { value: node.service } };
    case 'call':
      return {
        procedure: { value: node.procedure },
        papers: {
          value: node.papers,
          said: node.papers?.map(({ from, to }) => (from === to ? from : `${from} → ${to}`)),
        },
      };
    case 'message':
      return { message: { value: node.message } };
    case 'timer':
      return { wait: { value: node.wait, said: waitInWords(node.wait) } };
    case 'boundary':
      return {
        wait: { value: node.wait, said: waitInWords(node.wait) },
        interrupts: { value: node.interrupts, said: interruptsInWords(node.interrupts) },
        on: { value: comparing.keyOf(side, node.on) ?? node.on, said: placeOf(nodeOf(plan, node.on)) },
      };
    default:
      return {};
  }
}

/** What is other about one element that stands in both plans. */
export function propertyDifferences(
  comparing: Comparing,
  old: PlanNode,
  fresh: PlanNode,
): readonly PlanDifference[] {
  const about = { change: 'changed', at: fresh.id, what: elementInWords(comparing.after, fresh) } as const;
  const changed = (part: PlanPart, was: Property, is: Property): readonly PlanDifference[] => {
    if (isDeepStrictEqual(was.value, is.value)) return [];
    const [before, after] = [was.said ?? was.value, is.said ?? is.value];
    return [
      { ...about, part, ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
    ];
  };
  const names = changed('name', { value: old.name }, { value: fresh.name });
  if (old.kind !== fresh.kind)
    return [
      ...names,
      ...changed(
        'kind',
        { value: old.kind, said: kindInWords(old) },
        { value: fresh.kind, said: kindInWords(fresh) },
      ),
    ];
  const [was, is] = [propertiesOf(comparing, 'before', old), propertiesOf(comparing, 'after', fresh)];
  return [
    ...names,
    ...(Object.keys(is) as PlanPart[]).flatMap((part) =>
      changed(part, was[part] ?? { value: undefined }, is[part] ?? { value: undefined }),
    ),
    ...insideDifference(comparing, old, fresh, changed),
  ];
}

/** A block that came or went is told itself, and not again for each element in it. */
function insideDifference(
  comparing: Comparing,
  old: PlanNode,
  fresh: PlanNode,
  changed: (part: PlanPart, was: Property, is: Property) => readonly PlanDifference[],
): readonly PlanDifference[] {
  if (old.kind === 'start' || old.kind === 'end') return [];
  const [was, is] = [blockOf(comparing, 'before', old), blockOf(comparing, 'after', fresh)];
  return changed('inside', was, is);
}

/** The innermost block around an element that stands in both plans. */
function blockOf(comparing: Comparing, side: 'before' | 'after', node: PlanNode): Property {
  let { inside } = node;
  while (inside !== undefined && comparing.keyOf(side, inside) === undefined)
    inside = nodeOf(comparing[side], inside).inside;
  return inside === undefined
    ? { value: undefined, said: words('ngoài các khối', 'outside of blocks') }
    : { value: comparing.keyOf(side, inside), said: placeOf(nodeOf(comparing[side], inside)) };
}
