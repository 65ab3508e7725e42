import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  DerFault,
  element,
  exactTime,
  Fields,
  integer,
  modest,
  nothing,
  octets,
  oid,
  oidOf,
  reading,
  sequence,
  setOf,
  smallOf,
  strictDer,
  tags,
  time,
  timeOf,
} from './index.ts';

const odd = (hex: string) => assert.throws(() => strictDer(Buffer.from(hex, 'hex')), DerFault, hex);

test('what is not the shortest and only form is refused', () => {
  for (const hex of [
    '', // nothing
    '30', // cut short
    '3080020100', // indefinite length
    '30800201000000', // indefinite length with its end
    '308103020100', // a length in two octets where one is enough
    '3082000302010000', // leading zero in a length
    '3085000000000100', // a length of five octets
    '300302010000', // something follows
    '3004020100', // longer than what is there
    '3003020200', // a part longer than its parent
    '0200', // a number without octets
    '02020001', // a number with a zero too many
    '0202ff80', // a negative number likewise
    '010101', // a truth that is neither
    '0501ff', // a nothing with content
    '0600', // an identifier without octets
    '06022a80', // an identifier that does not end
    '06032a8001', // an arc with a zero too many
    '030108', // eight unused bits
    '03020701', // unused bits that are set
    '0c02c328', // not UTF-8
    '24040402abcd', // an octet string in pieces
    '2003020100', // a primitive tag of end-of-contents, constructed
    '1000', // a sequence that is not constructed
    '1f8100', // a long tag
    '0000', // end-of-contents
  ])
    odd(hex);
});

test('depth, number and size have their limits, and meeting them costs no time', () => {
  const deep = Array.from({ length: 20_000 }).reduce<Uint8Array>(
    (inner) => (inner.length > 60_000 ? inner : sequence(inner)),
    nothing,
  );
  const wide = sequence(...Array.from({ length: 5_000 }, () => nothing));
  const large = octets(new Uint8Array(modest.size));
  const from = performance.now();
  for (const bytes of [deep, wide, large]) assert.throws(() => strictDer(bytes), DerFault);
  assert.ok(performance.now() - from < 500);
});

test('numbers, identifiers and times are read as they were written', () => {
  fc.assert(fc.property(fc.nat(), (n) => assert.equal(smallOf(strictDer(integer(n))), n)));
  for (const id of ['1.2.840.113549.1.9.16.2.47', '2.5.29.37.0', '2.999.3', '0.9.2342.19200300.100.1.25'])
    assert.equal(oidOf(strictDer(oid(id))), id);
  const moments = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2400, 0) });
  fc.assert(
    fc.property(moments, (at) => {
      assert.equal(timeOf(strictDer(exactTime(at))), at);
      assert.equal(timeOf(strictDer(time(at))), Math.floor(at / 1000) * 1000);
    }),
  );
});

test('moments that no clock shows are refused', () => {
  for (const text of ['260230000000Z', '261125240000Z', '2611250000Z', '261125000000+0700'])
    assert.throws(() => timeOf(strictDer(element(tags.utcTime, Buffer.from(text)))), DerFault, text);
  for (const text of ['20261125000000', '20261125000000.0Z', '20261125000000.10Z', '20261125000000,1Z'])
    assert.throws(() => timeOf(strictDer(element(tags.generalizedTime, Buffer.from(text)))), DerFault, text);
});

test('a set is written in the order of its octets', () => {
  const set = setOf([integer(300), integer(2), integer(1)]);
  assert.equal(Buffer.from(set).toString('hex'), '310a0201010201020202012c');
});

test('fields want every part and no other', () => {
  const two = strictDer(sequence(integer(1), nothing));
  const fields = new Fields(two);
  assert.equal(fields.maybe(tags.null), undefined);
  fields.take(tags.integer);
  assert.throws(() => fields.end(), DerFault);
  fields.take();
  fields.end();
  assert.throws(() => fields.take(), DerFault);
});

test('whatever the bytes are, reading is a value', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const read = reading('odd', () => strictDer(bytes).raw.length);
      assert.ok(read.ok ? read.value === bytes.length : read.refusal.code === 'odd');
    }),
    { numRuns: 2000 },
  );
});
