import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { aPackageKey } from '#builders/catalogue';
import { sampleDefinition } from '#builders/forms';
import {
  approveDraft,
  contentOfVersion,
  differenceOf,
  procedureDraft,
  saveProcedureDraft,
  sendForApproval,
  startProcedureDraft,
  versionsOf,
} from '#capabilities/catalogue';
import {
  decideMove,
  findDraft,
  moveVersions,
  openWork,
  proposeMove,
  saveDraft,
  startDraft,
  versionMoves,
} from '#capabilities/dossiers';
import type { ProcedureDefinition } from '#capabilities/forms';
import { beginSession } from '#capabilities/payments';
import { systemActor } from '#kernel/actor';
import type { Outcome } from '#kernel/outcome';
import { aCtx } from '#test/database';
import { aHouse, citizensOfHouse, type Filed, type Visitor } from '#test/pages';
import { designerForTests } from '../surfaces/designer/testing/designer.ts';
import { officeRoutes } from '../surfaces/office/index.ts';
import { portalRoutes } from '../surfaces/portal/index.ts';
import { refoldAll } from './refold.ts';

/**
 * A version with another question, fee and step is published while much is open under the one before.
 * `OPEN_WORK=500` runs it at the size of a busy month.
 */
const open = Number(process.env['OPEN_WORK'] ?? 60);
const code = '1.004873';
const house = await aHouse({
  routes: (doors, people) => [
    ...portalRoutes(doors),
    ...designerForTests(doors, people, { openWork }),
    ...officeRoutes(doors, people),
  ],
});
const making = {
  key: aPackageKey(),
  lint: () => [],
  draftFromNational: () => ({ definition: sampleDefinition(code) }),
};
const drafter: Visitor = 'officer:unit-administrator@committeeA';
const approver: Visitor = 'officer:system-administrator@province';
const people = Object.keys(citizensOfHouse) as (keyof typeof citizensOfHouse)[];
const of = (n: number) => people[n % people.length] ?? 'citizen1';
const value = <T>(outcome: Outcome<T>): T => {
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
};

const dossiers: { readonly filed: Filed; readonly by: keyof typeof citizensOfHouse }[] = [];
const drafts: { readonly id: string; readonly by: keyof typeof citizensOfHouse }[] = [];
const one = sampleDefinition(code);
const [page] = one.form.pages;
const question = page?.questions[0];
const fee = one.fees[0];
const step = one.workflow.steps.find(({ does }) => does === 'check');
assert.ok(page && question && fee && step);

/** What the law changed: a question is put otherwise, another one is asked, the fee falls, a step has less time. */
const changed: ProcedureDefinition = {
  ...one,
  form: {
    ...one.form,
    pages: one.form.pages.map((each) =>
      each.id === page.id
        ? {
            ...each,
            questions: [
              ...each.questions.map((asked) =>
                asked.id === question.id
                  ? { ...asked, label: { vi: 'Câu hỏi theo luật mới', en: 'As the new law asks it' } }
                  : asked,
              ),
              {
                id: 'lyDoMoi',
                type: 'text',
                required: true,
                label: { vi: 'Lý do theo luật mới', en: 'Reason by the new law' },
              },
            ],
          }
        : each,
    ),
  },
  fees: one.fees.map((each) => (each.id === fee.id ? { ...each, amount: 12_000 } : each)),
  workflow: {
    ...one.workflow,
    steps: one.workflow.steps.map((each) =>
      each.id === step.id ? { ...each, budget: { value: 1, unit: 'hour' } } : each,
    ),
  },
};

before(async () => {
  for (let n = 0; n < open / 2; n++) {
    const by = of(n);
    dossiers.push({ filed: await house.aDossier({ by, code, seed: n + 1 }), by });
    const ctx = await house.ctx(by);
    const draft = value(await startDraft(ctx, { code, version: 1, facts: {}, answers: {} }));
    value(await saveDraft(ctx, draft, { typed: { [page.id]: { [question.id]: `nháp ${n}` } } }));
    drafts.push({ id: draft, by });
  }
});

