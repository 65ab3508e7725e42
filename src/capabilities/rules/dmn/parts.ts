import type { ModdleElement } from 'dmn-moddle';

export type { ModdleElement };

const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

export const many = (of: ModdleElement | undefined, property: string): readonly ModdleElement[] => {
  const value = of?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
};
export const one = (of: ModdleElement | undefined, property: string): ModdleElement | undefined => {
  const value = of?.[property];
  return isElement(value) ? value : undefined;
};
export const word = (of: ModdleElement | undefined, property: string): string | undefined => {
  const value = of?.[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

/** Kind without its prefix: `Decision`, `DecisionTable`. */
export const kindOf = (element: ModdleElement): string => element.$type.replace(/^.*:/, '');

/** Names are compared with single spaces. */
export const nameOf = (element: ModdleElement | undefined): string =>
  (word(element, 'name') ?? word(element, 'id') ?? '').replace(/\s+/g, ' ');

/** Id that a reference points to: `#_12` and `http://…#_12` → `_12`. */
export const target = (reference: ModdleElement | undefined): string | undefined =>
  word(reference, 'href')?.replace(/^[^#]*#/, '');

/** The name under which others read a decision, an input or a knowledge model. */
export const variableOf = (element: ModdleElement): string => {
  const variable = one(element, 'variable');
  return variable && word(variable, 'name') ? nameOf(variable) : nameOf(element);
};

/** Changes a property of an element; undefined takes it away. */
export const put = (of: ModdleElement, property: string, value: unknown): void => {
  const open = of as unknown as { set(name: string, value: unknown): void };
  open.set(property, value);
};
export const putList = (of: ModdleElement, property: string, list: readonly ModdleElement[]): void => {
  for (const element of list) (element as { $parent?: ModdleElement }).$parent = of;
  put(of, property, [...list]);
};
