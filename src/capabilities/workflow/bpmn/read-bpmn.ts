import { BpmnModdle } from 'bpmn-moddle';
import { done, type Outcome, refused } from '#kernel/outcome';
import type { BpmnElement } from './elements.ts';
import { guardXml } from './guard.ts';
import { mcPackage } from './mc-package.ts';

/** A BPMN file as its tree of elements, everything that it said included. */
export interface BpmnModel {
  readonly definitions: BpmnElement;
  /** What the reader could not keep or resolve, in its own words; empty for a sound file. */
  readonly warnings: readonly string[];
}

let metamodel: BpmnModdle | undefined;
/** One for all files: it knows types and no elements. Made when first asked, for it takes milliseconds. */
const moddle = (): BpmnModdle => (metamodel ??= new BpmnModdle({ mc: mcPackage }));

/** Reads a BPMN 2.0 file. Foreign namespaces, diagrams and extension elements are kept for `writeBpmn`. */
export async function readBpmn(xml: string): Promise<Outcome<BpmnModel>> {
  const guarded = guardXml(xml);
  if (!guarded.ok) return guarded;
  try {
    const { rootElement, warnings } = await moddle().fromXML(xml);
    if (rootElement.$type !== 'bpmn:Definitions') return refused({ code: 'bpmn-no-definitions' });
    return done({ definitions: rootElement, warnings: warnings.map(({ message }) => message) });
  } catch (error) {
    // The reader throws on XML that is not well formed and on a foreign root: bad input, not a fault of ours.
    const message = error instanceof Error ? error.message : String(error);
    return refused({ code: 'bpmn-unreadable', details: { message: message.slice(0, 200) } });
  }
}

/** The file again, indented. */
export async function writeBpmn(model: BpmnModel): Promise<string> {
  return (await moddle().toXML(model.definitions, { format: true })).xml;
}

/** Makes elements for a model that does not come from a file. */
export function bpmnMaker(): (type: string, properties?: Record<string, unknown>) => BpmnElement {
  const maker = moddle();
  return (type, properties) => maker.create(type, properties);
}
