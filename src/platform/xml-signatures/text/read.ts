import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fault, odd } from '../fault.ts';
import { limits } from '../limits.ts';
import { names } from './names.ts';
import type { XmlAttribute, XmlElement, XmlNode } from './tree.ts';

/** An element whose children are still coming. */
interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/** The letters of a text in UTF-8, without a mark of their order. */
export function lettersOf(bytes: Uint8Array): string {
  if (bytes.length > limits.octets) fault('xml-too-large', 'too many octets');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return odd('not UTF-8');
  }
}

/**
 * Reads a text strictly (XML 1.0 with namespaces, UTF-8). Refused as `xml-odd`: whatever is not well-formed, any
 * document type, entity, comment and processing instruction. What canonicalization would drop, or another program
 * would expand, does not come in.
 */
export function readXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: Growing[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let all = 0;
  let here = 0;
  parser.on('error', () => odd('not well-formed'));
  parser.on('doctype', () => odd('a document type'));
  parser.on('comment', () => odd('a comment'));
  parser.on('processinginstruction', () => odd('a processing instruction'));
  parser.on('xmldecl', ({ version, encoding }) => {
    if (version !== '1.0' || !/^utf-8$/i.test(encoding ?? 'utf-8')) odd('not XML 1.0 in UTF-8');
  });
  parser.on('opentagstart', () => {
    here = 0;
    if (++elements > limits.elements) fault('xml-too-large', 'too many elements');
    if (open.length >= limits.depth) fault('xml-too-large', 'too deep');
  });
  parser.on('attribute', () => {
    if (++here > limits.attributes || ++all > limits.allAttributes)
      fault('xml-too-large', 'too many attributes');
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag);
    const above = open.at(-1);
    if (above) above.children.push(element);
    else root = element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string): void => {
    const children = open.at(-1)?.children;
    const last = children?.at(-1);
    if (!children || text === '') return;
    if (typeof last === 'string') children[children.length - 1] = last + text;
    else children.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  return root ?? odd('nothing');
}

function elementOf({ prefix, local, uri, attributes, ns }: SaxesTagNS): Growing {
  // A relative name of a namespace is another one wherever the text lies (canonical XML 1.0, 1.3).
  for (const declared of Object.values(ns))
    if (declared !== '' && !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(declared)) odd('a relative namespace');
  const found: XmlAttribute[] = [];
  for (const { prefix, local, uri, value } of Object.values(attributes)) {
    if (uri === names.xmlns) continue;
    if ((prefix === '') !== (uri === '')) odd('a prefix without namespace');
    found.push({ prefix, local, ns: uri, value });
  }
  return { prefix, local, ns: uri, attributes: found, children: [] };
}
