import type { Instant } from '#kernel/time';
import { type DerNode, fault } from './node.ts';
import { oidText } from './oid.ts';

/** The tags that X.509 and CMS use. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  numeric: 0x12,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Context tag of the given number, with parts inside. */
export const within = (n: number): number => 0xa0 | n;
/** Context tag of the given number, over a plain value. */
export const plain = (n: number): number => 0x80 | n;

/** Walks over the parts of one element in their order. */
export class Fields {
  readonly #parts: readonly DerNode[];
  #at = 0;
  constructor(node: DerNode, tag: number = tags.sequence) {
    this.#parts = expect(node, tag).children;
  }
  get next(): DerNode | undefined {
    return this.#parts[this.#at];
  }
  take(tag?: number): DerNode {
    const node = this.next ?? fault('a part is missing');
    if (tag !== undefined) expect(node, tag);
    this.#at++;
    return node;
  }
  maybe(tag: number): DerNode | undefined {
    return this.next?.tag === tag ? this.take() : undefined;
  }
  rest(): readonly DerNode[] {
    const left = this.#parts.slice(this.#at);
    this.#at = this.#parts.length;
    return left;
  }
  /** Nothing may be left. */
  end(): void {
    if (this.next) fault('a part too many');
  }
}

export function expect(node: DerNode, tag: number): DerNode {
  return node.tag === tag ? node : fault(`tag ${node.tag} where ${tag} belongs`);
}

/** The only part of an element. */
export function only(node: DerNode): DerNode {
  const [part, more] = node.children;
  return part && !more ? part : fault('exactly one part belongs here');
}

export const oidOf = (node: DerNode): string => oidText(expect(node, tags.oid).content);

/** A small number that is not negative. */
export function smallOf(node: DerNode, tag: number = tags.integer, most = 0x7fffffff): number {
  const { content } = expect(node, tag);
  const value = content.length <= 5 ? content.reduce((sum, octet) => sum * 256 + octet, 0) : most + 1;
  return (content[0] ?? 0x80) < 0x80 && value <= most ? value : fault('number out of range');
}

/** A number as hexadecimal text without a sign; at most 20 octets (RFC 5280, 4.1.2.2). */
export function bigOf(node: DerNode): string {
  const { content } = expect(node, tags.integer);
  if ((content[0] ?? 0x80) >= 0x80) fault('negative number');
  const octets = content[0] === 0 && content.length > 1 ? content.subarray(1) : content;
  return octets.length <= 20 ? Buffer.from(octets).toString('hex') : fault('number too large');
}

export const flagOf = (node: DerNode): boolean => expect(node, tags.boolean).content[0] === 0xff;

/** Octets of a bit string that has no unused bits. */
export function bitsOf(node: DerNode): Uint8Array {
  const { content } = expect(node, tags.bitString);
  return content[0] === 0 ? content.subarray(1) : fault('unused bits');
}

const utc = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const general = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{0,5}[1-9]))?Z$/;

/** A moment written as UTCTime (1950 to 2049) or GeneralizedTime, with seconds and Z (RFC 5280, 4.1.2.5). */
export function timeOf(node: DerNode): Instant {
  const text = Buffer.from(node.content).toString('latin1');
  if (node.tag === tags.utcTime) {
    const [, year = '', ...rest] = utc.exec(text) ?? fault('odd time');
    return moment([`${Number(year) < 50 ? '20' : '19'}${year}`, ...rest]);
  }
  expect(node, tags.generalizedTime);
  const [, ...parts] = general.exec(text) ?? fault('odd time');
  const fraction = parts.pop();
  return moment(parts) + (fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000));
}

function moment(parts: readonly string[]): Instant {
  const [y = 0, m = 0, d = 0, h = 0, min = 0, s = 0] = parts.map(Number);
  const at = Date.UTC(y, m - 1, d, h, min, s);
  const same = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return y >= 1000 && same === parts.join('') ? at : fault('no such time');
}
