import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { withinBounds } from '#test/bounds';
import { smallAuthority } from '#test/small-authority';
import { judgePdf } from '../index.ts';
import { leaderLook, must, signed, sourceOf, stamperOf, tinos } from '../testing/signing.ts';
import { appendTo, paper, streamBody, writePdf } from '../testing/small-pdf.ts';

const at = Date.UTC(2026, 10, 23, 2, 0, 0);
const authority = await smallAuthority(at);
const roots = [authority.root];
const megabyte = 1024 * 1024;

/** The code of a refusal, after no more than two seconds and a hundred megabytes beside the file. */
async function judged(bytes: Uint8Array): Promise<string> {
  const found = await withinBounds(bytes.length, () => judgePdf(bytes, { roots, at }));
  if (!found.ok) return found.refusal.code;
  return found.value.refused.map(({ refusal }) => refusal.code).join(' ') || 'read';
}

const catalog = (form: string): string => `<</Type /Catalog /Pages 2 0 R /AcroForm ${form}>>`;
const fields = (count: number, field: (i: number) => string): Buffer => {
  const more = Object.fromEntries(Array.from({ length: count }, (_, i) => [100 + i, field(i)]));
  const list = Object.keys(more)
    .map((number) => `${number} 0 R`)
    .join(' ');
  return writePdf(paper({ 1: catalog(`<</Fields [${list}]>>`), ...more }));
};
const sig = '/FT /Sig /V 99 0 R';

const hostile: readonly [name: string, code: string, bytes: () => Uint8Array][] = [
  ['10,000 signatures', 'pdf-too-many-signatures', () => fields(10_000, (i) => `<<${sig} /T (${i})>>`)],
  ['1,000 signatures', 'pdf-too-many-signatures', () => fields(1_000, (i) => `<<${sig} /T (${i})>>`)],
  ['fields in a ring', 'pdf-odd', () => fields(2, (i) => `<</T (x) /Kids [${101 - i} 0 R]>>`)],
  ['pages in a ring', 'read', () => writePdf(paper({ 2: '<</Type /Pages /Kids [2 0 R]>>' }))],
  ['a file of 33 MB', 'pdf-too-large', () => Buffer.alloc(33 * megabyte, 32)],
  ['nothing', 'pdf-odd', () => Buffer.alloc(0)],
  ['brackets within brackets', 'pdf-odd', () => writePdf(paper({ 1: '['.repeat(2_000_000) }))],
  ['dictionaries within dictionaries', 'pdf-odd', () => writePdf(paper({ 1: '<</a'.repeat(1_000_000) }))],
  ['ten million numbers', 'pdf-odd', () => writePdf(paper({ 1: `[${'1 '.repeat(10_000_000)}]` }))],
  ['a string without end', 'pdf-odd', () => writePdf(paper({ 1: `(${'('.repeat(20_000_000)}` }))],
  ['a long comment', 'pdf-odd', () => writePdf(paper({ 1: `%${'x'.repeat(20_000_000)}` }))],
  ['a reference to itself', 'pdf-odd', () => writePdf(paper({ 1: '1 0 R' }))],
  [
    'a length within itself',
    'pdf-odd',
    () => writePdf(paper({ 1: '<</Length 1 0 R>>\nstream\n\nendstream' })),
  ],
  ['a packed stream of a hundred megabytes', 'pdf-odd', () => bomb()],
  ['a ring of revisions', 'pdf-odd', () => ring()],
  ['300 revisions', 'pdf-too-many-revisions', () => revisions(300)],
  ['150 revisions', 'read', () => revisions(150)],
  [
    'a cross-reference for ten million',
    'pdf-odd',
    () =>
      Buffer.from(
        `%PDF-1.7\nxref\n0 9999999\n${'0000000000 65535 f \n'.repeat(900)}trailer\n<</Size 9>>\nstartxref\n9\n%%EOF\n`,
      ),
  ],
];

/** An object stream that unpacks to a thousand times its size. */
function bomb(): Uint8Array {
  const zeros = deflateSync(Buffer.alloc(100 * megabyte)).toString('latin1');
  const head = '%PDF-1.7\n';
  const pack = `2 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${zeros.length}>>\nstream\n${zeros}\nendstream\nendobj\n`;
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 0, 0, 0, head.length, 0]).toString(
    'latin1',
  );
  const start = head.length + pack.length;
  const xref = `3 0 obj\n<</Type /XRef /Size 3 /W [1 4 1] /Root 1 0 R /Length ${data.length}>>\nstream\n${data}\nendstream\nendobj\n`;
  return Buffer.from(`${head}${pack}${xref}startxref\n${start}\n%%EOF\n`, 'latin1');
}

function ring(): Uint8Array {
  const text = writePdf(paper()).toString('latin1');
  const start = /startxref\n(\d+)/.exec(text)?.[1];
  return Buffer.from(text.replace('/Info 6 0 R', `/Prev ${start}`), 'latin1');
}

