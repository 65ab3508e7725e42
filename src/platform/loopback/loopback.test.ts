import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test from 'node:test';
import { bodyOf, listen, page, redirect, send, sendHalf, stop } from './index.ts';

test('a small server answers on this machine alone, cuts what was announced in half, and stops at once', async () => {
  const server = createServer((req, res) => {
    if (req.url === '/half') return sendHalf(res, page('x'.repeat(1000)));
    if (req.url === '/away') return send(res, redirect('/'));
    bodyOf(req, 10).then(
      (body) => send(res, page(body.toString('utf8'))),
      () => send(res, page('Too much', 413)),
    );
  });
  const origin = `http://127.0.0.1:${await listen(server, 0)}`;
  const posted = await fetch(origin, { method: 'POST', body: 'mười' });
  assert.deepEqual([posted.status, await posted.text()], [200, 'mười']);
  assert.match(posted.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal((await fetch(origin, { method: 'POST', body: 'x'.repeat(11) })).status, 413);
  assert.equal((await fetch(`${origin}/away`, { redirect: 'manual' })).headers.get('location'), '/');
  await assert.rejects(fetch(`${origin}/half`).then((answer) => answer.text()));
  const taken = createServer();
  await assert.rejects(listen(taken, Number(new URL(origin).port)), /EADDRINUSE/);
  await stop(server);
  await assert.rejects(fetch(origin));
});