test('the new version is published beside them, and the page of differences says exactly what changed', async () => {
  const ctx = await house.ctx(drafter);
  const id = value(await startProcedureDraft(ctx, making, { code, from: 'current' }));
  const begun = await procedureDraft(ctx, id);
  assert.ok(begun);
  value(await saveProcedureDraft(ctx, id, begun.revision, { ...begun.content, definition: changed }));
  value(await sendForApproval(ctx, id));
  const shown = await house.visit('GET', `/thiet-ke/${id}/khac-biet`, { as: approver });
  assert.equal(shown.status, 200);
  assert.match(shown.text, new RegExp(`${differences.length} chỗ khác phiên bản 1`));
  for (const words of ['Câu hỏi theo luật mới', 'Lý do theo luật mới', '12.000 đồng', '15.000 đồng'])
    assert.ok(shown.text.includes(words), words);
  const openNow = `mc-number">${drafts.length}</td><td class="mc-number">${dossiers.length}<`;
  assert.ok(shown.text.includes(openNow), openNow);
  assert.equal(
    value(await approveDraft(await house.ctx(approver), making, id, { effectiveFrom: '2026-11-25' })),
    2,
  );
  house.catalogue.forget();
  assert.equal((await house.catalogue.current(code))?.version, 2);
  // Once published it is compared with what it replaced, and any two versions with each other, both ways.
  const later = await house.visit('GET', `/thiet-ke/${id}/khac-biet`, { as: approver });
  assert.match(later.text, new RegExp(`${differences.length} chỗ khác phiên bản 1`));
  const path = `/thiet-ke/thu-tuc/${code}`;
  const versions = await house.visit('GET', path, { as: approver });
  assert.ok(versions.text.includes(`href="${path}/khac-biet"`));
  for (const [asked, from] of [
    ['', 1],
    ['?tu=2&den=1', 2],
    ['?tu=99&den=x', 1],
  ] as const) {
    const two = await house.visit('GET', `${path}/khac-biet${asked}`, { as: approver });
    assert.match(two.text, new RegExp(`${differences.length} chỗ khác phiên bản ${from}`), asked);
    assert.ok(two.text.includes(openNow), asked);
  }
  const same = await house.visit('GET', `${path}/khac-biet?tu=2&den=2`, { as: approver });
  assert.match(same.text, /Giống hệt phiên bản 2/);
});
const differences = differenceOf({ definition: one }, { definition: changed });

test('the differences are those four, each by its name', () => {
  assert.deepEqual(
    differences.map(({ kind, change, at }) => `${kind} ${change} ${at}`).sort(),
    [
      `fee changed fees.${fee.id}.amount`,
      `question added form.questions.lyDoMoi`,
      `step changed workflow.steps.${step.id}.budget`,
      `text changed form.questions.${question.id}.label`,
    ].sort(),
  );
});

test('no draft breaks: each opens as it was begun, and goes to its dossier under its own version', async () => {
  for (const { id, by } of drafts) {
    const shown = await house.visit('GET', `/nop-ho-so/${id}/trang/${page.id}`, { as: by });
    assert.equal(shown.status, 200, id);
    assert.doesNotMatch(shown.text, /luật mới/);
    assert.equal((await findDraft(await house.ctx(by), id))?.procedure_version, 1);
  }
  for (const by of people) {
    const sent = await house.aDossier({ by, code, version: 1, seed: 7 });
    assert.equal((await house.view(sent, by)).rules.definition.version, 1);
  }
});

test('no dossier breaks: each is read and worked on as before, its fee and its questions as they were', async () => {
  const told: number[] = [];
  for (const { filed, by } of dossiers) {
    await house.act(filed, 'accept', {}, 'officer:one-stop-officer@centreA');
    const view = await house.view(filed, by);
    assert.equal(view.rules.definition.version, 1);
    told.push(...view.charges.map(({ amount }) => amount));
    assert.ok(view.state.due?.minute);
  }
  // Some are exempt; nobody owes the new sum.
  assert.deepEqual([...new Set(told)], [fee.amount]);
  for (const { filed, by } of dossiers.slice(0, 5)) {
    const own = await house.visit('GET', `/cua-toi/ho-so/${encodeURIComponent(filed.code)}`, { as: by });
    assert.equal(own.status, 200);
    const officer = 'officer:specialist@committeeA';
    const office = await house.visit('GET', `/mot-cua/ho-so/${encodeURIComponent(filed.code)}`, {
      as: officer,
    });
    assert.equal(office.status, 200);
    assert.doesNotMatch(own.text + office.text, /luật mới/);
  }
  const wrong: string[] = [];
  await refoldAll(house.db.worker, (difference) => wrong.push(JSON.stringify(difference)));
  assert.deepEqual(wrong, []);
});

