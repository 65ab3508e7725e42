import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { actOnDossier, type DossierRef, type Intent } from '#capabilities/dossiers';
import { loadOfficers } from '#capabilities/identity';
import type { OfficerId, UnitId } from '#kernel/ids';
import { localDate } from '#kernel/time';
import { systemScope } from '#platform/db';
import { Numbers } from '#platform/numbers';
import { aCtx } from '#test/database';
import { unitsOfHouse, type Visitor } from '#test/pages';
import { houseDrafts } from './support/house-drafts.ts';
import { Journal } from './support/journal.ts';
import { assertTrue } from './support/judge.ts';
import { row } from './support/row.ts';
import { chance, times } from './support/seed.ts';
import { aWholeHouse } from './support/whole-house.ts';
import { code, percentile } from './support/workload.ts';

const { house } = await aWholeHouse();
const folder = mkdtempSync(path.join(tmpdir(), 'mc-races-'));
const journal = new Journal(path.join(folder, 'journal.jsonl'));
after(() => {
  journal.close();
  rmSync(folder, { recursive: true, force: true });
});
const evidence = { database: house.db.ownerUrl, journal: journal.file };

const specialist = 'officer:specialist@committeeA';
const second = 'officer:specialist@committeeA#2';
const leader = 'officer:unit-leader@committeeA';
const counter = 'officer:one-stop-officer@centreA';

/** Asks for an act and keeps both sides of it in the journal. */
async function act(
  ref: DossierRef,
  intent: Intent,
  input: unknown,
  as: Visitor,
  seq?: number,
): Promise<string> {
  const n = journal.ask({ client: as, what: 'act', dossier: ref.id, intent });
  const options = seq === undefined ? {} : { expectedSeq: seq };
  const outcome = await actOnDossier(await house.ctx(as), house.services, ref, intent, input, options);
  if (!outcome.ok) {
    journal.answer(n, { outcome: 'refused', why: outcome.refusal.code });
    return outcome.refusal.code;
  }
  const last = outcome.value.acts.at(-1);
  journal.answer(n, { outcome: 'done', seq: last?.seq ?? 0, kind: last?.kind ?? '' });
  return 'done';
}

row(
  'E1',
  'a hundred presses of one button make one dossier, another body is refused',
  { small: 40, full: 600 },
  async () => {
    const { drafts, hash } = await houseDrafts(house, code, times(4, 100));
    for (const { id } of drafts) {
      const press = async (body: string): Promise<{ status: number; location: string }> => {
        const n = journal.ask({ client: 'crowd', what: 'submit', key: id, body });
        const { status, location } = await house.visit('POST', `/nop-ho-so/${id}/nop`, {
          as: 'citizen1',
          form: { 'noi-dung': body },
        });
        journal.answer(n, { outcome: status === 303 ? 'done' : 'refused', status });
        return { status, location };
      };
      const answers = await Promise.all(Array.from({ length: 100 }, () => press(hash)));
      assert.deepEqual(
        [...new Set(answers.map((each) => `${each.status} ${each.location}`))],
        [`303 /nop-ho-so/${id}/xong`],
      );
      const other = await press('f'.repeat(64));
      assert.ok([409, 422].includes(other.status), `an altered body was answered ${other.status}`);
      const [kept] = await house.db.sql<{ n: number }>(
        'select count(*)::int as n from dossiers.dossier where draft_id = $1',
        [id],
      );
      assert.equal(kept?.n, 1);
    }
    await assertTrue(evidence, { I1: drafts.length * 100, I2: drafts.length });
  },
);

