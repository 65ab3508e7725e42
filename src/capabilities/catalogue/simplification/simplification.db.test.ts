import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sampleDefinition } from '#builders/forms';
import {
  type CostSheet,
  costPerYear,
  costSheetOf,
  firstSheet,
  keepMeasure,
  moveProposal,
  programmeView,
  proposeSimplification,
  saveCostSheet,
  simplifications,
  startProgramme,
} from '../index.ts';
import { anAdministrator, aStage, codeOf, value } from '../testing/stage.ts';

const [one, two, three] = ['1.004873', '1.001612', '1.003622'] as const;
const stage = await aStage(one, two, three);
const { drafter, approver, citizen, db } = stage;
const sheetOf = (code: string): CostSheet => ({
  ...firstSheet(sampleDefinition(code), { dossiers: 100, onlineShare: 50 }),
  assumed: false,
});
const half = (sheet: CostSheet): CostSheet => ({
  ...sheet,
  legalHours: Math.floor(sheet.legalHours / 2),
  rows: sheet.rows.slice(0, 1),
});

it('keeps a sheet by revision, and a measure beside it', async () => {
  const sheet = sheetOf(one);
  const measure = {
    dossiers: 10,
    onlineRecent: 4,
    onlineShare: 40,
    questions: 200,
    documents: 20,
    supplements: 3,
    supplemented: 2,
    left: [],
    leftAtStart: 1,
  };
  assert.equal(codeOf(await keepMeasure(drafter, one, measure)), 'cost-sheet-missing');
  assert.equal(value(await saveCostSheet(drafter, one, 0, sheet)), 1);
  assert.equal(codeOf(await saveCostSheet(approver, one, 0, sheet)), 'changed-meanwhile');
  assert.equal(value(await saveCostSheet(approver, one, 1, { ...sheet, subjects: 200 })), 2);
  assert.equal(codeOf(await saveCostSheet(drafter, one, 2, { ...sheet, wage: -1 })), 'cost-sheet-shape');
  assert.equal(codeOf(await saveCostSheet(drafter, '9.999999', 0, sheet)), 'procedure-unknown');
  assert.equal(codeOf(await saveCostSheet(citizen, one, 2, sheet)), 'not-yours');
  value(await keepMeasure(drafter, one, measure));
  const kept = await costSheetOf(drafter, one);
  assert.deepEqual([kept?.sheet.subjects, kept?.revision, kept?.measure], [200, 2, measure]);
  assert.equal(await costSheetOf(citizen, one), undefined);
});

it('a programme shows what is reached, decided and proposed against its goal', async () => {
  for (const code of [two, three]) value(await saveCostSheet(drafter, code, 0, sheetOf(code)));
  const wanted = {
    name: 'Cắt giảm 30 %',
    ground: 'NQ 66/NQ-CP',
    goals: { cost: 30, time: 30, conditions: 30 },
    codes: [two, three],
  };
  assert.equal(codeOf(await startProgramme(drafter, wanted)), 'not-yours');
  assert.equal(codeOf(await startProgramme(approver, { ...wanted, codes: [] })), 'programme-empty');
  const bad = { ...wanted, goals: { ...wanted.goals, cost: 130 } };
  assert.equal(codeOf(await startProgramme(approver, bad)), 'goal-shape');
  const programme = value(await startProgramme(approver, wanted));

  const before = sheetOf(two);
  const proposal = {
    code: two,
    kind: 'simplify',
    programme,
    title: 'Bỏ giấy tờ',
    text: 'Sửa thông tư',
    after: half(before),
  } as const;
  assert.equal(codeOf(await proposeSimplification(drafter, { ...proposal, code: one })), 'not-in-programme');
  assert.equal(
    codeOf(await proposeSimplification(drafter, { ...proposal, title: ' ' })),
    'proposal-title-empty',
  );
  for (const [change, code] of [
    [{ wage: before.wage - 1 }, 'proposal-other-wage'],
    [{ subjects: before.subjects + 1 }, 'proposal-more-people'],
    [{ times: before.times + 1 }, 'proposal-more-people'],
  ] as const)
    assert.equal(
      codeOf(await proposeSimplification(drafter, { ...proposal, after: { ...before, ...change } })),
      code,
    );
  const merge = { ...proposal, kind: 'merge' } as const;
  assert.equal(codeOf(await proposeSimplification(drafter, { ...merge, into: two })), 'merge-into-missing');
  const id = value(await proposeSimplification(drafter, proposal));
  assert.equal(codeOf(await proposeSimplification(drafter, proposal)), 'proposal-open');
  const totals = async () => (await programmeView(drafter, programme))?.totals;
  const base = costPerYear(before) + costPerYear(sheetOf(three));
  const saved = costPerYear(before) - costPerYear(half(before));
  const first = await totals();
  assert.deepEqual(
    [first?.cost.base, first?.cost.inForce.saved, first?.cost.decided.saved, first?.cost.proposed.saved],
    [base, 0, 0, saved],
  );

  const decision = {
    to: 'decided',
    revision: 1,
    decision: 'QĐ 9/QĐ-UBND',
    effectiveFrom: '2026-11-25',
  } as const;
  assert.equal(codeOf(await moveProposal(drafter, id, decision)), 'not-yours');
  assert.equal(codeOf(await moveProposal(approver, id, { ...decision, effectiveFrom: 'x' })), 'date-missing');
  assert.equal(codeOf(await moveProposal(approver, id, { ...decision, decision: '' })), 'decision-empty');
  assert.equal(codeOf(await moveProposal(approver, id, { to: 'in-force', revision: 1 })), 'proposal-not-now');
  value(await moveProposal(approver, id, decision));
  value(await moveProposal(approver, id, { to: 'in-force', revision: 2 }));
  assert.deepEqual((await costSheetOf(drafter, two))?.sheet, half(before));
  const second = await totals();
  assert.deepEqual([second?.cost.base, second?.cost.inForce.saved], [base, saved]);

  // The next one begins where this one ended; a dropped procedure costs nothing.
  const drop = value(
    await proposeSimplification(drafter, { code: two, kind: 'drop', title: 'Bỏ', text: 'Bỏ hẳn' }),
  );
  assert.equal((await totals())?.cost.proposed.saved, costPerYear(before));
  value(await moveProposal(approver, drop, { to: 'rejected', revision: 1, decision: 'Chưa đủ căn cứ' }));
  assert.equal((await totals())?.cost.proposed.saved, saved);
  assert.equal((await simplifications(drafter, { code: two })).length, 2);
  assert.deepEqual(await simplifications(citizen), []);
});

it('is decided by nobody who proposed it, and not before its day', async () => {
  const own = { ...approver, actor: anAdministrator(6) };
  const drop = { code: three, kind: 'drop', title: 'Bỏ', text: 'Bỏ hẳn' } as const;
  const id = value(await proposeSimplification(own, drop));
  const decision = { to: 'decided', revision: 1, decision: 'QĐ 1', effectiveFrom: '2027-03-01' } as const;
  assert.equal(codeOf(await moveProposal(own, id, decision)), 'own-proposal');
  value(await moveProposal(approver, id, decision));
  assert.equal(codeOf(await moveProposal(approver, id, { to: 'in-force', revision: 2 })), 'date-not-yet');
  assert.ok((await db.sql("select 1 from audit.entry where action = 'catalogue.move-proposal'")).length >= 1);
});
