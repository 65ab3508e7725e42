import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync, inflateSync as inflatedByNode } from 'node:zlib';
import { inflateSync } from './zlib.ts';

const room = { maxOutputLength: 1_000_000 };

test('what Node unpacks a browser unpacks', () => {
  const words = Buffer.from('0000000016 00000 n \n'.repeat(4000));
  for (const plain of [Buffer.alloc(0), Buffer.from('Một Cửa'), words, randomBytes(50_000)])
    for (const level of [0, 1, 9]) {
      const packed = deflateSync(plain, { level });
      assert.deepEqual(inflateSync(packed, room), inflatedByNode(packed, room));
      assert.deepEqual(inflateSync(Buffer.concat([packed, Buffer.from('\r\n')]), room), plain);
    }
});

test('what is cut, changed, no zlib or too much is refused by both', () => {
  const packed = deflateSync(Buffer.from('một cửa liên thông '.repeat(200)));
  const other = Buffer.from(packed);
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  const bomb = deflateSync(Buffer.alloc(5_000_000));
  for (const odd of [
    packed.subarray(0, -9),
    packed.subarray(0, 2),
    other,
    Buffer.from('no zlib at all'),
    bomb,
    Buffer.alloc(0),
  ]) {
    assert.throws(() => inflateSync(odd, room));
    assert.throws(() => inflatedByNode(odd, room));
  }
});
