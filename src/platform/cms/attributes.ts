import { type DerNode, expect, Fields, fault, oid, oidOf, sequence, setOf, tags } from '#platform/der';

/** Values of each attribute, by its identifier. */
export type Attributes = ReadonlyMap<string, readonly DerNode[]>;
const most = 32;

/** Attributes of a signer; each may stand once (RFC 5652, 11). */
export function readAttributes(parts: readonly DerNode[]): Attributes {
  if (parts.length === 0 || parts.length > most) fault('number of attributes');
  const found = new Map<string, readonly DerNode[]>();
  for (const part of parts) {
    const fields = new Fields(part);
    const id = oidOf(fields.take());
    const values = expect(fields.take(), tags.set).children;
    fields.end();
    if (values.length === 0 || found.has(id)) fault(`attribute ${id} stands twice or says nothing`);
    found.set(id, values);
  }
  return found;
}

/** The value of an attribute that may have one only. */
export function singleValue(attributes: Attributes, id: string): DerNode | undefined {
  const [value, more] = attributes.get(id) ?? [];
  return more ? fault(`attribute ${id} has several values`) : value;
}

export const attribute = (id: string, value: Uint8Array): Uint8Array => sequence(oid(id), setOf([value]));
