import assert from 'node:assert/strict';
import { it } from 'node:test';
import { duties, dutyCounts, dutyOf, moveDuty, putDuty } from '../index.ts';
import { anAdministrator, aStage, codeOf, value } from '../testing/stage.ts';

const { drafter, approver, citizen, db } = await aStage();
const condition = {
  kind: 'condition',
  name: 'Có người phụ trách có chứng chỉ',
  ground: 'Luật 105/2016/QH13, Điều 33',
  field: 'Dược',
  who: 'Cơ sở bán lẻ thuốc',
  procedures: ['1.004873', '1.004873'],
};
const report = {
  ...condition,
  kind: 'report',
  recipient: 'Sở Y tế',
  frequency: 'year',
  form: 'electronic',
  procedures: [],
};

it('is written whole, found by kind and by procedure, and changed by one person at a time', async () => {
  const id = value(await putDuty(drafter, { content: condition }));
  const owed = value(await putDuty(drafter, { content: report }));
  assert.deepEqual((await duties(drafter)).map((each) => each.id).sort(), [id, owed].sort());
  assert.deepEqual(
    (await duties(drafter, { kind: 'report' })).map((each) => each.id),
    [owed],
  );
  const [linked] = await duties(drafter, { procedure: '1.004873' });
  assert.deepEqual([linked?.id, linked?.procedures], [id, ['1.004873']]);
  assert.equal(
    value(await putDuty(drafter, { id, revision: 1, content: { ...condition, who: 'Nhà thuốc' } })),
    id,
  );
  assert.equal(codeOf(await putDuty(approver, { id, revision: 1, content: condition })), 'changed-meanwhile');
  assert.equal((await dutyOf(drafter, id))?.who, 'Nhà thuốc');
  assert.equal((await db.sql("select 1 from audit.entry where action like 'catalogue.%-duty'")).length, 3);
});

it('says which field is missing', async () => {
  for (const [content, field] of [
    [{ ...condition, name: ' ' }, 'name'],
    [{ ...condition, procedures: ['x'] }, 'procedures'],
    [{ ...report, frequency: 'daily' }, 'frequency'],
    [{ ...condition, kind: 'tax' }, 'kind'],
  ] as const) {
    const outcome = await putDuty(drafter, { content });
    assert.ok(!outcome.ok && outcome.refusal.code === 'duty-incomplete');
    assert.equal(outcome.refusal.field, field);
  }
});

it('is proposed by one and cut by another, with its decision and day', async () => {
  const id = value(await putDuty(drafter, { content: condition }));
  const cut = { to: 'cut', decision: 'QĐ 5/QĐ-UBND', cutFrom: '2027-01-01' } as const;
  assert.equal(codeOf(await moveDuty(approver, id, { ...cut, revision: 1 })), 'duty-not-now');
  const second = { ...approver, actor: anAdministrator(3) };
  value(await moveDuty(second, id, { to: 'proposed', revision: 1 }));
  assert.equal(codeOf(await moveDuty(second, id, { ...cut, revision: 2 })), 'own-proposal');
  assert.equal(codeOf(await moveDuty(drafter, id, { ...cut, revision: 2 })), 'not-yours');
  assert.equal(
    codeOf(await moveDuty(approver, id, { ...cut, decision: ' ', revision: 2 })),
    'decision-empty',
  );
  assert.equal(
    codeOf(await moveDuty(approver, id, { ...cut, cutFrom: '2027-02-30', revision: 2 })),
    'date-missing',
  );
  const before = await dutyCounts(approver);
  value(await moveDuty(approver, id, { ...cut, revision: 2 }));
  const after = await dutyCounts(approver);
  assert.deepEqual(
    [after.condition.cut - before.condition.cut, after.condition.proposed - before.condition.proposed],
    [1, -1],
  );
  assert.equal(codeOf(await putDuty(drafter, { id, revision: 3, content: condition })), 'duty-cut');
});

it('is nothing to people who do not design', async () => {
  assert.deepEqual(await duties(citizen), []);
  assert.equal(codeOf(await putDuty(citizen, { content: condition })), 'not-yours');
});
