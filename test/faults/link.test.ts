import assert from 'node:assert/strict';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { after } from 'node:test';
import { withUser } from '#platform/db';
import { keptAlive, send } from './support/client.ts';
import { aGround } from './support/ground.ts';
import { Journal } from './support/journal.ts';
import { assertTrue } from './support/judge.ts';
import { patient } from './support/patience.ts';
import { aProduct } from './support/product.ts';
import { aProxy } from './support/proxy.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';
import { errands, percentile, press, submitAll } from './support/workload.ts';

/** The socket of an embedded server, from its address. */
const socketOf = (url: string): string => {
  const folder = decodeURIComponent(/[?&]host=([^&]+)/.exec(url)?.[1] ?? '');
  return path.join(folder, '.s.PGSQL.5432');
};
const passwordOf = (url: string): string => decodeURIComponent(/:([^:@/]+)@/.exec(url)?.[1] ?? '');

row(
  'P1',
  'the proxy itself: late, cut, reset, silent and frozen as told',
  { small: 30, full: 30 },
  async () => {
    const server = http.createServer((_, response) => response.end('x'.repeat(2000)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const proxy = await aProxy({ port });
    const agent = keptAlive(1);
    const ask = (timeoutMs = 1000) =>
      send(new http.Agent(), 'GET', `http://127.0.0.1:${proxy.port}/`, { timeoutMs });
    try {
      assert.equal((await ask()).text.length, 2000);
      proxy.set({ latencyMs: 120, jitterMs: 20 });
      assert.ok((await ask(3000)).ms > 200, 'there and back are late');
      proxy.set({ cutAfter: 500 });
      await assert.rejects(ask());
      proxy.set({ reset: true });
      await assert.rejects(ask(), /ECONNRESET|socket hang up/);
      proxy.set({ halfOpen: true });
      await assert.rejects(ask(300), /no answer in time/);
      proxy.set({ freeze: true });
      const late = ask(3000);
      setTimeout(() => proxy.set({}), 400);
      assert.ok((await late).ms >= 350, 'what was frozen goes on after the thaw');
    } finally {
      agent.destroy();
      proxy.close();
      server.closeAllConnections();
      server.close();
    }
  },
);

const ground = await aGround();
const proxy = await aProxy({ path: socketOf(ground.ownerUrl) });
const address = `postgresql://x:y@127.0.0.1:${proxy.port}/motcua`;
const product = await aProduct(ground, {
  DATABASE_URL: withUser(address, 'motcua_owner', passwordOf(ground.ownerUrl)),
});
const journal = new Journal(path.join(ground.folder, 'journal.jsonl'));
after(async () => {
  proxy.set({});
  journal.close();
  await product.stop();
  proxy.close();
});
const evidence = { database: ground.ownerUrl, journal: journal.file };

row(
  'A17',
  'a bad line to the database: late, cut, silent; nothing acknowledged is lost and 503 comes in time',
  { small: 60, full: 600 },
  async () => {
    const luck = chance('A17');
    const slow = await errands(product, times(40, 400));
    proxy.set({ latencyMs: 8, jitterMs: 12 });
    const late = await submitAll(product, journal, luck, slow, { clients: 8, giveUpMs: 20_000 });
    assert.deepEqual(late.refused, [], product.complaints());

    for (let i = 0; i < times(3, 40); i++) {
      const all = await errands(product, 30);
      proxy.set({ cutAfter: luck.whole(2_000, 60_000) });
      const work = submitAll(product, journal, luck, all, { clients: 8, giveUpMs: 25_000 });
      setTimeout(() => proxy.set({}), luck.whole(300, 900));
      assert.deepEqual((await work).refused, [], `a cut answer is tried again: ${product.complaints()}`);
    }

    const silent = await errands(product, 24);
    proxy.set({ halfOpen: true });
    const answers = await Promise.all(
      silent.map((errand) => press(product, journal, 'silent', errand, 25_000)),
    );
    assert.ok(
      answers.every((each) => each.status === 503),
      JSON.stringify(answers.map((each) => each.status)),
    );
    const slowest = Math.max(...answers.map((each) => each.ms));
    assert.ok(slowest < patient(5500), `a request waited ${Math.round(slowest)} ms on a silent line`);
    proxy.set({ reset: true });
    proxy.set({});
    const healed = performance.now();
    const run = await submitAll(product, journal, luck, silent, { clients: 8, giveUpMs: 15_000 });
    const took = performance.now() - healed;
    assert.ok(took < patient(15_000), `all were submitted ${Math.round(took)} ms after the line was whole`);
    assert.deepEqual(run.refused, [], product.complaints());
    assert.ok(percentile(run.waits, 0.99) < patient(15_000));
    await assertTrue(evidence, { I1: 100, I2: 100, I5: 100 });
  },
);
