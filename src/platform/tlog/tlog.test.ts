import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import {
  bundleOf,
  consistencyRanges,
  edgeOf,
  emptyRoot,
  grow,
  hashOf,
  inclusionRanges,
  leafHash,
  provesConsistency,
  provesInclusion,
  type Range,
  readBundle,
  readTilePath,
  rootOf,
  type Tile,
  tilePath,
  tilesFor,
  widthOf,
} from './index.ts';

/** Leaves and roots that the sources of Certificate Transparency publish with RFC 6962 (github.com/google/certificate-transparency, Apache-2.0). */
const published = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const publishedRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const entry = (n: number): Buffer => Buffer.from(`entry ${n}`);
const hashes = (count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => leafHash(entry(n)));

/** A log kept as a folder of tiles would, grown in the steps given. */
function aLog(steps: readonly number[]) {
  const kept = new Map<string, Tile>();
  let size = 0;
  for (const step of steps) {
    const edge = edgeOf(size).map(({ level, n }) => kept.get(`${level}/${n}`) as Tile);
    const added = Array.from({ length: step }, (_, n) => leafHash(entry(size + n)));
    for (const tile of grow(size, edge, added)) kept.set(`${tile.level}/${tile.n}`, tile);
    size += step;
  }
  const of = (range: Range): Uint8Array => {
    const wanted = new Set(tilesFor([range]).map(({ level, n }) => `${level}/${n}`));
    return hashOf(range, ({ level, n }) => {
      assert.ok(wanted.has(`${level}/${n}`), 'only tiles that were named are read');
      return (kept.get(`${level}/${n}`) as Tile).bytes;
    });
  };
  return { size, kept, of, root: (to = size): Uint8Array => of([0, to]) };
}

/** Numbers that look like chance and are the same every time. */
function chance(seed: number): (below: number) => number {
  let n = 0;
  return (below) => createHash('sha256').update(`${seed} ${n++}`).digest().readUInt32BE() % below;
}

