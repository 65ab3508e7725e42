import { names } from './names.ts';

/** Declarations of namespaces are not kept: each name carries its own, and the canonical text declares what it uses. */
export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly ns: string;
  readonly value: string;
}
export interface XmlElement {
  readonly prefix: string;
  readonly local: string;
  readonly ns: string;
  readonly attributes: readonly XmlAttribute[];
  /** Elements, and the text between them, each piece in one. */
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';
export const isBlank = (node: XmlNode): boolean => typeof node === 'string' && /^[ \t\r\n]*$/.test(node);

/** Value of an attribute that stands in no namespace. */
export const attributeOf = ({ attributes }: XmlElement, local: string): string | undefined =>
  attributes.find((one) => one.ns === '' && one.local === local)?.value;

type Writing = (
  local: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (XmlNode | undefined)[]
) => XmlElement;

/** Writes elements of one namespace; what is undefined is left out. */
export const elementsOf =
  (prefix: string, ns: string): Writing =>
  (local, attributes, ...children) => ({
    prefix,
    local,
    ns,
    attributes: Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [{ prefix: '', local: name, ns: '', value }],
    ),
    children: children.filter((one) => one !== undefined),
  });

export const ds = elementsOf('ds', names.ds);
export const xades = elementsOf('xades', names.xades);
export const xades141 = elementsOf('xades141', names.xades141);
