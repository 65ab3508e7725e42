import { strict as assert } from 'node:assert';

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Names of the open elements around it, outermost first. */
  readonly inside: readonly string[];
}

const voids = new Set(['input', 'img', 'br', 'hr', 'meta', 'link', 'source', 'wbr']);
const tagShape = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"<>]*")?)*)\s*(\/?)>/y;
const attributeShape = /\s+([^\s"'<>/=]+)(?:="([^"<>]*)")?/g;

/**
 * Reads the strict little HTML that the components write: every `<` begins a tag, quotes are double, every element is
 * closed in order. Whatever breaks out of a hole breaks this reader.
 */
export function readHtml(text: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  let at = text.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  while ((at = text.indexOf('<', at)) >= 0) {
    tagShape.lastIndex = at;
    const found = tagShape.exec(text);
    assert.ok(found, `not a tag: ${text.slice(at, at + 80)}`);
    const [whole, closing, name = '', rest = '', selfClosed] = found;
    if (closing) assert.equal(open.pop(), name, `closes what is not open: ${text.slice(at - 80, at + 20)}`);
    else {
      const attributes = new Map<string, string>();
      for (const [, key = '', value = ''] of rest.matchAll(attributeShape)) {
        assert.ok(!attributes.has(key), `twice ${key} in ${whole}`);
        attributes.set(key, value);
      }
      tags.push({ name, attributes, inside: [...open] });
      if (!selfClosed && !voids.has(name)) open.push(name);
    }
    at += whole.length;
  }
  assert.deepEqual(open, [], 'elements left open');
  return tags;
}
