import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { SetClock } from '#kernel/time';
import {
  consistencyRanges,
  edgeOf,
  emptyRoot,
  grow,
  hashOf,
  leafHash,
  makeKey,
  readSigner,
  signCheckpoint,
  writeAsked,
} from '#platform/tlog';
import { keyOfWitness, memoryIn, startWitness, witnessByHttp } from './index.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mc-witness-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const origin = 'log.example/angiang';
const log = readSigner(makeKey(origin, 1).secret);
assert.ok(log);
const [tile] = grow(
  0,
  [],
  Array.from({ length: 50 }, (_, n) => leafHash(Buffer.of(n))),
);
assert.ok(tile && edgeOf(50).length === 1);
const of = (range: readonly [number, number]) => hashOf(range, () => tile.bytes);
const asked = (old: number, size: number, root = of([0, size])): string =>
  writeAsked({
    old,
    proof: consistencyRanges(old, size).map(of),
    checkpoint: signCheckpoint({ origin, size, root }, log),
  });

const start = (at = path.join(folder, 'w1')) =>
  startWitness({
    host: '127.0.0.1',
    port: 0,
    log: { origin, keys: [log.verifier] },
    signer: keyOfWitness(at, 'w1.example'),
    memory: memoryIn(at),
    clock: new SetClock(1_764_000_000_000),
  });

describe('a witness behind its address', () => {
  it('signs what extends what it saw, also after it was started again', async () => {
    const first = await start();
    const { verifier } = keyOfWitness(path.join(folder, 'w1'), 'w1.example');
    const by = (port: number) => witnessByHttp({ url: `http://127.0.0.1:${port}`, verifier });
    const signed = await by(first.port).add(asked(0, 20));
    assert.equal(signed.ok && signed.value.status, 200);
    assert.match(signed.ok ? signed.value.body : '', /^— w1\.example \S+\n$/);
    await first.stop();
    const again = await start();
    const other = await by(again.port).add(asked(0, 30));
    assert.deepEqual(other, { ok: true, value: { status: 409, body: '20\n' } });
    assert.equal((await by(again.port).add(asked(20, 30, leafHash(Buffer.of(9))))).ok, true);
    const rewritten = await by(again.port).add(asked(20, 30, emptyRoot));
    assert.equal(rewritten.ok && rewritten.value.status, 422);
    const grown = await by(again.port).add(asked(20, 30));
    assert.equal(grown.ok && grown.value.status, 200);
    assert.equal(statSync(path.join(folder, 'w1/key')).mode & 0o077, 0, 'nobody else reads its key');
    assert.match(readFileSync(path.join(folder, 'w1/seen.json'), 'utf8'), /"size":30/);
    await again.stop();
  });

  it('goes forward only, when it is asked a hundred times at once', async () => {
    const at = path.join(folder, 'w2');
    const witness = await start(at);
    const by = witnessByHttp({
      url: `http://127.0.0.1:${witness.port}`,
      verifier: keyOfWitness(at, 'w1.example').verifier,
    });
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => by.add(asked(0, 1 + (n % 50)))));
    assert.equal(answers.filter((each) => each.ok && each.value.status === 200).length, 1);
    await witness.stop();
  });

  it('answers nothing else, and no more than it must', async () => {
    const witness = await start(path.join(folder, 'w3'));
    const url = `http://127.0.0.1:${witness.port}`;
    assert.equal((await fetch(url)).status, 404);
    assert.equal((await fetch(`${url}/add-checkpoint`, { method: 'POST', body: 'x' })).status, 400);
    const long = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: 'x'.repeat(1e6) }).catch(
      () => undefined,
    );
    assert.ok(long === undefined || long.status === 400);
    await witness.stop();
  });

  it('is refused, and nothing is thrown, when it is silent, slow, leads elsewhere or says too much', async () => {
    const { verifier } = log;
    const behaviours: Record<string, (end: (status: number, body: string) => void) => void> = {
      '/slow': () => {},
      '/long': (end) => end(200, 'x'.repeat(200_000)),
      '/away': (end) => end(302, ''),
    };
    const odd = createServer((request, response) => {
      const which = `/${(request.url ?? '').split('/')[1]}`;
      behaviours[which]?.((status, body) => {
        response.writeHead(status, { location: 'http://127.0.0.1:1/' });
        response.end(body);
      });
    });
    await new Promise<void>((ready) => odd.listen(0, '127.0.0.1', ready));
    const { port } = odd.address() as AddressInfo;
    const code = async (url: string) => {
      const said = await witnessByHttp({ url, verifier, patienceMs: 300 }).add('x');
      return said.ok ? 'answered' : said.refusal.code;
    };
    assert.equal(await code(`http://127.0.0.1:${port}/slow`), 'witness-silent');
    assert.equal(await code(`http://127.0.0.1:${port}/long`), 'witness-odd');
    assert.equal(await code(`http://127.0.0.1:${port}/away`), 'witness-silent');
    odd.closeAllConnections();
    odd.close();
    assert.equal(await code(`http://127.0.0.1:${port}`), 'witness-silent');
  });
});