test('a payment begun under the new table has the price of the filing, with the version that gave it', async () => {
  const owing: { readonly bill: string; readonly amount: number }[] = [];
  for (const { filed, by } of dossiers) {
    const { charges } = await house.view(filed, by);
    const [row] = charges.length > 0 ? await billOf(filed.id) : [];
    if (row) owing.push({ bill: row.bill, amount: charges.reduce((sum, { amount }) => sum + amount, 0) });
  }
  assert.ok(owing.length > 0);
  for (const { bill, amount } of owing.slice(0, 5)) {
    const begun = await beginSession(await house.ctx('guest'), house.doors.payments, {
      bill,
      gateway: 'npp',
      ip: '127.0.0.1',
    });
    assert.ok(begun.ok);
    assert.equal(house.gateway.orders.get(begun.value.reference)?.order.amount, amount);
    assert.equal(amount % fee.amount, 0);
    const page = await house.visit('GET', `/thanh-toan/${bill}`);
    assert.match(page.text, /phiên bản 1/);
  }
});

const billOf = (dossier: string) =>
  house.db.sql<{ bill: string }>('select bill from payments.charge where dossier_id = $1 limit 1', [dossier]);

test('who files now files under the new version', async () => {
  const filed = await house.aDossier({ by: 'citizen1', code, seed: 3 });
  const view = await house.view(filed, 'citizen1');
  assert.equal(view.rules.definition.version, 2);
  assert.ok(view.charges.length > 0 && view.charges.every(({ amount }) => amount === 12_000));
  assert.ok(view.forms[0]?.words.some((each) => JSON.stringify(each).includes('Lý do theo luật mới')));
});

test('rolling back takes one press, brings back the old words, and breaks nothing either', async () => {
  const path = `/thiet-ke/thu-tuc/${code}`;
  const pressed = await house.visit('POST', path, { as: approver, form: { _ban: '1' } });
  assert.equal(pressed.status, 303, pressed.text);
  house.catalogue.forget();
  assert.equal((await house.catalogue.current(code))?.version, 3);
  const ctx = await house.ctx(approver);
  const [first, third] = await Promise.all([1, 3].map((version) => contentOfVersion(ctx, code, version)));
  assert.ok(first && third);
  assert.deepEqual(differenceOf(first, third), []);
  const counted = await house.visit('GET', path, { as: drafter });
  const openThen = `mc-number">${drafts.length}</td><td class="mc-number">${dossiers.length + people.length}<`;
  assert.ok(counted.text.includes(openThen), openThen);
  const filed = await house.aDossier({ by: 'citizen2', code, seed: 5 });
  assert.equal((await house.view(filed, 'citizen2')).rules.definition.version, 3);
  for (const { id, by } of drafts.slice(0, 5))
    assert.equal((await house.visit('GET', `/nop-ho-so/${id}/trang/${page.id}`, { as: by })).status, 200);
  const [some] = dossiers;
  assert.ok(some);
  await house.act(some.filed, 'take-over', {}, 'officer:specialist@committeeA');
});

test('open work goes over by a decision, each that can, and what it was told stands', async () => {
  const proposer = await house.ctx(drafter);
  const wish = { code, to: 3, reason: 'Trở lại bản cũ', ground: 'QĐ 7/QĐ-UBND' };
  const id = value(await proposeMove(proposer, await versionsOf(proposer, { openWork }, code), wish));
  const worker = aCtx(house.db.worker, systemActor('dossiers.move-versions'), house.clock);
  const work = () => moveVersions(house.services).run(worker);
  await work();
  value(await decideMove(await house.ctx(approver), id, 'approve'));
  await work();
  const { latest } = await versionMoves(proposer, code);
  const all = drafts.length + dossiers.length + people.length + 1;
  assert.deepEqual(latest?.counts, { can: all, cannot: 0, moved: all, stayed: 0 });
  for (const { filed, by } of dossiers) {
    const { state, rules, acts } = await house.view(filed, by);
    assert.equal(rules.definition.version, 3);
    assert.equal(acts.at(-1)?.kind, 'moved-to-version');
    assert.deepEqual(state.due, state.firstDue, 'the promised day stands');
  }
  for (const { id: draft, by } of drafts.slice(0, 5)) {
    const shown = await house.visit('GET', `/nop-ho-so/${draft}`, { as: by });
    assert.ok(/đã chuyển sang bản mới của thủ tục[\s\S]*Trở lại bản cũ/.test(shown.text), draft);
  }
  const wrong: string[] = [];
  await refoldAll(house.db.worker, (difference) => wrong.push(JSON.stringify(difference)));
  assert.deepEqual(wrong, []);
});
