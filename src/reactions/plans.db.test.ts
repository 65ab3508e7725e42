import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anOfficer, asked, at, committeeA, planOfXml, police } from '#builders/dossiers';
import { withSmallProvince } from '#builders/organisations';
import {
  actsOf,
  type DossierState,
  dossierJobs,
  fold,
  projectionOf,
  viewDossier,
  workList,
} from '#capabilities/dossiers';
import { listNotices } from '#capabilities/messages';
import { aDatabase } from '#test/database';
import { AnOffice } from './testing/office.ts';

/** Appraised, asked of two units for three days, and done elsewhere as well: all at the same time. */
const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:mc="https://motcua.vn/bpmn/1.0" id="d" targetNamespace="urn:t">
<process id="p" isExecutable="true">
  <startEvent id="s"/><parallelGateway id="tach"/><parallelGateway id="noi"/><exclusiveGateway id="gop"/><endEvent id="e"/>
  <userTask id="nhan" name="Tiếp nhận" mc:role="one-stop-officer" mc:place="receiver" mc:does="receive" mc:budget="4h"/>
  <userTask id="xet" name="Thẩm tra" mc:role="specialist" mc:place="competent" mc:does="appraise" mc:budget="2wd"/>
  <userTask id="hoi" name="Hỏi ý kiến" mc:role="specialist" mc:place="competent" mc:does="check" mc:budget="1wd" mc:list="so-xay-dung, commune-police"><multiInstanceLoopCharacteristics/></userTask>
  <boundaryEvent id="het" name="Quá ba ngày" attachedToRef="hoi"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent>
  <callActivity id="goi" name="Trích lục hộ tịch" mc:procedure="2.000635" mc:papers="giay-cu=giay-to-tuy-than, uy-quyen, giay-cu=giay-to-tuy-than"/>
  <serviceTask id="bao" name="đã đủ ý kiến" mc:service="notify"/>
  <userTask id="ky" name="Ký" mc:role="unit-leader" mc:place="competent" mc:does="approve" mc:budget="4h"/>
  <userTask id="so" name="Cấp số" mc:role="clerk" mc:place="competent" mc:does="issue" mc:budget="4h"/>
  <userTask id="tra" name="Trả" mc:role="result-desk" mc:place="receiver" mc:does="return" mc:budget="4h"/>
  ${[
    ['s', 'nhan'],
    ['nhan', 'tach'],
    ['tach', 'xet'],
    ['tach', 'hoi'],
    ['tach', 'goi'],
    ['hoi', 'gop'],
    ['het', 'gop'],
    ['xet', 'noi'],
    ['gop', 'noi'],
    ['goi', 'noi'],
    ['noi', 'bao'],
    ['bao', 'ky'],
    ['ky', 'so'],
    ['so', 'tra'],
    ['tra', 'e'],
  ]
    .map(([from, to]) => `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join('')}
</process></definitions>`;

// Opened at the top of the file, so that it is closed after the last test.
const db = await aDatabase();
await withSmallProvince(db.worker);
const office = new AnOffice(db);
const plan = await planOfXml(diagram);
assert.ok(plan);
office.services.plan = async (code) => (code === '1.004873' ? plan : undefined);
const builder = anOfficer(21, asked, 'specialist');
const officerOfPolice = anOfficer(22, police, 'specialist');
type Ref = { readonly homeUnit: string; readonly id: string };

const walk = (when?: number) => {
  if (when !== undefined) office.clock.set(when);
  const job = dossierJobs(office.services).find((one) => one.name === 'dossiers.walk-plans');
  assert.ok(job);
  return job.run(office.system);
};
async function stateOf({ id }: Ref): Promise<DossierState> {
  const [row] = await db.sql<{ state: DossierState }>('select state from dossiers.dossier where id = $1', [
    id,
  ]);
  assert.ok(row);
  return row.state;
}
interface Paper {
  readonly demand: string;
  readonly title: string;
  readonly sha256: string | null;
  readonly source: string;
  readonly note: string;
}
const papersOf = ({ id }: Ref) =>
  db.sql<Paper>(
    'select demand, title, sha256, source, note from dossiers.document where dossier_id = $1 order by demand',
    [id],
  );
const granted = { outcome: 'granted', title: 'Giấy xác nhận', content: {} };
const openNodes = async (ref: Ref) => (await stateOf(ref)).plan?.tasks.map(({ node }) => node) ?? [];

describe('a dossier with a plan', () => {
  it('walks branches, opinions, a timer and an interlinked dossier to its result', async () => {
    office.clock.set(at(8));
    const filed = await office.files(1);
    const { ref } = filed;
    await office.does(office.counter, ref, 'accept', {}, at(8, 30));
    assert.deepEqual(await openNodes(ref), ['xet', 'hoi', 'hoi']);
    for (const [officer, list] of [
      [office.specialist, 'newly-accepted'],
      [builder, 'opinions'],
      [officerOfPolice, 'opinions'],
    ] as const)
      assert.equal(
        (await workList(office.ctx(officer), { lists: [list] }, { size: 5, skip: 0 })).length,
        1,
        list,
      );

    // The linked dossier is opened once, by the worker; each names the other.
    assert.equal(await walk(at(8, 31)), 1);
    assert.equal(await walk(at(8, 32)), 0);
    const called = (await stateOf(ref)).plan?.calls[0]?.dossier;
    assert.ok(called);
    const child = { homeUnit: called.homeUnit, id: called.id };
    assert.deepEqual((await stateOf(child)).calledBy, { ...ref, code: filed.code });
    assert.notEqual(called.code, filed.code);
    const [owner] = await db.sql<{ person_id: string; procedure_code: string }>(
      'select person_id, procedure_code from dossiers.dossier where id = $1',
      [called.id],
    );
    assert.deepEqual(owner, { person_id: filed.citizen.person, procedure_code: '2.000635' });

    // The papers that the diagram names went along: the same stored file, once, and both dossiers say so.
    const [here] = (await papersOf(ref)).filter(({ demand }) => demand === 'giay-cu');
    const there = await papersOf(child);
    assert.ok(here?.sha256);
    assert.deepEqual(
      there.map(({ demand, sha256, source }) => ({ demand, sha256, source })),
      [
        { demand: 'giay-to-tuy-than', sha256: here.sha256, source: 'linked' },
        { demand: 'uy-quyen', sha256: here.sha256, source: 'linked' },
      ],
    );
    const passed = there.find(({ demand }) => demand === 'giay-to-tuy-than');
    assert.match(passed?.title ?? '', /Giấy tờ tùy thân/, 'under its name there');
    assert.match(
      passed?.note ?? '',
      new RegExp(`Chuyển từ hồ sơ ${filed.code} lúc 25/11/2026 08:31: .*nộp lúc .*SHA-256 a{16}`),
    );
    const opened = (await viewDossier(office.ctx(office.counter), office.services, ref))?.acts.find(
      (act) => act.kind === 'call-opened',
    );
    assert.ok(opened?.kind === 'call-opened');
    assert.deepEqual(
      opened.payload.papers?.map(({ demand, sha256 }) => `${demand} ${sha256}`),
      there.map(({ demand, sha256 }) => `${demand} ${sha256}`),
    );

    await office.does(office.specialist, ref, 'take-over', {}, at(9));
    await office.does(office.specialist, ref, 'draft-result', granted);
    await office.does(filed.citizen, ref, 'confirm-draft');
    await office.does(office.specialist, ref, 'finish-step');
    const { opinions } = await stateOf(ref);
    const mine = opinions.find(({ unit }) => unit === asked)?.id;
    await office.does(
      builder,
      ref,
      'give-opinion',
      { id: mine, text: 'Phù hợp quy hoạch', agrees: true },
      at(10),
    );
    assert.deepEqual(await openNodes(ref), ['hoi']);

    // Three days of silence of the other unit: not a second before.
    assert.equal(await walk(at(8, 29, '2026-11-28')), 0);
    assert.equal(await walk(at(8, 30, '2026-11-28')), 1);
    const after = await stateOf(ref);
    assert.equal(after.opinions.find(({ unit }) => unit === police)?.answer?.silent, true);
    assert.equal(
      (await workList(office.ctx(officerOfPolice), { lists: ['opinions'] }, { size: 5, skip: 0 })).length,
      0,
    );
    assert.deepEqual(await openNodes(ref), [], 'only the linked dossier is waited for');

    await office.does(
      office.counter,
      child,
      'decline',
      { reason: 'Đã có bản điện tử' },
      at(8, 0, '2026-11-30'),
    );
    await office.reacts();
    assert.deepEqual(await office.stuck(), []);
    assert.deepEqual(await openNodes(ref), ['ky']);
    assert.equal((await stateOf(ref)).plan?.ended[0]?.outcome, 'declined');
    const notices = await listNotices(filed.ctx);
    assert.ok(
      notices.some(({ kind }) => kind === 'step-passed'),
      'the person was told on the way',
    );

    await office.does(office.leader, ref, 'approve-result', {}, at(9, 0, '2026-11-30'));
    await office.does(office.clerk, ref, 'issue', { number: '1/XN' });
    await office.does(office.counter, ref, 'take-over');
    await office.pays(ref);
    await office.does(office.counter, ref, 'return-result', { way: 'counter', to: 'A' });
    assert.equal(await office.stageOf(ref), 'returned');
    const view = await viewDossier(office.ctx(office.counter), office.services, ref);
    assert.ok(view);
    const folded = fold(
      await db.worker.read({ kind: 'system' }, (reader) =>
        reader.rows(actsOf, { home_unit: ref.homeUnit, id: ref.id }),
      ),
    );
    assert.deepEqual(JSON.parse(JSON.stringify(folded)), view.state);
    assert.equal(projectionOf(folded).step, null);
    assert.equal((await db.sql('select 1 from dossiers.work where dossier_id = $1', [ref.id])).length, 0);
  });

  it('stands still with its timers while papers are awaited, and goes on with the time that was left', async () => {
    office.clock.set(at(8, 0, '2026-12-01'));
    const { ref, citizen } = await office.files(2);
    await office.does(office.counter, ref, 'accept');
    await office.does(office.specialist, ref, 'take-over');
    await walk();
    const due = (await stateOf(ref)).plan?.timers[0]?.due ?? 0;
    const papers = [{ demand: 'x', title: 'Giấy', reason: 'mờ' }];
    await office.does(
      office.specialist,
      ref,
      'ask-supplement',
      { papers, reason: 'mờ', days: 10 },
      at(9, 0, '2026-12-01'),
    );
    assert.equal(await walk(due + 1), 0, 'its moment passes unheard');
    await office.does(citizen, ref, 'send-supplement', { documents: [], note: 'đã gửi' });
    await office.does(office.specialist, ref, 'confirm-supplement', {}, at(9, 0, '2026-12-08'));
    assert.equal((await stateOf(ref)).plan?.timers[0]?.due, due + 7 * 86_400_000);
    assert.equal(await walk(due + 7 * 86_400_000 - 1), 0);
    assert.equal(await walk(due + 7 * 86_400_000), 1);
  });

  it('leaves a call that cannot be opened for the next look, and keeps no other waiting', async () => {
    office.clock.set(at(8, 0, '2026-12-10'));
    const { ref } = await office.files(3);
    await office.does(office.counter, ref, 'accept');
    const { inForce } = office.services;
    office.services.inForce = async () => undefined;
    assert.equal(await walk(), 0);
    assert.equal((await stateOf(ref)).plan?.calls[0]?.dossier, undefined);
    office.services.inForce = inForce;
    assert.equal(await walk(), 1);
    assert.equal(
      (await db.sql('select 1 from dossiers.dossier where state #>> $1 = $2', ['{calledBy,id}', ref.id]))
        .length,
      1,
    );
    const unit = committeeA;
    assert.equal((await stateOf(ref)).holder, unit);
  });
});
