import { fault } from '../fault.ts';
import { limits } from '../limits.ts';
import { names } from './names.ts';
import { isElement, type XmlAttribute, type XmlElement } from './tree.ts';

const inText: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const inValue: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

const beyond = /[\ud800-\udfff]/;
/** By code points, which is not the order of JavaScript beyond the basic plane. */
function byLetters(a: string, b: string): number {
  if (a === b) return 0;
  if (beyond.test(a) || beyond.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

/**
 * Exclusive canonical XML 1.0 of an element with all that is in it (W3C, 2002): no list of inclusive prefixes, no
 * comments (there are none). It is what is hashed and signed, and what whoever trusts a signature must read.
 */
export function canonical(apex: XmlElement): string {
  const pieces: string[] = [];
  const declared = new Map<string, string>();
  let letters = 0;
  // A long name of a namespace is written anew wherever it comes into use, so that little becomes much.
  const put = (piece: string): void => {
    letters += piece.length;
    if (letters > limits.written) fault('xml-too-large', 'too long when it is written out');
    pieces.push(piece);
  };
  const write = (element: XmlElement): void => {
    const name = nameOf(element);
    const before: [prefix: string, ns: string | undefined][] = [];
    put(`<${name}`);
    for (const [prefix, ns] of usedBy(element)) {
      if ((declared.get(prefix) ?? '') === ns) continue;
      before.push([prefix, declared.get(prefix)]);
      declared.set(prefix, ns);
      put(` xmlns${prefix && ':'}${prefix}="${escaped(ns, inValue)}"`);
    }
    const attributes = element.attributes.toSorted(
      (a, b) => byLetters(a.ns, b.ns) || byLetters(a.local, b.local),
    );
    for (const one of attributes) put(` ${nameOf(one)}="${escaped(one.value, inValue)}"`);
    put('>');
    for (const child of element.children) {
      if (isElement(child)) write(child);
      else put(escaped(child, inText));
    }
    put(`</${name}>`);
    for (const [prefix, ns] of before) {
      if (ns === undefined) declared.delete(prefix);
      else declared.set(prefix, ns);
    }
  };
  write(apex);
  return pieces.join('');
}

const nameOf = ({ prefix, local }: Pick<XmlAttribute, 'prefix' | 'local'>): string =>
  prefix ? `${prefix}:${local}` : local;

/** Prefixes that are to be seen in the start tag, in the order in which they are declared. */
function usedBy({ prefix, ns, attributes }: XmlElement): [prefix: string, ns: string][] {
  const used = new Map([[prefix, ns]]);
  for (const one of attributes) if (one.prefix !== '') used.set(one.prefix, one.ns);
  // Nobody declares the prefix `xml`.
  return [...used].filter(([, uri]) => uri !== names.xml).toSorted(([a], [b]) => byLetters(a, b));
}

const escaped = (text: string, by: Readonly<Record<string, string>>): string =>
  text.replaceAll(/[&<>"\t\n\r]/g, (letter) => by[letter] ?? letter);