function revisions(count: number): Uint8Array {
  let bytes = writePdf(paper());
  for (let i = 0; i < count; i++) bytes = appendTo(bytes, { 6: `<</Title (${i})>>` });
  return bytes;
}

for (const [name, code, bytes] of hostile)
  test(`bounded: ${name}`, { timeout: 30_000 }, async () => {
    assert.equal(await judged(bytes()), code);
  });

test('sixty signatures over a file of many pages are judged within the bound', {
  timeout: 60_000,
}, async () => {
  const content = streamBody('0 0 m\n'.repeat(200_000));
  let bytes: Uint8Array = writePdf(paper({ 20: content }));
  for (let i = 0; i < 60; i++) bytes = await signed(bytes, authority, { fieldName: `f${i}` });
  assert.equal(await judged(bytes), 'read');
  assert.ok(must(await judgePdf(bytes, { roots, at })).valid);
});

test('a scan of 30 MB is judged within the bound', { timeout: 60_000 }, async () => {
  const scan = Buffer.alloc(15 * megabyte, 'R0 9 ').toString('latin1');
  const bytes = await signed(writePdf(paper({ 20: streamBody(scan), 21: streamBody(scan) })), authority);
  const two = await signed(bytes, authority, { fieldName: 'two' });
  assert.equal(await judged(two), 'read');
});

/** Octets that can be turned without the file being refused, of those at every so many places. */
async function unnoticed(whole: Uint8Array, step: number): Promise<number[]> {
  const found: number[] = [];
  for (let i = 0; i < whole.length; i += step) {
    const turned = Uint8Array.from(whole);
    turned[i] = (turned[i] ?? 0) ^ (1 << (i % 8));
    const judging = await judgePdf(turned, { roots, at });
    if (judging.ok && judging.value.valid) found.push(i);
  }
  return found;
}

test('any byte turned within what is signed is refused', { timeout: 120_000 }, async () => {
  const plain = await signed(writePdf(paper()), authority);
  const look = { stamper: stamperOf(authority), appearance: leaderLook(tinos()) };
  for (const [whole, step] of [
    [plain, 1],
    [await signed(plain, authority, { ...look, fieldName: 'b' }), 53],
  ] as const) {
    const text = Buffer.from(whole).toString('latin1');
    const holes = [...text.matchAll(/\/Contents <3[0-9A-F]*>/g)].map(
      (one) => [one.index, one.index + one[0].length] as const,
    );
    for (const i of await unnoticed(whole, step)) {
      // Only within the signature itself: the case of a digit, and certificates that came along and are not needed.
      assert.ok(
        holes.some(([from, to]) => i > from && i < to),
        `byte ${i}`,
      );
    }
  }
});

test('two thousand mutated files are judged without a throw', { timeout: 120_000 }, async () => {
  const revocations = { source: sourceOf(authority), roots };
  const stamper = stamperOf(authority);
  const files: Uint8Array[] = [];
  for (const kind of ['table', 'stream', 'packed'] as const)
    files.push(
      await signed(
        await signed(writePdf(paper(), { kind }), authority, { stamper, revocations }),
        authority,
        { fieldName: 'b' },
      ),
    );
  const mutation = fc.record({
    file: fc.nat({ max: 2 }),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    kind: fc.constantFrom('turn', 'cut', 'drop', 'double', 'digit'),
    byte: fc.nat({ max: 255 }),
    length: fc.integer({ min: 1, max: 400 }),
  });
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file, at: part, kind, byte, length }) => {
      const bytes = Buffer.from(files[file] ?? []);
      const place = Math.floor(part * bytes.length);
      const [head, rest] = [bytes.subarray(0, place), bytes.subarray(place)];
      const mutated = {
        turn: () => Buffer.concat([head, Buffer.of(byte), rest.subarray(1)]),
        cut: () => head,
        drop: () => Buffer.concat([head, rest.subarray(length)]),
        double: () => Buffer.concat([head, rest.subarray(0, length), rest]),
        digit: () => Buffer.from(bytes.toString('latin1').replace(/\d+(?= 0 R)/, String(byte)), 'latin1'),
      }[kind]();
      const found = await judgePdf(mutated, { roots, at });
      if (!mutated.equals(bytes) && found.ok && found.value.valid) {
        // Only an older state of the file, whole as it was, or digits of a signature written otherwise.
        const older = bytes.subarray(0, mutated.length).equals(mutated);
        assert.ok(older || kind === 'turn', `${kind} at ${place}`);
      }
    }),
    { numRuns: 2000 },
  );
});

test('packed streams with odd parameters are refused', async () => {
  const odd = [
    '/Predictor 2',
    '/Predictor 12 /Columns 0',
    '/Predictor 12 /Columns 5',
    '/Predictor 99',
    '/Predictor (x)',
  ];
  for (const parameters of odd) {
    const text = writePdf(paper(), { kind: 'stream' }).toString('latin1');
    const bytes = Buffer.from(text.replace('/Predictor 12 /Columns 6', parameters), 'latin1');
    assert.equal(await judged(bytes), 'pdf-odd', parameters);
  }
});
