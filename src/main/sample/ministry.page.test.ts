import assert from 'node:assert/strict';
import test from 'node:test';
import { fillPage, seededPick } from '#builders/forms';
import { readPaper } from '#builders/papers';
import {
  actOnDossier,
  addDraftFile,
  type DossierRef,
  type DossierState,
  type Intent,
  receiveAtCounter,
  startDraft,
} from '#capabilities/dossiers';
import {
  type Answers,
  type Facts,
  type ProcedureDefinition,
  readPage,
  requiredDocuments,
} from '#capabilities/forms';
import { localDate } from '#kernel/time';
import { aMinistry, type MinistryVisitor } from '#test/ministry';
import { territoryTold } from '#test/ministry-words';
import { unitId } from './sample-id.ts';

const house = await aMinistry();
const told = await territoryTold(house);
const citizen = { person: 3 };
const centre = unitId('mot-cua-bo');
const paper = { sha256: 'a'.repeat(64), name: 'don.pdf', size: 1000, kind: 'pdf' };

const at = (unit: string, seat: number): MinistryVisitor => ({ seat: `${unit} ${seat}` });
const definitionOf = async (code: string): Promise<ProcedureDefinition> => {
  const definition = await house.doors.catalogue.definitionOf(code, 1);
  assert.ok(definition, code);
  return definition;
};
const readingOf = async (facts: Facts) => ({
  today: localDate((await house.ctx(citizen)).clock.now()),
  lists: house.doors.services.lists,
  facts,
});

const act = async (ref: DossierRef, who: MinistryVisitor, intent: Intent, input: object = {}) => {
  const outcome = await actOnDossier(await house.ctx(who), house.doors.services, ref, intent, input);
  assert.ok(outcome.ok, `${intent}: ${outcome.ok ? '' : JSON.stringify(outcome.refusal)}`);
  return outcome.value.after;
};

/** A page shows itself to whoever sees it without a word of a territory. */
async function shown(address: string, who: MinistryVisitor): Promise<string> {
  const page = await house.visit(address, who);
  assert.equal(page.status, 200, address);
  assert.equal(told(page.text), undefined, address);
  return page.text;
}

/** The paper names the ministry and the unit below it, as a paper of a ministry does, and no committee. */
async function headed(address: string, unit: string): Promise<void> {
  const paper = await house.visit(address, citizen);
  assert.equal(paper.status, 200, address);
  const { text } = await readPaper(paper.bytes);
  const name = (await house.doors.units.directory()).byKey(unit)?.name ?? '?';
  const head = text.slice(0, 400);
  for (const words of ['Bộ Nông nghiệp và Môi trường', name])
    assert.ok(head.includes(words.toLocaleUpperCase('vi')), `${words}: ${head}`);
  assert.match(text, /Hà Nội, ngày \d+ tháng/);
  assert.doesNotMatch(text, /ủy ban nhân dân|UBND/i);
  assert.equal(told(text), undefined, address);
}

/** Through the pages of the form, the papers, the receiver and the check, as a person types. */
async function fileOnline(definition: ProcedureDefinition): Promise<DossierRef & { readonly code: string }> {
  const { code } = definition;
  const ctx = await house.ctx(citizen);
  const draft = await startDraft(ctx, { code, version: 1, facts: { representing: 'self' }, answers: {} });
  assert.ok(draft.ok);
  const base = `/nop-ho-so/${draft.value}`;
  const reading = await readingOf({ representing: 'self', channel: 'online' });
  const pick = seededPick(7);
  let answers: Answers = {};
  let next = `${base}/trang/${definition.form.pages[0]?.id}`;
  for (let step = 0; next !== `${base}/kiem-tra`; step++) {
    assert.ok(step < 12, `${next} is never left`);
    await shown(next, citizen);
    const page = definition.form.pages.find(({ id }) => next === `${base}/trang/${id}`);
    const fields: Record<string, string> = {};
    if (page) {
      Object.assign(fields, fillPage(page, answers, reading, pick));
      answers = readPage(page, fields, answers, reading).answers;
    }
    if (next === `${base}/giay-to`)
      for (const { id, group } of requiredDocuments(definition, answers, reading.facts))
        if (group === 'submit') await addDraftFile(ctx, draft.value, id, paper);
    if (next === `${base}/noi-nhan`) fields['trung-tam'] = centre;
    if (next === `${base}/nhan-ket-qua`) Object.assign(fields, { cach: 'counter', dienThoai: '0950000001' });
    const sent = await house.visit(next, citizen, fields);
    assert.equal(sent.status, 303, `${next}: ${sent.text.slice(0, 2000)}`);
    next = sent.location.split('?')[0] ?? '';
  }
  const check = await shown(next, citizen);
  const hash = /name="noi-dung" value="([^"]+)"/.exec(check)?.[1] ?? '';
  const sent = await house.visit(`${base}/nop`, citizen, { 'noi-dung': hash });
  assert.equal(sent.location, `${base}/xong`, sent.text.slice(0, 2000));
  const [dossier] = await house.db.sql<{ code: string; home_unit: string; id: string }>(
    `select code, home_unit, id from dossiers.dossier where procedure_code = $1`,
    [code],
  );
  assert.ok(dossier);
  return { homeUnit: dossier.home_unit, id: dossier.id, code: dossier.code };
}

