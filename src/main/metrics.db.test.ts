import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendMailJob } from '#capabilities/messages';
import { systemActor } from '#kernel/actor';
import { uuidv7 } from '#kernel/ids';
import { done, refused } from '#kernel/outcome';
import { SetClock } from '#kernel/time';
import { drainOutbox, startWorker } from '#platform/jobs';
import { createLog } from '#platform/log';
import { createTelemetry } from '#platform/telemetry';
import { aCtx, aDatabase, aWorkingMorning } from '#test/database';
import { mailToldTo, measureJob, watchingWith } from './metrics.ts';

const db = await aDatabase();
const clock = new SetClock(aWorkingMorning);
const ctxFor = (name: string) => aCtx(db.worker, systemActor(name), clock);
const unit = uuidv7(aWorkingMorning);

const put = (topic: string, at: number) =>
  db.sql('select outbox.put($1, $2, $3, $4, $5, $6)', [unit, uuidv7(at), new Date(at), topic, topic, {}]);
const mail = (address: string) =>
  db.sql(
    `insert into messages.delivery (id, channel, address, subject, body, created_at, source) values ($1, 'email', $2, 'x', 'x', $3, $1)`,
    [uuidv7(aWorkingMorning), address, new Date(aWorkingMorning)],
  );

test('the figures of the field move: events by outcome, backlogs, jobs, e-mails', async (t) => {
  const telemetry = createTelemetry('worker');
  t.after(telemetry.close);
  const measure = measureJob(telemetry);
  const shows = async (line: string) => {
    const { body } = await telemetry.text();
    const [name = '', value = ''] = line.split(' ');
    const [metric = '', labels = ''] = name.split('{');
    const wanted = labels.replace('}', '').split(',').filter(Boolean);
    const found = body
      .split('\n')
      .find((each) => each.startsWith(`${metric}{`) && wanted.every((label) => each.includes(label)));
    assert.equal(found?.split(' ').at(-1), value, line);
  };

  await put('dossier.submitted', aWorkingMorning - 90_000);
  await put('dossier.accepted', aWorkingMorning - 30_000);
  await mail('an@example.vn');
  await mail('nobody@example.vn');
  await measure.run(ctxFor('measure'));
  await shows('motcua_outbox_waiting 2');
  await shows('motcua_outbox_oldest_seconds 90');
  await shows('motcua_mail_waiting 2');

  const failing = {
    name: 'failing',
    topics: ['dossier.accepted'],
    react: () => Promise.reject(new Error('no')),
  };
  await drainOutbox({
    db: db.worker,
    clock,
    ctxFor,
    log: createLog('test', 'silent'),
    reactions: [failing],
    watching: watchingWith(telemetry),
  });
  await shows('motcua_events_total{event="dossier.submitted",kind="done"} 1');
  await shows('motcua_events_total{event="dossier.accepted",kind="again"} 1');
  await db.sql(`update outbox.event set attention_at = now() where topic = 'dossier.accepted'`);

  const port = {
    send: async ({ to }: { to: string }) =>
      to.startsWith('an') ? done({ receipt: '' }) : refused({ code: 'address-refused' as const }),
  };
  await sendMailJob(port, mailToldTo(telemetry)).run(ctxFor('mail'));
  await shows('motcua_events_total{event="mail",kind="sent"} 1');
  await shows('motcua_events_total{event="mail",kind="failed"} 1');

  await measure.run(ctxFor('measure'));
  await shows('motcua_outbox_waiting 0');
  await shows('motcua_outbox_oldest_seconds 0');
  await shows('motcua_outbox_stuck 1');
  await shows('motcua_log_findings 0');
  await shows('motcua_mail_failed 1');
  await shows('motcua_dossiers_overdue 0');
});

test('a worker tells how long its jobs take, and which fail', async (t) => {
  const telemetry = createTelemetry('worker');
  t.after(telemetry.close);
  const job = (name: string, run: () => Promise<number>) => ({ name, wake: { everyMs: 5 }, run });
  const worker = startWorker({
    url: '',
    db: db.worker,
    clock,
    ctxFor,
    log: createLog('test', 'silent'),
    reactions: [],
    jobs: [job('good', async () => 0), job('bad', () => Promise.reject(new Error('no')))],
    watching: watchingWith(telemetry),
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await worker.stop();
  const { body } = await telemetry.text();
  assert.match(body, /motcua_job_seconds_count\{[^}]*task="good",outcome="done"[^}]*\} [1-9]/);
  assert.match(body, /motcua_job_seconds_count\{[^}]*task="bad",outcome="again"[^}]*\} [1-9]/);
});
