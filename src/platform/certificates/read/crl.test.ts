import assert from 'node:assert/strict';
import test from 'node:test';
import { element, Fields, integer, sequence, strictDer, tags, time } from '#platform/der';
import { smallAuthority } from '#test/small-authority';
import { makeCrl, readCrl } from '../index.ts';

const at = Date.UTC(2026, 10, 25, 2);
const authority = await smallAuthority(at);

test('a list keeps its dates, reasons and restriction', async () => {
  const revoked = [
    { serial: '0a11', at: at - 1000, reason: 'keyCompromise', invalidSince: at - 60_000 },
    { serial: 'ff22', at },
  ] as const;
  const der = await makeCrl(
    { number: 9, at, next: at + 1000, revoked, covers: 'users' },
    authority.intermediate,
  );
  const read = readCrl(der);
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(
    [read.value.from, read.value.next, read.value.scope],
    [at, at + 1000, { covers: 'users' }],
  );
  assert.deepEqual(read.value.entry('0a11'), {
    at: at - 1000,
    reason: 'keyCompromise',
    invalidSince: at - 60_000,
  });
  assert.deepEqual(read.value.entry('ff22'), { at });
  assert.equal(read.value.entry('0b'), undefined);
});

test('partial, delta and indirect lists are refused, for they cannot say that a certificate is good', async () => {
  const revoked = [{ serial: '05', at }];
  const der = await makeCrl(
    { number: 9, at, next: at + 1, revoked, covers: 'users' },
    authority.intermediate,
  );
  const changed = (from: string, to: string) => {
    const hex = Buffer.from(der).toString('hex');
    assert.ok(hex.includes(from));
    const read = readCrl(Buffer.from(hex.replace(from, to), 'hex'));
    return read.ok ? 'read' : read.refusal.details?.['why'];
  };
  assert.equal(changed('30038101ff', '30038101ff'), 'read');
  assert.equal(changed('30038101ff', '30038401ff'), 'a part too many');
  // The number of the list becomes the number of the list that a delta is to.
  assert.equal(changed('0603551d14', '0603551d1b'), 'a delta list');
  const twice = await makeCrl(
    {
      number: 9,
      at,
      next: at + 1,
      revoked: [
        { serial: '05', at },
        { serial: '05', at },
      ],
    },
    authority.intermediate,
  );
  assert.deepEqual(readCrl(twice), {
    ok: false,
    refusal: { code: 'crl-odd', details: { why: 'a certificate stands twice' } },
  });
});

test('a list of 100,000 certificates is read within two seconds', async () => {
  const small = await makeCrl(
    { number: 9, at, next: at + 1, revoked: [{ serial: '05', at }] },
    authority.intermediate,
  );
  const [body, algorithm, signature] = new Fields(strictDer(small)).rest();
  assert.ok(body && algorithm && signature);
  const entries = Array.from({ length: 100_000 }, (_, i) =>
    sequence(integer(`4${String(i).padStart(31, '0')}`), time(at)),
  );
  const parts = body.children.map((part, i) =>
    i === 5 ? element(tags.sequence, Buffer.concat(entries)) : part.raw,
  );
  const large = sequence(sequence(...parts), algorithm.raw, signature.raw);
  const from = performance.now();
  const read = readCrl(large);
  const took = performance.now() - from;
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(read.value.entry(`4${'99999'.padStart(31, '0')}`), { at });
  assert.ok(took < 2000, `${took} ms`);
});
