import { done, type Outcome, refused } from '#kernel/outcome';

/**
 * A diagram of a hundred tasks has 100 kB, 1,500 elements and 5,000 attributes; what is larger than this is no diagram
 * that a person drew. Reading costs 15 µs an element and 4 µs an attribute; each namespace is copied into every element
 * below it.
 */
const limits = { characters: 2_000_000, elements: 3000, attributes: 10_000, namespaces: 100, depth: 100 };
type Limit = keyof typeof limits;

/** Where the tag that begins at `from` ends, and its quoted values: a `>` inside quotes does not end it. */
function tagAt(xml: string, from: number): { readonly end: number; readonly values: number } {
  let values = 0;
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at];
    if (sign === '>') return { end: at, values };
    if (sign === '<') break;
    if (sign === '"' || sign === "'") {
      at = xml.indexOf(sign, at + 1);
      values++;
      if (at < 0 || values > limits.attributes) break;
    }
  }
  return { end: -1, values };
}

/** The end of a comment, CDATA section or instruction at `at`, or undefined when an element's tag stands there. */
function endOfOther(xml: string, at: number): number | undefined {
  const pairs = [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const;
  const pair = pairs.find(([open]) => xml.startsWith(open, at));
  return pair === undefined ? undefined : xml.indexOf(pair[1], at);
}

/** The limit that the elements pass, or that a tag has no end; found in one scan without recursion. */
function faultIn(xml: string): Limit | 'open' | undefined {
  let [elements, attributes, depth] = [0, 0, 0];
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const other = endOfOther(xml, at);
    const { end, values } = other === undefined ? tagAt(xml, at + 1) : { end: other, values: 0 };
    attributes += values;
    if (attributes > limits.attributes) return 'attributes';
    if (end < 0) return 'open';
    if (other === undefined && xml[at + 1] === '/') depth--;
    else if (other === undefined) {
      if (++elements > limits.elements) return 'elements';
      if (xml[end - 1] !== '/' && ++depth > limits.depth) return 'depth';
    }
    at = end;
  }
  return undefined;
}

/** Namespaces declared anywhere; a hundred and one are enough to know. */
const namespaces = (xml: string): number => xml.split('xmlns', limits.namespaces + 2).length - 1;

/**
 * Refuses XML that could cost more than it says, before any parser sees it: by size, by a document type (entities
 * are declared only there), by number and depth of its parts.
 */
export function guardXml(xml: string): Outcome<string> {
  const tooLarge = (what: Limit) =>
    refused({ code: 'bpmn-too-large', details: { what, limit: limits[what] } });
  if (xml.length > limits.characters) return tooLarge('characters');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return refused({ code: 'bpmn-doctype' });
  if (namespaces(xml) > limits.namespaces) return tooLarge('namespaces');
  const fault = faultIn(xml);
  if (fault === 'open') return refused({ code: 'bpmn-unreadable', details: { message: 'a tag has no end' } });
  return fault === undefined ? done(xml) : tooLarge(fault);
}
