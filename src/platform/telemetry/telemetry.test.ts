import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTelemetry } from './index.ts';

test('requests, jobs, events and pools stand in the text for the collector', async (t) => {
  const telemetry = createTelemetry('web');
  t.after(telemetry.close);
  telemetry.observe('/thu-tuc/:code', 'GET', 200, 12);
  telemetry.observeJob('watch-deadlines', 'done', 40);
  telemetry.count('dossier_submitted', 'online');
  telemetry.watchPool('main', () => ({ total: 3, idle: 2, waiting: 0 }));
  const { body } = await telemetry.text();
  assert.match(body, /motcua_request_seconds_count\{[^}]*route="\/thu-tuc\/:code"[^}]*\} 1/);
  assert.match(body, /motcua_job_seconds_sum\{[^}]*task="watch-deadlines"[^}]*\} 0\.04/);
  assert.match(body, /motcua_events_total\{[^}]*event="dossier_submitted"[^}]*\} 1/);
  assert.match(body, /motcua_pool_connections\{[^}]*state="idle"[^}]*\} 2/);
  assert.match(body, /process="web"/);
});

test('the figures of the worker stand beside our own under one heading', async (t) => {
  const [web, worker] = [createTelemetry('web'), createTelemetry('worker')];
  t.after(web.close);
  t.after(worker.close);
  web.count('a');
  worker.count('a');
  // As they arrive from another process.
  web.include('worker', JSON.parse(JSON.stringify(await worker.figures())));
  const { body } = await web.text();
  assert.equal(body.match(/^# TYPE motcua_events_total/gm)?.length, 1);
  assert.equal(body.match(/^motcua_events_total\{.*process="(web|worker)"/gm)?.length, 2, body);
});

test('labels from outside stay few', async (t) => {
  const telemetry = createTelemetry('web');
  t.after(telemetry.close);
  for (let i = 0; i < 1000; i++) telemetry.observe(`/${i}`, `VERB${i}`, 1000 + i, 1);
  const { body } = await telemetry.text();
  const series = body.match(/^motcua_request_seconds_count/gm)?.length ?? 0;
  assert.ok(series <= 401, String(series));
  assert.match(body, /route="other",method="other",status="other"/);
});

test('a busy loop shows as lag', async (t) => {
  const telemetry = createTelemetry('web');
  t.after(telemetry.close);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const end = performance.now() + 120;
  while (performance.now() < end);
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.ok(telemetry.loopLag().max >= 80, JSON.stringify(telemetry.loopLag()));
});
