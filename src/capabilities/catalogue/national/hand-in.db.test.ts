import assert from 'node:assert/strict';
import { it } from 'node:test';
import { refused } from '#kernel/outcome';
import { systemScope } from '#platform/db';
import {
  decideNationalItem,
  decideNationalItems,
  handInNationalList,
  loadProcedures,
  nationalItems,
  nationalList,
  nationalRemarks,
  nationalUploads,
  readNationalLists,
} from '../index.ts';
import { importShippedList } from '../testing/shipped-list.ts';
import { anAdministrator, aStage, codeOf, value } from '../testing/stage.ts';

const stage = await aStage('1.004873');
const { approver, drafter, citizen, machine, db } = stage;
const second = { ...approver, actor: anAdministrator(9) } as typeof approver;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const list = bytes(
  'code,name,internal\n1.999991,Cấp giấy  thử nghiệm,0\n1.999992,Cấp lại giấy,0\nsai,Sai mã,0\n',
);
const details = bytes(
  '{"code":"1.999991","channels":[{"channel":"online","time":3,"unit":"day"}]}\nkhông phải\n',
);
const handIn = async () => value(await handInNationalList(approver, { name: 'dm.csv', list, details }));
const read = readNationalLists();

it('waits for the worker, and is forgotten as bytes once it was read and compared', async () => {
  const [gone] = importShippedList().procedures;
  assert.ok(gone);
  await db.worker.transact(systemScope, (t) => loadProcedures(t, stage.clock.now(), [{ national: gone }]));
  const id = await handIn();
  assert.equal((await nationalUploads(approver)).find((each) => each.id === id)?.state, 'waiting');
  assert.equal(await read.run(machine), 1);
  assert.equal(await read.run(machine), 0);
  const [upload] = await nationalUploads(approver);
  assert.equal(upload?.state, 'read');
  const kept = await nationalList(approver, upload.list_id ?? '');
  assert.deepEqual([kept?.new, kept?.gone, kept?.read_by], [2, 1, '018f0000-0000-7000-8000-000000000102']);
  assert.deepEqual(
    [kept?.counts?.counts.rows, kept?.counts?.counts.rowsSetAside, kept?.counts?.counts.detailsSetAside],
    [3, 1, 1],
  );
  const [row] = await db.sql<{ left: boolean }>(
    'select list is not null or details is not null as left from catalogue.national_upload where id = $1',
    [id],
  );
  assert.equal(row?.left, false);
  assert.equal((await db.sql("select 1 from catalogue.procedure where code like '1.99999%'")).length, 0);
});

it('tells row by row what it corrected, kept and set aside', async () => {
  const [upload] = await nationalUploads(approver);
  const of = upload?.list_id ?? '';
  const rows = await nationalRemarks(approver, of, { skip: 0, size: 50 });
  assert.deepEqual(
    rows.filter(({ action }) => action === 'set-aside').map(({ code, reason }) => [code, reason]),
    [
      ['sai', 'bad-code'],
      ['line 2', 'detail-unreadable'],
    ],
  );
  const cleaned = await nationalRemarks(approver, of, { reason: 'text-cleaned', skip: 0, size: 50 });
  assert.ok(cleaned.length > 0 && cleaned.every(({ reason }) => reason === 'text-cleaned'));
  assert.ok(!rows.some(({ reason }) => reason === 'assumed-defaults'), 'told once, with its count');
  assert.ok(
    (await nationalList(approver, of))?.counts?.kinds.some(({ reason }) => reason === 'assumed-defaults'),
  );
  assert.deepEqual(await nationalRemarks(drafter, of, { skip: 0, size: 50 }), []);
});

it('is taken over by somebody else than who handed it in; keeping what stands is anybody’s', async () => {
  const [upload] = await nationalUploads(approver);
  const of = upload?.list_id ?? '';
  assert.equal(codeOf(await decideNationalItem(approver, of, '1.999991', 'taken')), 'own-national-list');
  assert.equal(codeOf(await decideNationalItems(approver, of, 'new', 'taken')), 'own-national-list');
  assert.equal((await nationalItems(approver, of, { open: true, skip: 0, size: 50 })).length, 3);
  value(await decideNationalItem(approver, of, '1.999992', 'kept'));
  assert.equal(value(await decideNationalItem(second, of, '1.999991', 'taken')).outcome, 'published');
});

it('is for those who publish; three wait at most, and what cannot be read says why', async () => {
  for (const ctx of [drafter, citizen])
    assert.equal(codeOf(await handInNationalList(ctx, { name: 'x', list })), 'not-yours');
  assert.deepEqual(await nationalUploads(drafter), []);
  assert.equal(
    codeOf(await handInNationalList(approver, { name: 'x', list: bytes('%PDF-') })),
    'national-file-columns',
  );
  const broken = bytes('code,name\n1.999991,"\n');
  value(await handInNationalList(approver, { name: 'hỏng.csv', list: broken }));
  await handIn();
  await handIn();
  assert.equal(codeOf(await handInNationalList(approver, { name: 'x', list })), 'national-many-waiting');
  while ((await read.run(machine)) > 0);
  const uploads = await nationalUploads(approver);
  const refusal = uploads.find(({ name }) => name === 'hỏng.csv')?.refusal;
  assert.deepEqual([refusal?.code, refusal?.field], ['national-file-csv', 'list']);
});

it('is tried again when the worker dies over it, and given up after the third time', async () => {
  const id = await handIn();
  const dying = readNationalLists(() => Promise.reject(new Error('the machine stopped')));
  for (let turn = 0; turn < 3; turn += 1) {
    await assert.rejects(dying.run(machine));
    assert.equal(await dying.run(machine), 0, 'not while it may still be read');
    stage.clock.set(stage.clock.now() + 200_000);
  }
  assert.equal(await dying.run(machine), 1);
  const state = (await nationalUploads(approver)).find((each) => each.id === id);
  assert.deepEqual([state?.state, state?.refusal?.code], ['refused', 'national-file-slow']);
  const never = readNationalLists(async () => refused({ code: 'never' }));
  assert.equal(await never.run(machine), 0);
});
