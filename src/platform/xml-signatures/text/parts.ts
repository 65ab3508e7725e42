import { fault } from '../fault.ts';
import { isBlank, isElement, type XmlElement } from './tree.ts';

const oddSignature = (why: string): never => fault('signature-odd', why);

/**
 * The parts of an element of a signature, taken one after the other; one too many, text between them, or an attribute
 * that is not expected ends the reading.
 */
export class Parts {
  readonly #left: XmlElement[];
  readonly #of: string;

  constructor(element: XmlElement, attributes: readonly string[] = []) {
    this.#of = element.local;
    assertAttributes(element, attributes);
    if (!element.children.every((one) => isElement(one) || isBlank(one))) oddSignature(`text in ${this.#of}`);
    this.#left = element.children.filter(isElement);
  }

  maybe(ns: string, local: string): XmlElement | undefined {
    const [next] = this.#left;
    return next?.ns === ns && next.local === local ? this.#left.shift() : undefined;
  }
  take(ns: string, local: string): XmlElement {
    return this.maybe(ns, local) ?? oddSignature(`${this.#of} without ${local}`);
  }
  /** As many as there are, and no more than these. */
  all(ns: string, local: string, most: number): XmlElement[] {
    const found: XmlElement[] = [];
    for (let one = this.maybe(ns, local); one; one = this.maybe(ns, local)) found.push(one);
    return found.length > most ? oddSignature(`too many of ${local}`) : found;
  }
  end(): void {
    if (this.#left.length > 0) oddSignature(`something else in ${this.#of}`);
  }
}

/** The only part of an element. */
export function onlyPart(
  element: XmlElement,
  [ns, local]: readonly [ns: string, local: string],
  attributes: readonly string[] = [],
): XmlElement {
  const parts = new Parts(element, attributes);
  const one = parts.take(ns, local);
  parts.end();
  return one;
}

export function textIn(element: XmlElement, attributes: readonly string[] = []): string {
  assertAttributes(element, attributes);
  const [text = '', more] = element.children;
  return isElement(text) || more !== undefined ? oddSignature(`elements in ${element.local}`) : text;
}

export function bytesIn(element: XmlElement, attributes: readonly string[] = []): Buffer {
  const text = textIn(element, attributes).replaceAll(/[ \t\r\n]/g, '');
  const bytes = Buffer.from(text, 'base64');
  // Only one text says these bytes: no odd letters, no bits behind the end.
  return bytes.length > 0 && bytes.toString('base64') === text
    ? bytes
    : oddSignature(`base64 of ${element.local}`);
}

/** The value of the attribute `Algorithm` of an element with nothing else. */
export function algorithmIn(element: XmlElement): string {
  new Parts(element, ['Algorithm']).end();
  return element.attributes[0]?.value ?? '';
}

function assertAttributes({ attributes, local }: XmlElement, expected: readonly string[]): void {
  if (!attributes.every((one) => one.ns === '' && expected.includes(one.local)))
    oddSignature(`attributes of ${local}`);
}