/** Whatever is owed is paid at the desk of the centre. */
async function pay(ref: DossierRef, state: DossierState): Promise<void> {
  const open = state.fees.filter(({ paid }) => !paid).map(({ id }) => id);
  if (open.length > 0) await act(ref, at('mot-cua-bo', 5), 'take-fee', { fees: open, receipt: 'BL-1' });
}

/** From the desk of the centre through the department and back. */
async function toItsResult(ref: DossierRef, department: string): Promise<DossierState> {
  await act(ref, at(department, 4), 'take-over');
  await act(ref, at(department, 4), 'draft-result', {
    outcome: 'granted',
    title: 'Giấy phép',
    content: { 'Nội dung': 'Theo hồ sơ đề nghị' },
  });
  await act(ref, at(department, 4), 'finish-step', { note: '' });
  await act(ref, at(department, 3), 'finish-step', { note: '' });
  await act(ref, at(department, 1), 'approve-result');
  const issued = await act(ref, at(department, 6), 'issue', { number: '1/2026' });
  assert.equal(issued.stage, 'finished');
  await pay(ref, issued);
  await act(ref, at('mot-cua-bo', 6), 'take-over');
  return act(ref, at('mot-cua-bo', 6), 'return-result', { way: 'counter', to: 'Nguyễn Văn An' });
}

// One with eight cases and a fee, one with a single paper, one of another department with two cases, one with a fee alone.
for (const code of ['1.003462', '1.002554', '3.000157', '1.002510', '1.004333'])
  test(`${code}: filed online, received, decided by its department, returned`, async () => {
    const definition = await definitionOf(code);
    const department = definition.competence.department ?? '';
    const { code: dossier, ...ref } = await fileOnline(definition);
    assert.match(dossier, /^G10\.09-/);
    const accepted = await act(ref, at('mot-cua-bo', 2), 'accept');
    assert.equal(accepted.competent, unitId(department));
    await shown(`/cua-toi/ho-so/${dossier}`, citizen);
    await shown('/mot-cua', at(department, 4));
    await shown(`/mot-cua/ho-so/${dossier}`, at(department, 4));
    await headed(`/cua-toi/ho-so/${dossier}/giay/giay-tiep-nhan`, 'mot-cua-bo');
    assert.equal((await toItsResult(ref, department)).stage, 'returned');
    await shown(`/cua-toi/ho-so/${dossier}`, citizen);
    await headed(`/cua-toi/ho-so/${dossier}/giay/ket-qua`, department);
  });

test('filed at the counter of the ministry and processed to its result', async () => {
  const code = '1.003474';
  const definition = await definitionOf(code);
  const desk = at('mot-cua-bo', 2);
  await shown('/mot-cua/quay', desk);
  await shown(`/mot-cua/quay/${code}`, desk);
  const answers = { nycHoTen: 'Nguyễn Văn An', noiDung: 'Đề nghị cấp lại giấy phép', choToChuc: false };
  const received = await receiveAtCounter(await house.ctx(desk), house.doors.services, {
    unit: centre,
    procedureCode: code,
    procedureVersion: 1,
    procedureName: definition.name.vi,
    channel: 'direct',
    person: null,
    applicant: { name: 'Nguyễn Văn An' },
    answers,
    papers: requiredDocuments(definition, answers, { channel: 'direct', representing: 'self' })
      .filter(({ group }) => group === 'submit')
      .map(({ id }) => ({ demand: id, source: 'paper', originals: 1, copies: 0 })),
    delivery: 'counter',
    purpose: 'Giải quyết hồ sơ',
  });
  assert.ok(received.ok, received.ok ? '' : JSON.stringify(received.refusal));
  const ref = { homeUnit: received.value.homeUnit, id: received.value.id };
  assert.equal((await toItsResult(ref, 'cuc-chan-nuoi-thu-y')).stage, 'returned');
});