row(
  'E2',
  'two officers act on one dossier: one winner, the other keeps the text',
  { small: 40, full: 900 },
  async () => {
    const luck = chance('E2');
    for (let i = 0; i < times(12, 1000); i++) {
      const filed = await house.aDossier({ code, by: 'citizen2' });
      await act(filed, 'accept', {}, counter);
      await act(filed, 'take-over', {}, specialist);
      const { seq } = (await house.view(filed, specialist)).state;
      const papers = [{ demand: 'x', title: 'Bản sao giấy tờ', reason: 'Bị mờ' }];
      const said = (as: string) => ({ papers, days: 3, reason: `Lý do của ${as}, gõ rất lâu` });
      const both = luck.shuffle([specialist, second] as const);
      const answers = await Promise.all(both.map((as) => act(filed, 'ask-supplement', said(as), as, seq)));
      assert.deepEqual(answers.toSorted(), ['changed-meanwhile', 'done']);
      const { acts, state } = await house.view(filed, specialist);
      assert.equal(acts.filter((each) => each.kind === 'supplement-requested').length, 1);
      const winner = both[answers.indexOf('done')] ?? '';
      assert.equal(state.supplement?.reason, said(winner).reason, 'the text of the winner stands');
    }
    await assertTrue(evidence, { I3: 12, I5: 12 });
  },
);

row(
  'E3',
  'fifty officers take the next of a thousand: nothing is given twice',
  { small: 60, full: 900 },
  async () => {
    const officers = await aCrowd(times(20, 50));
    const filed: DossierRef[] = [];
    for (let i = 0; i < times(60, 1000); i++) filed.push(await house.aWalkIn({ code, receiver: 'centreA' }));
    for (const ref of filed) await act(ref, 'take-over', {}, specialist);
    const list = '/mot-cua/viec-tiep';
    const waits: number[] = [];
    const taken: string[] = [];
    const rounds = Math.floor(filed.length / officers.length);
    await Promise.all(
      officers.map(async (officer) => {
        for (let i = 0; i < rounds; i++) {
          const begun = performance.now();
          const { status, location } = await takeAs(officer, list);
          waits.push(performance.now() - begun);
          assert.equal(status, 303);
          const found = /ho-so\/([^?]+)/.exec(location)?.[1];
          if (found) taken.push(decodeURIComponent(found));
        }
      }),
    );
    assert.equal(new Set(taken).size, taken.length, 'one dossier was given to two');
    assert.ok(taken.length > officers.length, `${taken.length} were taken`);
    const [doubled] = await house.db.sql<{ n: number }>(
      `select count(*)::int as n from (select dossier_id from dossiers.act where kind = 'assigned' group by dossier_id having count(*) > 1) d`,
    );
    assert.equal(doubled?.n, 0);
    assert.ok(percentile(waits, 0.5) < 5000);
  },
);

/** More specialists of one office than the cast has, each with a session. */
async function aCrowd(count: number): Promise<readonly { readonly token: string }[]> {
  const ids = Array.from(
    { length: count },
    (_, n) => `018f0000-0000-7000-b000-${String(n).padStart(12, '0')}`,
  );
  await house.db.worker.transact(systemScope, (transactor) =>
    loadOfficers(
      transactor,
      ids.map((id, n) => ({
        id: id as OfficerId,
        subject: `crowd-${n}`,
        name: `Cán Bộ ${n}`,
        email: `dong${n}@example.vn`,
        posts: [{ unit: unitsOfHouse.committeeA, role: 'specialist' as const }],
        createdAt: house.clock.now(),
      })),
    ),
  );
  return Promise.all(
    ids.map(async (id) => ({ token: await house.people.sessions.start('officer', id, {}, 'crowd') })),
  );
}

const takeAs = ({ token }: { token: string }, url: string) =>
  house.visit('POST', `${url}?viec=dang-xu-ly`, {
    headers: { cookie: `__Host-mc=${token}`, 'x-csrf-token': house.people.sessions.csrfFor(token) },
  });

