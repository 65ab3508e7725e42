import type { ModdleElement } from 'bpmn-moddle';

export type BpmnElement = ModdleElement;

const isElement = (value: unknown): value is BpmnElement =>
  typeof value === 'object' && value !== null && '$type' in value;

/** The element under this name, or undefined. */
export function elementAt(element: BpmnElement, name: string): BpmnElement | undefined {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
}

/** The elements under this name; empty when there are none. */
export function elementsAt(element: BpmnElement, name: string): readonly BpmnElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The text under this name, trimmed; undefined when it is absent or empty. */
export function textAt(element: BpmnElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export const idOf = (element: BpmnElement): string => textAt(element, 'id') ?? '';

/** What stands in the extension elements, of every namespace, by their tag as the file wrote it. */
export const extensionsOf = (element: BpmnElement): readonly BpmnElement[] => {
  const extensions = elementAt(element, 'extensionElements');
  return extensions === undefined ? [] : elementsAt(extensions, 'values');
};
