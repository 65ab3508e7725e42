import assert from 'node:assert/strict';
import test from 'node:test';
import {
  actOnDossier,
  addDraftFile,
  type DossierRef,
  type Intent,
  receiveAtCounter,
  startDraft,
} from '#capabilities/dossiers';
import { aMinistry, type MinistryVisitor } from '#test/ministry';
import { unitId } from './sample-id.ts';

const house = await aMinistry();
const code = '1.003462';
const citizen = { person: 3 };
const department = 'cuc-chan-nuoi-thu-y';
const centre = unitId('mot-cua-bo');

/** What only a province has. Names of procedures and labels of addresses may speak of places. */
const provincial =
  /(trong|của|toàn|công an|ủy ban nhân dân|hội đồng nhân dân|cấp) (tỉnh|xã)|trung tâm nào|cấp xã|dù bạn ở xã|Việc thường gặp|in the province|of the province|the province’s|any centre/iu;
const textOf = (page: string): string =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const speaksOfProvince = async (page: string): Promise<string | undefined> => {
  // The button beside an address lists the communes of the province chosen there.
  let text = textOf(page).replaceAll('xã, phường của tỉnh này', '');
  const names = await house.db.sql<{ name: string }>(
    'select name from catalogue.procedure order by length(name) desc',
  );
  for (const { name } of names) text = text.replaceAll(name, '');
  return provincial.exec(text)?.[0];
};

test('what a province says would be noticed', async () => {
  assert.equal(await speaksOfProvince('<p>Bất kỳ trung tâm nào trong tỉnh</p>'), 'trung tâm nào');
  assert.equal(await speaksOfProvince('<p>Sign in with the province’s account</p>'), 'the province’s');
});

test('the pages of the portal speak of no province, in both languages', async () => {
  const pages = [
    '/',
    '/thu-tuc',
    '/thu-tuc?q=thu+y',
    '/thu-tuc?q=zzz',
    `/thu-tuc/${code}`,
    '/trung-tam',
    '/gioi-thieu',
    '/tro-giup',
    '/tiep-can',
    '/tra-cuu',
    '/dang-nhap',
    '/mot-cua/dang-nhap',
    '/mot-cua/dang-nhap/khan-cap',
    `/nop-ho-so/bat-dau/${code}`,
    '/khong-co',
  ];
  for (const address of pages)
    for (const language of ['vi', 'en'] as const) {
      const page = await house.visit(address, undefined, undefined, language);
      assert.ok(page.status === 200 || address === '/khong-co', `${address}: ${page.status}`);
      assert.match(page.text, /Bộ Nông nghiệp và Môi trường/, address);
      assert.equal(await speaksOfProvince(page.text), undefined, `${address} (${language})`);
    }
});

const act = async (ref: DossierRef, who: MinistryVisitor, intent: Intent, input: object = {}) => {
  const outcome = await actOnDossier(await house.ctx(who), house.doors.services, ref, intent, input);
  assert.ok(outcome.ok, `${intent}: ${outcome.ok ? '' : outcome.refusal.code}`);
  return outcome.value.after;
};
const at = (unit: string, seat: number) => ({ seat: `${unit} ${seat}` });

/** From the desk of the centre through the department and back. */
async function toItsResult(ref: DossierRef) {
  await act(ref, at(department, 4), 'take-over');
  await act(ref, at(department, 4), 'draft-result', {
    outcome: 'granted',
    title: 'Giấy phép nhập khẩu',
    content: { 'Nội dung': 'Nhập khẩu thuốc thú y' },
  });
  await act(ref, at(department, 4), 'finish-step', { note: '' });
  await act(ref, at(department, 3), 'finish-step', { note: '' });
  await act(ref, at(department, 1), 'approve-result');
  return act(ref, at(department, 6), 'issue', { number: '1/2026' });
}