describe('the tree', () => {
  it('has the roots that are published', () => {
    assert.equal(
      Buffer.from(emptyRoot).toString('hex'),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    publishedRoots.forEach((root, n) =>
      assert.equal(Buffer.from(rootOf(published.slice(0, n + 1).map(leafHash))).toString('hex'), root),
    );
  });
  it('is the same however it grew, and its tiles are', () => {
    const below = chance(1);
    const steps: number[] = [];
    for (let sum = 0; sum < 20_000; sum += steps.at(-1) ?? 0) steps.push(1 + below(3000));
    const grown = aLog(steps);
    const atOnce = aLog([grown.size]);
    assert.deepEqual(Buffer.from(grown.root()), Buffer.from(rootOf(hashes(grown.size))));
    const written = (log: typeof grown) =>
      Object.fromEntries(
        [...log.kept.values()].map(({ level, n, bytes }) => [
          `${level}/${n}`,
          Buffer.from(bytes).toString('hex'),
        ]),
      );
    assert.deepEqual(written(grown), written(atOnce));
    const widths = (level: number) =>
      [...aLog([70_000]).kept.values()].filter((tile) => tile.level === level).map(widthOf);
    assert.deepEqual(
      [widths(0).length, widths(0).at(-1), widths(1), widths(2)],
      [274, 112, [256, 17], [1]],
      'as tlog-tiles counts them',
    );
  });
});

describe('proofs', () => {
  const sizes = [1, 2, 3, 7, 8, 9, 255, 256, 257, 300, 511, 513, 1000, 2047, 2999];
  const log = aLog([3000]);
  it('hold for every size and place that was looked at, and for no other', () => {
    const below = chance(2);
    for (const size of sizes) {
      const root = log.root(size);
      for (let tries = 0; tries < 30; tries++) {
        const index = below(size);
        const proof = inclusionRanges(index, size).map(log.of);
        assert.ok(provesInclusion({ index, size, root }, entry(index), proof), `${index} of ${size}`);
        assert.ok(!provesInclusion({ index, size, root }, entry(index + 1), proof));
        if (size > 1)
          assert.ok(!provesInclusion({ index: (index + 1) % size, size, root }, entry(index), proof));
        assert.ok(!provesInclusion({ index, size, root }, entry(index), [...proof, root]));
        if (proof.length > 0) {
          assert.ok(!provesInclusion({ index, size, root }, entry(index), proof.slice(1)));
          const at = below(proof.length);
          const flipped = proof.map((hash, n) =>
            n === at ? Buffer.from(hash.map((byte, b) => (b === 5 ? byte ^ 1 : byte))) : hash,
          );
          assert.ok(!provesInclusion({ index, size, root }, entry(index), flipped));
        }
      }
    }
  });
  it('show that a log only grew', () => {
    for (const old of sizes)
      for (const size of sizes.filter((each) => each >= old)) {
        const [before, now] = [
          { size: old, root: log.root(old) },
          { size, root: log.root(size) },
        ];
        const proof = consistencyRanges(old, size).map(log.of);
        assert.ok(provesConsistency(before, now, proof), `${old} to ${size}`);
        const other = { ...before, root: leafHash(Buffer.from('another history')) };
        assert.ok(!provesConsistency(other, now, proof), `${old} to ${size}, rewritten`);
        if (old < size) assert.ok(!provesConsistency(before, { size, root: other.root }, proof));
        for (let n = 0; n < proof.length; n++)
          assert.ok(
            !provesConsistency(
              before,
              now,
              proof.map((hash, m) => (m === n ? emptyRoot : hash)),
            ),
          );
      }
    assert.ok(provesConsistency({ size: 0, root: emptyRoot }, { size: 5, root: log.root(5) }, []));
    assert.ok(!provesConsistency({ size: 9, root: log.root(9) }, { size: 5, root: log.root(5) }, []));
  });
  it('need nothing where nothing grew', () => {
    for (const [old, size] of [
      [0, 5],
      [5, 5],
      [9, 5],
      [0, 0],
    ] as const)
      assert.deepEqual(consistencyRanges(old, size), []);
  });
  it('never throw, whatever they are given', () => {
    for (const index of [-1, 0.5, Number.NaN, 2 ** 60])
      assert.equal(provesInclusion({ index, size: 3, root: emptyRoot }, entry(0), [emptyRoot]), false);
    assert.equal(
      provesInclusion({ index: 0, size: 3, root: emptyRoot }, entry(0), [Buffer.alloc(31)]),
      false,
    );
    assert.equal(
      provesConsistency(
        { size: 2, root: emptyRoot },
        { size: 3, root: emptyRoot },
        Array(100).fill(emptyRoot),
      ),
      false,
    );
  });
});

describe('addresses and bundles', () => {
  it('are written and read as tlog-tiles says, in one way only', () => {
    assert.equal(tilePath(0, 1234067, 256), '0/x001/x234/067');
    assert.equal(tilePath(0, 0, 1), '0/000.p/1');
    assert.equal(tilePath('entries', 273, 112), 'entries/273.p/112');
    assert.deepEqual(readTilePath('0/x001/x234/067'), { level: 0, n: 1234067, width: 256 });
    assert.deepEqual(readTilePath('entries/273.p/112'), { level: 'entries', n: 273, width: 112 });
    for (const odd of [
      '0/67',
      '0/x000/067',
      '00/067',
      '64/067',
      '0/067.p/256',
      '0/067.p/0',
      '0/067.p/01',
      '0/001/067',
      '0/x067',
      '-1/067',
      '0/067/',
      '../067',
      '',
    ])
      assert.equal(readTilePath(odd), undefined, odd);
  });
  it('come back from a bundle as they went in; a cut bundle is none', () => {
    const entries = [entry(1), Buffer.alloc(0), Buffer.alloc(300, 7)];
    const bundle = bundleOf(entries);
    assert.deepEqual(
      readBundle(bundle)?.map((each) => Buffer.from(each)),
      entries,
    );
    for (let end = 1; end < bundle.length; end++) {
      const read = readBundle(bundle.subarray(0, end));
      assert.ok(read === undefined || read.length < 3);
    }
  });
});
