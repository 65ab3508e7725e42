import { fault } from './node.ts';

const known = new Map<string, Uint8Array>();

/** Dotted text of an object identifier; arcs beyond 2^53 are refused. */
export function oidText(content: Uint8Array): string {
  const arcs: number[] = [];
  let value = 0;
  for (const octet of content) {
    value = value * 128 + (octet & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) fault('identifier too large');
    if (octet >= 0x80) continue;
    arcs.push(value);
    value = 0;
  }
  const [head = 0, ...rest] = arcs;
  const top = Math.min(2, Math.floor(head / 40));
  return [top, head - top * 40, ...rest].join('.');
}

/** Octets of an object identifier of our own choice. */
export function oidOctets(text: string): Uint8Array {
  const before = known.get(text);
  if (before) return before;
  const [top = 0, second = 0, ...rest] = text.split('.').map(Number);
  const octets = Uint8Array.from([top * 40 + second, ...rest].flatMap(base128));
  known.set(text, octets);
  return octets;
}

function base128(value: number): number[] {
  const digits = [value % 128];
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
    digits.unshift((left % 128) | 0x80);
  return digits;
}