const answers = { nycHoTen: 'Nguyễn Văn An', noiDung: 'Đề nghị cấp giấy phép', choToChuc: false };
/** What is typed on each page of the filing. */
const typed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/trang/nguoi-nop': { nycHoTen: 'Nguyễn Văn An' },
  '/trang/noi-dung': { noiDung: 'Đề nghị cấp giấy phép', choToChuc: 'no' },
  '/noi-nhan': { 'trung-tam': centre },
  '/nhan-ket-qua': { cach: 'counter', dienThoai: '0950000001' },
};
const paper = { sha256: 'a'.repeat(64), name: 'don.pdf', size: 1000, kind: 'pdf' };

test('filed online: pages of the filing and of the office, then the result, and no province anywhere', async () => {
  const ctx = await house.ctx(citizen);
  const draft = await startDraft(ctx, { code, version: 1, facts: { representing: 'self' }, answers: {} });
  assert.ok(draft.ok);
  await addDraftFile(ctx, draft.value, 'don-de-nghi', paper);
  const base = `/nop-ho-so/${draft.value}`;
  let next = `${base}/trang/nguoi-nop`;
  for (let step = 0; next !== `${base}/kiem-tra` && step < 8; step++) {
    const page = await house.visit(next, citizen);
    assert.equal(page.status, 200, next);
    assert.equal(await speaksOfProvince(page.text), undefined, next);
    const sent = await house.visit(next, citizen, typed[next.slice(base.length)] ?? {});
    assert.equal(sent.status, 303, next);
    next = sent.location;
  }
  const check = await house.visit(next, citizen);
  assert.equal(await speaksOfProvince(check.text), undefined, next);
  const hash = /name="noi-dung" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
  const sent = await house.visit(`${base}/nop`, citizen, { 'noi-dung': hash });
  assert.equal(sent.location, `${base}/xong`);
  const [dossier] = await house.db.sql<{ code: string; home_unit: string; id: string }>(
    'select code, home_unit, id from dossiers.dossier',
  );
  assert.ok(dossier);
  assert.match(dossier.code, /^G10\.09-/);
  const ref = { homeUnit: dossier.home_unit, id: dossier.id };
  const accepted = await act(ref, at('mot-cua-bo', 2), 'accept');
  assert.equal(accepted.competent, unitId(department));
  for (const [address, who] of [
    [`/cua-toi/ho-so/${dossier.code}`, citizen],
    ['/mot-cua', at(department, 4)],
    [`/mot-cua/ho-so/${dossier.code}`, at(department, 4)],
    ['/quan-tri/thiet-lap', at('bo', 9)],
    ['/quan-tri/don-vi', at('bo', 9)],
    ['/quan-tri/lich', at('bo', 9)],
  ] as const) {
    const page = await house.visit(address, who);
    assert.equal(page.status, 200, address);
    assert.equal(await speaksOfProvince(page.text), undefined, address);
  }
  assert.equal((await toItsResult(ref)).stage, 'finished');
  await act(ref, at('mot-cua-bo', 6), 'take-over');
  const after = await act(ref, at('mot-cua-bo', 6), 'return-result', { way: 'counter', to: 'Nguyễn Văn An' });
  assert.equal(after.stage, 'returned');
});

test('filed at the counter of the ministry and processed to its result', async () => {
  const desk = at('mot-cua-bo', 2);
  for (const address of ['/mot-cua/quay', `/mot-cua/quay/${code}`]) {
    const page = await house.visit(address, desk);
    assert.equal(page.status, 200, address);
    assert.equal(await speaksOfProvince(page.text), undefined, address);
  }
  const received = await receiveAtCounter(await house.ctx(desk), house.doors.services, {
    unit: centre,
    procedureCode: code,
    procedureVersion: 1,
    procedureName: 'Cấp giấy phép nhập khẩu thuốc thú y',
    channel: 'direct',
    person: null,
    applicant: { name: 'Nguyễn Văn An' },
    answers,
    papers: [{ demand: 'don-de-nghi', source: 'paper', originals: 1, copies: 0 }],
    delivery: 'counter',
    purpose: 'Giải quyết hồ sơ',
  });
  assert.ok(received.ok, received.ok ? '' : received.refusal.code);
  const finished = await toItsResult({ homeUnit: received.value.homeUnit, id: received.value.id });
  assert.equal(finished.stage, 'finished');
});
