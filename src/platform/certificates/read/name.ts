import { type DerNode, expect, Fields, fault, oidOf, tags } from '#platform/der';
import { type NamePart, nameOids } from '../oids.ts';

export interface Name {
  /** The whole Name, for comparing: names are the same when their octets are. */
  readonly der: Uint8Array;
  /** One line in the order of RFC 4514, the most special part first, NFC: `CN=…, O=…, C=VN`. */
  readonly text: string;
  /** The first value of each part that is there. */
  readonly parts: Readonly<Partial<Record<NamePart, string>>>;
}

const short: Readonly<Partial<Record<NamePart, string>>> = {
  commonName: 'CN',
  country: 'C',
  locality: 'L',
  province: 'ST',
  organisation: 'O',
  unit: 'OU',
  userId: 'UID',
  domain: 'DC',
};
const partOf = new Map(Object.entries(nameOids).map(([part, oid]) => [oid as string, part as NamePart]));
const longest = 512;
const lettersOf: ReadonlyMap<number, RegExp> = new Map([
  [tags.utf8, /^/],
  [tags.printable, /^[A-Za-z0-9 '()+,\-./:=?*&@_]*$/],
  [tags.numeric, /^[0-9 ]*$/],
  [tags.ia5, /^[ -~]*$/],
]);
const hiding = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A distinguished name in UTF-8 or plain ASCII; Teletex, BMP and universal strings are refused. */
export function readName(node: DerNode): Name {
  const parts: Partial<Record<NamePart, string>> = {};
  const words: string[] = [];
  for (const group of expect(node, tags.sequence).children) {
    const pairs = expect(group, tags.set).children.map(readPair);
    if (pairs.length === 0) fault('empty part of a name');
    for (const { oid, value } of pairs) {
      const part = partOf.get(oid);
      if (part) parts[part] ??= value;
    }
    words.push(pairs.map(({ oid, value }) => `${labelOf(oid)}=${escaped(value)}`).join('+'));
  }
  return { der: node.raw, text: words.toReversed().join(', '), parts };
}

const labelOf = (oid: string): string => {
  const part = partOf.get(oid);
  return part ? (short[part] ?? part) : oid;
};

function readPair(node: DerNode): { readonly oid: string; readonly value: string } {
  const fields = new Fields(node);
  const oid = oidOf(fields.take());
  const value = readText(fields.take());
  fields.end();
  return { oid, value };
}

/** Text without control characters and without those that turn the direction of what stands beside them. */
function readText(node: DerNode): string {
  const bytes = Buffer.from(node.content);
  const value = node.tag === tags.utf8 ? bytes.toString('utf8') : bytes.toString('latin1');
  const letters = lettersOf.get(node.tag) ?? fault('text neither UTF-8 nor ASCII');
  if (value.length > longest || !letters.test(value) || hiding.test(value)) fault('odd letters');
  return value.normalize('NFC');
}

const escaped = (value: string): string => value.replaceAll(/[",+;<>\\]|^[ #]| $/g, String.raw`\$&`);

export const sameName = (a: Name, b: Name): boolean => Buffer.compare(a.der, b.der) === 0;