row(
  'E4',
  'numbers taken by thousands at once are unique, by several processes too',
  { small: 30, full: 120 },
  async () => {
    const calls = times(3000, 10_000);
    const day = localDate(house.clock.now());
    // Each counts like a process of its own: their blocks meet only in the database.
    const processes = Array.from({ length: 4 }, () => new Numbers(house.db.web));
    const units = [unitsOfHouse.centreA, unitsOfHouse.centreB] as UnitId[];
    const taken = await Promise.all(
      Array.from({ length: calls }, async (_, i) => {
        const unit = units[i % 2] as UnitId;
        return `${unit} ${await (processes[i % 4] as Numbers).take(unit, day, 'race')}`;
      }),
    );
    assert.equal(new Set(taken).size, calls);
    const other = await (processes[0] as Numbers).take(units[0] as UnitId, day, 'another series');
    assert.equal(other, 1, 'a series of its own begins at one');
  },
);

row(
  'E5',
  'approval against withdrawal, supplement against its end: only legal histories',
  { small: 60, full: 1800 },
  async () => {
    const luck = chance('E5');
    const seen = new Map<string, number>();
    const count = (name: string): void => void seen.set(name, (seen.get(name) ?? 0) + 1);
    for (let i = 0; i < times(10, 2500); i++) {
      const filed = await house.aDossier({ code, by: 'citizen3' });
      await act(filed, 'accept', {}, counter);
      await untilApproval(filed);
      const pair = luck.shuffle([
        () => act(filed, 'approve-result', {}, leader),
        () => act(filed, 'request-withdrawal', { reason: 'Tôi không cần nữa' }, 'citizen3'),
      ]);
      const answers = await Promise.all(pair.map((go) => go()));
      assert.ok(answers.includes('done'), answers.join(' and '));
      count((await house.view(filed, counter)).state.stage);
    }
    for (let i = 0; i < times(10, 2500); i++) await supplementAgainstItsEnd(luck.shuffle([0, 1]), count);
    await assertTrue(evidence, { I3: times(30, 5000), I5: times(30, 5000), I6: 1 });
    assert.ok(seen.size >= 2, JSON.stringify([...seen]));
  },
);

async function untilApproval(filed: DossierRef): Promise<void> {
  const input = { outcome: 'granted', title: 'Giấy xác nhận', content: { a: 'b' } };
  assert.equal(await act(filed, 'take-over', {}, specialist), 'done');
  assert.equal(await act(filed, 'draft-result', input, specialist), 'done');
  const { state } = await house.view(filed, specialist);
  if (state.result?.shown) assert.equal(await act(filed, 'confirm-draft', {}, 'citizen3'), 'done');
  assert.equal(await act(filed, 'finish-step', {}, specialist), 'done');
  for (const as of ['officer:head-of-office@committeeA', leader] as const) {
    const { state: now, rules } = await house.view(filed, as);
    const step = rules.definition.workflow.steps.find((each) => each.id === now.step);
    if (step?.does === 'check') await act(filed, 'finish-step', {}, as);
  }
}

/** The citizen sends on the last day while the clock passes midnight and the sweep comes by. */
async function supplementAgainstItsEnd(
  order: readonly number[],
  count: (name: string) => void,
): Promise<void> {
  const filed = await house.aDossier({ code, by: 'citizen4' });
  const papers = [{ demand: 'x', title: 'Bản sao giấy tờ', reason: 'Bị mờ' }];
  assert.equal(
    await act(filed, 'ask-supplement', { papers, reason: 'Thiếu giấy tờ', days: 1 }, counter),
    'done',
  );
  const before = house.clock.now();
  house.clock.set(before + 5 * 86_400_000);
  const worker = { ...aCtx(house.db.worker, { kind: 'system', name: 'race' }, house.clock) };
  const both = [
    () => act(filed, 'send-supplement', { documents: [], note: 'Đây ạ' }, 'citizen4'),
    async () => {
      const outcome = await actOnDossier(worker, house.services, filed, 'expire-supplement', {});
      return outcome.ok ? 'done' : outcome.refusal.code;
    },
  ];
  const answers = await Promise.all(order.map(async (at) => both[at]?.()));
  house.clock.set(before);
  assert.equal(answers.filter((each) => each === 'done').length, 1, answers.join(' and '));
  count(`supplement: ${(await house.view(filed, counter)).state.stage}`);
}
